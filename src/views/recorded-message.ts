import type { Message } from '../contract/reply.ts'
import type { Language } from '../domain/language/rules.ts'
import type { Recorded } from '../domain/standard/recording.ts'
import { texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { partialDayInWords } from './dates.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import { stageInWords } from './stage-words.ts'

/** What now stands on record, or waits for the secretariat. */
export function recordedMessage({ standard, move, kind }: Recorded, language: Language): Message {
  const say = texts(language)
  const on = move.on ?? standard.stageSince
  const values = {
    name: brief(standard.designation, 80),
    stage: escapeMrkdwn(stageInWords(standard.stages, move.to, language)),
    since: on === undefined ? 'none' : say('standard.since', { on: partialDayInWords(on, language) }),
  }
  const key =
    kind === 'correction' ? 'correct.done' : move.state === 'proposed' ? 'record.proposed' : 'record.done'
  const unusual = kind === 'correction' ? '' : say('record.unusual', { kind })
  const text = [say(key, values), unusual].filter((part) => part !== '').join('\n')
  return { text, blocks: [section(text)] }
}

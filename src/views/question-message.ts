import type { ActionsBlock, Button, KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Committee } from '../domain/committee/rules.ts'
import type { Question } from '../domain/delivery/facts.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { type DecisionWord, openTo } from '../domain/notice/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { momentForEachReader, namedDay } from './dates.ts'
import { groupName, longestGroupName } from './group-name.ts'
import { brief } from './mrkdwn.ts'
import type { NoticeFrame } from './notice-frame.ts'
import { channelMark, hiddenInWords, unreachedInWords } from './unreached-words.ts'

/** "Say it again"; its value is the notice's id, as are those of the two others. */
export const retryNoticeId = 'notice.retry'
/** "It stands there". */
export const keepNoticeId = 'notice.keep'
/** "Let it go…", which asks for the reason. */
export const askDropNoticeId = 'notice.ask-drop'

const buttons: Record<DecisionWord, { id: string; key: TextKey }> = {
  keep: { id: keepNoticeId, key: 'question.keep' },
  retry: { id: retryNoticeId, key: 'question.retry' },
  drop: { id: askDropNoticeId, key: 'question.drop' },
}

/** A notice that the bot can't settle by itself: what is known, what to look at, and what was decided. */
export function questionMessage(question: Question, committee: Committee, frame: NoticeFrame): Message {
  const language = committee.languages[0] ?? 'en'
  const say = texts(language)
  const { subject, group, decided } = question
  const what = say('question.what', {
    group:
      group === undefined ? say('question.secretariat') : brief(groupName(group, language), longestGroupName),
    kind:
      subject.kind === 'digest'
        ? say('kind.digest')
        : subject.kind === 'reminder'
          ? say('kind.reminder')
          : say('kind.report'),
    on: namedDay(subject.slotOn, frame.saidOn, language),
  })
  const told = `*${what}*\n${stateInWords(question, committee, language)}`
  return {
    text: `${what} ${say(headlines[subject.state])}`,
    blocks: [
      section(told),
      ...(decided === undefined ? [] : [context(decidedInWords(decided, committee, language))]),
      ...choices(subject, frame, language),
    ],
  }
}

const headlines = {
  ambiguous: 'question.ambiguous',
  failed: 'question.failed',
  pending: 'question.pending',
  sending: 'question.pending',
  sent: 'question.sent',
  withdrawn: 'question.withdrawn',
} as const satisfies Record<Question['subject']['state'], TextKey>

function stateInWords({ subject, group }: Question, committee: Committee, language: Language): string {
  const say = texts(language)
  const channel = channelMark(group ?? committee)
  const headline = say(headlines[subject.state])
  if (subject.state === 'ambiguous')
    return `${headline} ${say('question.look', { channel, why: hiddenInWords(subject.reason, language) })}`
  if (subject.state === 'failed') return `${headline} ${unreachedInWords(subject.reason, channel, language)}`
  return headline
}

function decidedInWords(
  { word, why, at, names }: NonNullable<Question['decided']>,
  { zone }: Committee,
  language: Language,
): string {
  const say = texts(language)
  const told = say(`decided.${word}`, {
    name: names === undefined ? say('decided.operator') : brief(nameIn(names, language), 80),
    at: momentForEachReader(at, zone, language),
  })
  return why === undefined ? told : `${told} ${say('decided.why', { why: brief(why, 500) })}`
}

/** What was never said is tried again; what may stand is said again. */
function labelOf(word: DecisionWord, state: Question['subject']['state']): TextKey {
  return word === 'retry' && state === 'failed' ? 'question.try' : buttons[word].key
}

function choices(subject: Question['subject'], { id }: NoticeFrame, language: Language): KnownBlock[] {
  const words = openTo(subject).filter(() => subject.state === 'ambiguous' || subject.state === 'failed')
  if (words.length === 0 || id === undefined) return []
  const say = texts(language)
  const block: ActionsBlock = {
    type: 'actions',
    elements: words.map(
      (word, index): Button => ({
        type: 'button',
        action_id: buttons[word].id,
        value: subject.id,
        text: { type: 'plain_text', text: say(labelOf(word, subject.state)) },
        ...(index === 0 && { style: 'primary' as const }),
      }),
    ),
  }
  return [block]
}

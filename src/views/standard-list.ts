import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Standard } from '../domain/standard/rules.ts'
import { texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { brief, escapeMrkdwn, shorten } from './mrkdwn.ts'
import { stageInWords } from './stage-words.ts'

/** The button that opens the card of one hit; its value is the standard's id. */
export const pickStandardId = 'standard.pick'

/** Several standards bear what was asked for: one is picked with a button. `total` may be more than are shown. */
export function standardList(
  query: string,
  hits: readonly Standard[],
  total: number,
  language: Language,
): Message {
  const text = texts(language)(total > hits.length ? 'standard.too-many' : 'standard.many', {
    count: total,
    shown: hits.length,
    query: brief(query, 100),
  })
  return { text, blocks: [section(text), ...hits.map((hit) => standardPick(hit, language))] }
}

/** Nothing bears that name: the nearest guesses, if there are any. */
export function standardGuesses(query: string, guesses: readonly Standard[], language: Language): Message {
  const key = guesses.length === 0 ? 'standard.none' : 'standard.none-but'
  const text = texts(language)(key, { query: brief(query, 100) })
  return { text, blocks: [section(text), ...guesses.map((guess) => standardPick(guess, language))] }
}

/** One standard to choose: its name, title and stage, and the button that opens its card. */
export function standardPick(standard: Standard, language: Language): KnownBlock {
  const title = brief(nameIn(standard.titles, language), 200)
  const stage = escapeMrkdwn(stageInWords(standard.stages, standard.stage, language))
  return {
    ...section(`*${brief(standard.designation, 80)}* ${title}\n${stage}`),
    accessory: {
      type: 'button',
      action_id: pickStandardId,
      value: standard.id,
      text: { type: 'plain_text', text: texts(language)('standard.open') },
      accessibility_label: shorten(`${texts(language)('standard.open')} ${standard.designation}`, 75),
    },
  }
}

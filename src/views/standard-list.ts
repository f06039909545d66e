import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Standard } from '../domain/standard/rules.ts'
import { texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { listed } from './listed.ts'
import { brief, escapeMrkdwn, shorten } from './mrkdwn.ts'
import { pageButtons } from './page-buttons.ts'
import { stageInWords } from './stage-words.ts'

/** The button that opens the card of one hit; its value is the standard's id. */
export const pickStandardId = 'standard.pick'

/** One page of several that answer; `from` of `total` lie before it, and a page holds `size`. */
export type Hits = { standards: readonly Standard[]; from: number; total: number; size: number }

/** Several standards bear what was asked for: one is picked with a button. */
export function standardList(query: string, hits: Hits, language: Language): Message {
  const { standards, from, total, size } = hits
  const isPaged = from > 0 || total > standards.length
  const text = texts(language)(isPaged ? 'standard.too-many' : 'standard.many', {
    count: total,
    query: brief(query, 100),
  })
  return {
    text,
    blocks: [
      section(text),
      ...standards.map((hit) => standardPick(hit, language)),
      ...pageButtons({ of: 'find', text: query, from, shown: standards.length, total, size }, language),
    ],
  }
}

/** Nothing bears that name: the nearest guesses, if there are any. */
export function standardGuesses(query: string, guesses: readonly Standard[], language: Language): Message {
  const key = guesses.length === 0 ? 'standard.none' : 'standard.none-but'
  const text = texts(language)(key, { query: brief(query, 100) })
  return { text, blocks: [section(text), ...guesses.map((guess) => standardPick(guess, language))] }
}

/** An answer to several names, with those that are not on record. */
export function withUnknown(message: Message, names: readonly string[], language: Language): Message {
  if (names.length === 0) return message
  const text = texts(language)('standard.not-on-record', { names: listed(names, language) })
  return { text: `${text} ${message.text}`, blocks: [context(text), ...message.blocks] }
}

/** One standard to choose: its name, title and stage, and the button that opens its card. */
export function standardPick(standard: Standard, language: Language): KnownBlock {
  const stage = escapeMrkdwn(stageInWords(standard.stages, standard.stage, language))
  return standardRow(standard, stage, language)
}

/** A standard in two lines, the second of which is harmless already, with a button that opens its card. */
export function standardRow(standard: Standard, second: string, language: Language): KnownBlock {
  const title = brief(nameIn(standard.titles, language), 200)
  return {
    ...section(`*${brief(standard.designation, 80)}* ${title}\n${second}`),
    accessory: {
      type: 'button',
      action_id: pickStandardId,
      value: standard.id,
      text: { type: 'plain_text', text: texts(language)('standard.open') },
      accessibility_label: shorten(`${texts(language)('standard.open')} ${standard.designation}`, 75),
    },
  }
}

import type { Message } from '../contract/reply.ts'
import type { Language } from '../domain/language/rules.ts'
import type { Standard } from '../domain/standard/rules.ts'
import { texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { listed } from './listed.ts'
import { standardPick } from './standard-list.ts'

/** More would not be read; they are counted. */
const mostShown = 10

/** The standards that a message names, each to be opened, and what it names that is not on record. */
export function standardsSpotted(
  standards: readonly Standard[],
  unknown: readonly string[],
  language: Language,
): Message {
  const say = texts(language)
  const shown = standards.slice(0, mostShown)
  const left = standards.length - shown.length
  const none = unknown.length === 0 ? say('spotted.none') : undefined
  const text = standards.length === 0 ? none : say('spotted.many', { count: standards.length })
  const absent =
    unknown.length === 0 ? undefined : say('spotted.unknown', { names: listed(unknown, language) })
  return {
    text: text ?? absent ?? '',
    blocks: [
      ...(text === undefined ? [] : [section(text)]),
      ...shown.map((standard) => standardPick(standard, language)),
      ...(left === 0 ? [] : [context(say('spotted.more', { count: left }))]),
      ...(absent === undefined ? [] : [text === undefined ? section(absent) : context(absent)]),
    ],
  }
}

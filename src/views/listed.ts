import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { brief } from './mrkdwn.ts'

/** So many names are read in one line; more are counted. */
const mostNamed = 12
const longestName = 80

/** Names from outside in one line, made harmless: `A, B and 3 more`. */
export function listed(names: readonly string[], language: Language): string {
  const say = texts(language)
  const named = names.slice(0, mostNamed).map((name) => brief(name, longestName))
  const text = named.join(say('list.comma'))
  const left = names.length - named.length
  return left === 0 ? text : say('list.more', { names: text, count: left })
}

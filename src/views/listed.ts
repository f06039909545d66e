import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { brief } from './mrkdwn.ts'

/** So many names are read in one line; more are counted. */
const mostNamed = 12
const longestName = 80

/** Names from outside in one line, made harmless: `A, B and 3 more`. */
export function listed(names: readonly string[], language: Language): string {
  return firstOf(names, mostNamed, (name) => brief(name, longestName), language)
}

/** The first of all in one line, and how many more there are. `inWords` makes each harmless. */
export function firstOf<T>(
  all: readonly T[],
  most: number,
  inWords: (one: T) => string,
  language: Language,
): string {
  const say = texts(language)
  const names = all
    .slice(0, most)
    .map((one) => inWords(one))
    .join(say('list.comma'))
  return all.length <= most ? names : say('list.more', { names, count: all.length - most })
}

import type { Span } from './printed-text.ts'
import type { Topic } from './topics.ts'

/** What one character stands for, where several countries are named so: `美欧日`. */
const ofCharacter: Readonly<Record<string, string>> = { 美: 'us', 欧: 'eu', 日: 'jp', 韩: 'kr', 英: 'gb' }

/** Nothing but several of them stands between what they are dealt with and what is done. */
const together =
  /(?<=[与和同跟对赴及向]|加强|深化|推进|^|[,、])[美欧日韩英]{2,5}(?=[等,、。的在之]|$|开展|交流|合作|标准|国际|双边|多边|三方)/g

/** The countries that a text names by one character each, several at once: `与美欧日等国家和地区交流`. */
export function countriesInShort(
  folded: string,
  topics: readonly Topic[],
): { value: string; parts: readonly Span[] }[] {
  const known = new Set(topics.map(({ id }) => id))
  return [...folded.matchAll(together)].flatMap(({ 0: names, index }) =>
    [...names].flatMap((name, at) => {
      const value = ofCharacter[name]
      if (value === undefined || !known.has(value)) return []
      return [{ value, parts: [{ from: index + at, to: index + at + 1 }] }]
    }),
  )
}

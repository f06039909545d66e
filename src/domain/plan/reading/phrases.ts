import type { Phrases } from '../../work/kind.ts'
import { overlap, type PrintedText, type Span } from './printed-text.ts'

/** A phrase where it stands in a text: its parts in their order, without what lies between them. */
export type Match<Value> = { value: Value; parts: readonly Span[] }

/** Phrases ready to be looked for. */
export type Lookup<Value> = readonly { value: Value; phrase: readonly Part[] }[]

/** `sign` stands, in lower case, wherever the pattern can be found: looking for it first saves most of the search. */
type Part = { pattern: RegExp; sign: string; isChinese: boolean }

/** How much may stand for a `…`: an enumeration in Chinese, which has no blanks; some words in English. */
const mostChinese = 80
const mostEnglish = 160
const mostWords = 8
/** A Chinese clause ends with its comma, an English one goes on over the commas of a list. */
const endOfChinese = /[，。；：！？,;:!?]/
const endOfEnglish = /[.;:!?](?=\s|$)|[。；：！？]/

/** Makes the phrases of many values ready. */
export function lookup<Value>(entries: Iterable<readonly [Value, Phrases]>): Lookup<Value> {
  return [...entries].flatMap(([value, { zh, en }]) => [
    ...zh.map((phrase) => ({ value, phrase: phrase.split('…').map(chinesePart) })),
    ...en.map((phrase) => ({ value, phrase: phrase.split('…').map(englishPart) })),
  ])
}

/** Every place where one of the phrases stands, overlapping or not. */
export function matchesIn<Value>({ folded }: PrintedText, phrases: Lookup<Value>): Match<Value>[] {
  const lower = folded.toLowerCase()
  const known = new Map<string, Span[]>()
  const placesOf = ({ pattern, sign }: Part) => {
    const key = `${pattern.flags} ${pattern.source}`
    const places = known.get(key) ?? (lower.includes(sign) ? placesIn(folded, pattern) : [])
    known.set(key, places)
    return places
  }
  return phrases.flatMap(({ value, phrase }) =>
    phraseIn(folded, phrase, placesOf).map((parts) => ({ value, parts })),
  )
}

/**
 * Of matches that share words the longest is meant, and has these words for itself; of those as long, the one whose
 * parts stand closer, then the first. In the order of the text.
 */
export function longestOf<Value>(matches: readonly Match<Value>[]): Match<Value>[] {
  return chosenWith([], matches).sort((a, b) => from(a) - from(b))
}

/**
 * The same where what stands in one piece is surer than what other words part: `standards system` is meant, not
 * `develop … standards`. What is parted may not go over words that belong to another value.
 */
export function surestOf<Value>(
  matches: readonly Match<Value>[],
  mayStand: (match: Match<Value>, chosen: readonly Match<Value>[]) => boolean,
): Match<Value>[] {
  const whole = chosenWith(
    [],
    matches.filter(({ parts }) => parts.length === 1),
  )
  const parted = matches.filter(({ parts }) => parts.length > 1)
  return chosenWith(whole, parted, mayStand).sort((a, b) => from(a) - from(b))
}

function chosenWith<Value>(
  before: readonly Match<Value>[],
  matches: readonly Match<Value>[],
  mayStand: (match: Match<Value>, chosen: readonly Match<Value>[]) => boolean = () => true,
): Match<Value>[] {
  const chosen = [...before]
  const byLength = [...matches].sort(
    (a, b) => lengthOf(b) - lengthOf(a) || gapOf(a) - gapOf(b) || from(a) - from(b),
  )
  for (const match of byLength) {
    if (chosen.some((other) => shareWords(other, match))) continue
    if (mayStand(match, chosen)) chosen.push(match)
  }
  return chosen
}

/** Where a match begins and ends, with all that lies between its parts. */
export function spanOf({ parts }: Match<unknown>): Span {
  return { from: parts[0]?.from ?? 0, to: parts.at(-1)?.to ?? 0 }
}

/** What lies between the parts of a match. */
export function gapsOf({ parts }: Match<unknown>): Span[] {
  return parts.slice(1).map(({ from }, index) => ({ from: parts[index]?.to ?? from, to: from }))
}

function shareWords(one: Match<unknown>, other: Match<unknown>): boolean {
  return one.parts.some((part) => other.parts.some((another) => overlap(part, another)))
}

function lengthOf({ parts }: Match<unknown>): number {
  return parts.reduce((sum, { from, to }) => sum + to - from, 0)
}

function gapOf(match: Match<unknown>): number {
  const { from, to } = spanOf(match)
  return to - from - lengthOf(match)
}

function from(match: Match<unknown>): number {
  return spanOf(match).from
}

function phraseIn(
  folded: string,
  [first, ...rest]: readonly Part[],
  placesOf: (part: Part) => readonly Span[],
): Span[][] {
  if (first === undefined) return []
  let found = placesOf(first).map((span) => [span])
  for (const part of rest) {
    if (found.length === 0) return []
    const places = placesOf(part)
    found = found.flatMap((parts) =>
      places
        .filter((place) => isSameClause(folded, parts.at(-1)?.to ?? 0, place.from, part))
        .map((place) => [...parts, place]),
    )
  }
  return found
}

function placesIn(folded: string, pattern: RegExp): Span[] {
  return [...folded.matchAll(pattern)].map(({ 0: words, index }) => ({
    from: index,
    to: index + words.length,
  }))
}

function isSameClause(folded: string, from: number, to: number, { isChinese }: Part): boolean {
  if (to < from || to - from > (isChinese ? mostChinese : mostEnglish)) return false
  const between = folded.slice(from, to)
  if (isChinese) return !endOfChinese.test(between)
  return !endOfEnglish.test(between) && (between.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0) <= mostWords
}

/** A blank may have come between two Chinese characters where a line was broken. */
function chinesePart(text: string): Part {
  const [first = '', ...others] = [...text.trim()]
  const pattern = [first, ...others].map(literally).join(' ?')
  return { pattern: new RegExp(pattern, 'g'), sign: first.toLowerCase(), isChinese: true }
}

/** A hyphen, a blank or neither may part the words: `white paper`, `white-paper`, `whitepaper`. */
function englishPart(text: string): Part {
  const words = text.trim().split(/[\s-]+/)
  const patterns = words.map((word) => literally(word).replace(/\\\*$/, `${letter}*`))
  return {
    pattern: new RegExp(
      `(?<!${letter}|[0-9])${patterns.join('[ -]{0,3}')}(?!${letter}|[0-9])`,
      /\p{Lu}/u.test(text) ? 'g' : 'gi',
    ),
    sign: words[0]?.replace(/\*$/, '').toLowerCase() ?? '',
    isChinese: false,
  }
}

/** Said in full, since a class by its Unicode property is slow to make ready a thousand times. */
const letter = '[A-Za-z\\u00c0-\\u024f]'

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

import { countriesInShort } from './countries-in-short.ts'
import { enumeratedIn } from './enumeration.ts'
import type { KindAsked } from './kinds-asked.ts'
import { longestOf, lookup, type Match, matchesIn, spanOf } from './phrases.ts'
import { overlap, type PrintedText, type Span } from './printed-text.ts'
import type { Topic } from './topics.ts'

/** A topic where a text names it: the id of a known one, or its own words. */
export type TopicNamed = Match<string>

/** Made ready once for each list of topics, since a plan's points are read one by one. */
const ready = new WeakMap<readonly Topic[], ReturnType<typeof readyTopics>>()

/**
 * The topics that a text names, in its order: known ones, and what it enumerates besides.
 *
 * @param asked where the text asks for work: what is enumerated there is no topic
 */
export function topicsNamed(
  text: PrintedText,
  topics: readonly Topic[],
  asked: readonly KindAsked[],
): TopicNamed[] {
  const made = ready.get(topics) ?? readyTopics(topics)
  ready.set(topics, made)
  const known = longestOf(
    [...matchesIn(text, made.phrases), ...countriesInShort(text.folded, topics)].filter(
      (match) =>
        !isDesignation(text.folded, spanOf(match)) &&
        !isAcrossWords(text.folded, spanOf(match)) &&
        !isLeftOut(text.folded, spanOf(match)),
    ),
  )
  const taken = [...known, ...asked].flatMap(({ parts }) => parts)
  const works = asked.filter(({ value }) => !value.isSubject).flatMap(({ parts }) => parts)
  const enumerated = enumeratedIn(text.folded, known.map(spanOf), works)
    .filter((span) => !taken.some((other) => overlap(span, other)))
    .map((span) => {
      const words = text.folded.slice(span.from, span.to)
      return { value: made.listed.get(words.toLowerCase()) ?? words, parts: [span] }
    })
  return [...known, ...enumerated].sort((a, b) => spanOf(a).from - spanOf(b).from)
}

function readyTopics(topics: readonly Topic[]) {
  const listed = topics.flatMap(({ id, listed: { zh, en } = { zh: [], en: [] } }) =>
    [...zh, ...en].map((words) => [words.toLowerCase(), id] as const),
  )
  return {
    phrases: lookup(topics.map(({ id, words }) => [id, words] as const)),
    listed: new Map(listed),
  }
}

const leavingOut =
  /不(?:涉及|包括|包含|含|涵盖|覆盖)[^,，。;；:：]{0,12}$|\b(?:excluding|except(?: for)?|does not cover|do not cover|not covering|not including)(?: (?!but\b)[^\s,.;:]+){0,3} $/i

/** What is named to leave it out is no topic: `不涉及人工智能`, `excluding artificial intelligence`. */
function isLeftOut(folded: string, { from }: Span): boolean {
  return leavingOut.test(folded.slice(Math.max(0, from - 60), from))
}

/** What ends in the first character of a country's name: `方法`, `道德`, `精英`, `近日`. */
const endOfWord =
  /(?:[方办算语立执司宪刑民商违守合技书手文做想看说]法|[道品公美医武]德|[精群]英|[精完优]美|[今近昨明当即节次每]日)$/
/** What begins with the last character of it: `国家标准`, `国内`, `国外`, `日本会`. */
const startOfWord = /^(?:国(?:家(?![电具庭居])|[内外产有网标])|本)/

/**
 * The end of one word and the start of another name no country: `测评方法国家标准`, `道德国家标准`. That of `国际` is none
 * in any case, but for two countries told together: `中德国际合作`.
 */
function isAcrossWords(folded: string, { from, to }: Span): boolean {
  const [before, behind] = [folded.slice(Math.max(0, from - 1), from + 1), folded.slice(to - 1, to + 1)]
  if (behind === '国际') return folded.charAt(from - 1) !== '中'
  return endOfWord.test(before) && startOfWord.test(behind)
}

/** `ISO/IEC 27001` names a standard, and `ISO/IEC JTC 1` a committee: neither is the body that it begins with. */
function isDesignation(folded: string, { from, to }: Span): boolean {
  if (!/^[A-Z.-]+$/.test(folded.slice(from, to))) return false
  const behind = /^(?:[/$-]| ?\d| (?:JTC|SC|TC|WG|TS|TR|PAS|DIS|FDIS|CD|WD|EN|GB|X|Y|RFC)\b)/
  return folded.charAt(from - 1) === '/' || behind.test(folded.slice(to))
}

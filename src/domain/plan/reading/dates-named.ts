import { type Day, isDay } from '../../calendar/day.ts'
import { chineseDates } from './dates/chinese.ts'
import { englishDates } from './dates/english.ts'
import { foundOf } from './found-of.ts'
import type { Found } from './outline.ts'
import { longestOf, type Match, spanOf } from './phrases.ts'
import type { PrintedText } from './printed-text.ts'

/** `《网络安全法》2026年1月1日施行`, `the Act that applies from 1 June`: nothing is due on such a day. */
const lawBefore = /(?:》|[法例])[,，]?(?:将|已)?(?:自|于|从)?$/
const inForceBehind = /^(?:起|开始)?(?:正式)?(?:施行|生效|实施)/
const inForceBefore =
  /(?:into force|(?:takes?|took|taking) effect|effective|appl(?:y|ies|ied|icable)|in force)(?: (?:as of|as from|since|from|on))? $/i

/**
 * The days that a text names, exactly or as the end of a month, quarter, half or year. A year that is no deadline names no
 * day, and none is made up for it; nor does a day before the plan's own year, or one on which a law takes effect.
 *
 * @param year for what the text tells without one
 */
export function datesNamed(text: PrintedText, year: number): Found<Day>[] {
  const matches: Match<Day>[] = [...englishDates, ...chineseDates].flatMap(({ pattern, dayOf }) =>
    [...text.folded.matchAll(pattern)].flatMap(({ 0: words, index, groups = {} }) => {
      const day = dayOf(groups, year)
      return isDay(day) ? [{ value: day, parts: [{ from: index, to: index + words.length }] }] : []
    }),
  )
  // What was done before is told of, and not asked for.
  const asked = longestOf(matches).filter(
    (match) => match.value >= `${year}-01-01` && !isInForce(text.folded, match),
  )
  return foundOf(text, asked)
}

function isInForce(folded: string, match: Match<Day>): boolean {
  const { from, to } = spanOf(match)
  const before = folded.slice(Math.max(0, from - 40), from)
  return inForceBefore.test(before) || (lawBefore.test(before) && inForceBehind.test(folded.slice(to)))
}

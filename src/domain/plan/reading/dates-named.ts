import { type Day, isDay } from '../../calendar/day.ts'
import { chineseDates } from './dates/chinese.ts'
import { englishDates } from './dates/english.ts'
import { foundOf } from './found-of.ts'
import type { Found } from './outline.ts'
import { longestOf, type Match } from './phrases.ts'
import type { PrintedText } from './printed-text.ts'

/**
 * The days that a text names, exactly or as the end of a month, quarter, half or year. A month or a year that is no
 * deadline names no day, and none is made up for it; nor does a day before the plan's own year.
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
  const asked = longestOf(matches).filter(({ value }) => value >= `${year}-01-01`)
  return foundOf(text, asked)
}

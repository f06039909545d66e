import { addDays, type Day } from './day.ts'
import { daysFrom } from './marking.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** Days in a row, both with it. */
export type Span = { first: Day; last: Day }

/** What is out of the ordinary in a span of days. */
export type DaysOff = {
  /** Days off in a row with one at least that is no weekend, together with the weekend beside it. */
  off: Span[]
  /** Days of a weekend that are worked. */
  worked: Day[]
  /** From here on weekends are all that it goes by. */
  unknownFrom?: Day
}

/** The days off and the worked weekends of a calendar in a span. */
export function daysOff(calendar: WorkingCalendar, { first, last }: Span): DaysOff {
  const days = daysFrom(first, last)
  const unknownFrom = days.find((day) => !calendar.isCovered(day))
  const spans: Span[] = []
  for (const day of days) {
    if (calendar.isWorkingDay(day)) continue
    const span = spans.at(-1)
    if (span !== undefined && addDays(span.last, 1) === day) span.last = day
    else spans.push({ first: day, last: day })
  }
  const isHoliday = (span: Span) => daysFrom(span.first, span.last).some((day) => !calendar.isWeekend(day))
  return {
    off: spans.filter(isHoliday),
    worked: days.filter((day) => calendar.isWeekend(day) && calendar.isWorkingDay(day)),
    ...(unknownFrom !== undefined && { unknownFrom }),
  }
}

import { addDays, addMonths, type Day, type PartialDay, spanOf } from '../calendar/day.ts'

/** How long a clock runs. */
export type Period = { days: number } | { months: number }

/** When a period ends that began on a day which may be known only as a month or a year. */
export type End = {
  /** The earliest day on which it may end, and the day itself where its beginning is known to the day. */
  on: Day
  /** The latest one. */
  latest: Day
}

/** From here on a year is exact enough to speak of the earliest end; a shorter period would be guesswork. */
const monthsForYear = 36

/**
 * The end of a period; undefined where its beginning is not known exactly enough to tell: a period of days needs a day,
 * one of months a month, and one of three years or more a year.
 */
export function endOf(from: PartialDay, period: Period): End | undefined {
  if ('days' in period) {
    if (from.length < 10) return undefined
    const on = addDays(from, period.days)
    return { on, latest: on }
  }
  if (from.length === 4 && period.months < monthsForYear) return undefined
  const { first, last } = spanOf(from)
  return { on: addMonths(first, period.months), latest: addMonths(last, period.months) }
}

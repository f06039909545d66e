import { DateTime } from 'luxon'

/** A calendar day `YYYY-MM-DD`. It belongs to whatever zone its owner lives in and is no instant. */
export type Day = string

/** A day, month or year as exactly as a source tells it: `2024-03-15`, `2024-03` or `2024`. */
export type PartialDay = string

/** The calendar day on which `at` falls in `zone` (an IANA name). */
export function dayIn(zone: string, at: Date): Day {
  return DateTime.fromJSDate(at, { zone }).toISODate() ?? fail(`${zone} is not a zone`)
}

/** The day `count` days after `day`; before it where `count` is negative. */
export function addDays(day: Day, count: number): Day {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days: count }).toISODate() ?? fail(`${day} is no day`)
}

/** Days from `from` to `to`: 1 from today to tomorrow, negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  const start = DateTime.fromISO(from, { zone: 'utc' })
  return Math.round(DateTime.fromISO(to, { zone: 'utc' }).diff(start, 'days').days)
}

function fail(what: string): never {
  throw new RangeError(what)
}

import { DateTime } from 'luxon'

/** A calendar day `YYYY-MM-DD`. It belongs to whatever zone its owner lives in and is no instant. */
export type Day = string

/** A day, month or year as exactly as a source tells it: `2024-03-15`, `2024-03` or `2024`. */
export type PartialDay = string

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** The last minute asked for in each zone, and its day. Every zone's offset has been whole minutes since 1972. */
const lastMinutes = new Map<string, { minute: number; day: Day }>()

/** The calendar day on which `at` falls in `zone` (an IANA name). */
export function dayIn(zone: string, at: Date): Day {
  const minute = Math.floor(at.getTime() / minuteMs)
  const last = lastMinutes.get(zone)
  if (last?.minute === minute) return last.day
  const day = DateTime.fromJSDate(at, { zone }).toISODate() ?? fail(`${zone} is not a zone`)
  lastMinutes.set(zone, { minute, day })
  return day
}

/** The instant at which `day` begins in `zone` (an IANA name); where no clock shows midnight on it, the first that is shown. */
export function startOf(day: Day, zone: string): Date {
  return DateTime.fromISO(day, { zone }).startOf('day').toJSDate()
}

/** The day `count` days after `day`; before it where `count` is negative. */
export function addDays(day: Day, count: number): Day {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days: count }).toISODate() ?? fail(`${day} is no day`)
}

/**
 * The day `count` months after `day`, or before it where `count` is negative; where that month is shorter, its last
 * day: a month after 31 January is 28 or 29 February.
 */
export function addMonths(day: Day, count: number): Day {
  return (
    DateTime.fromISO(day, { zone: 'utc' }).plus({ months: count }).toISODate() ?? fail(`${day} is no day`)
  )
}

/** Whether the text is a day that the calendar has: `2026-02-29` is none. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid
}

/** The first and the last day that a partial day may mean. */
export function spanOf(day: PartialDay): { first: Day; last: Day } {
  if (day.length === 10) return { first: day, last: day }
  const first = day.length === 7 ? `${day}-01` : `${day}-01-01`
  return { first, last: addDays(addMonths(first, day.length === 7 ? 1 : 12), -1) }
}

/** Whether a day lies after another, as exactly as both are known: `2024-05` surely lies after no day of May 2024. */
export function isSurelyAfter(day: PartialDay, other: PartialDay): boolean {
  const exactness = Math.min(day.length, other.length)
  return day.slice(0, exactness) > other.slice(0, exactness)
}

/** Days from `from` to `to`: 1 from today to tomorrow, negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)
}

function fail(what: string): never {
  throw new RangeError(what)
}

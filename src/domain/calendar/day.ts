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

/** The day `count` days after `day`; before it where `count` is negative. */
export function addDays(day: Day, count: number): Day {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days: count }).toISODate() ?? fail(`${day} is no day`)
}

/** Days from `from` to `to`: 1 from today to tomorrow, negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)
}

function fail(what: string): never {
  throw new RangeError(what)
}

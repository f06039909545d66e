import type { Day } from './day.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** How many days of a year were worked, and how many not known, up to each of its days and with it. */
type YearCounts = { worked: number[]; unknown: number[] }

const dayMs = 86_400_000

/** Counting goes over the same days again and again: each year of a calendar is looked at once. */
const counted = new WeakMap<WorkingCalendar, Map<number, YearCounts>>()

/** Working days, and those whose days off are not known, behind `from`, up to `to` and with it; `from` is before `to`. */
export function countDays(
  calendar: WorkingCalendar,
  from: Day,
  to: Day,
): { worked: number; unknown: number } {
  const [start, end] = [placeOf(from), placeOf(to)]
  const first = countsOf(calendar, start.year)
  let worked = -(first.worked[start.at] ?? 0)
  let unknown = -(first.unknown[start.at] ?? 0)
  for (let year = start.year; year < end.year; year += 1) {
    const { worked: all, unknown: notKnown } = countsOf(calendar, year)
    worked += all.at(-1) ?? 0
    unknown += notKnown.at(-1) ?? 0
  }
  const last = countsOf(calendar, end.year)
  return { worked: worked + (last.worked[end.at] ?? 0), unknown: unknown + (last.unknown[end.at] ?? 0) }
}

/** A day by its year and its place in it, from 0. */
function placeOf(day: Day): { year: number; at: number } {
  const year = Number(day.slice(0, 4))
  return { year, at: Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(year, 0, 1)) / dayMs) }
}

function countsOf(calendar: WorkingCalendar, year: number): YearCounts {
  const years = counted.get(calendar) ?? new Map<number, YearCounts>()
  counted.set(calendar, years)
  const known = years.get(year)
  if (known !== undefined) return known
  const counts: YearCounts = { worked: [], unknown: [] }
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10)
    counts.worked.push((counts.worked.at(-1) ?? 0) + (calendar.isWorkingDay(day) ? 1 : 0))
    counts.unknown.push((counts.unknown.at(-1) ?? 0) + (calendar.isCovered(day) ? 0 : 1))
  }
  years.set(year, counts)
  return counts
}

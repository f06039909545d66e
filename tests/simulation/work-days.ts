import chineseDays from 'chinese-days'
import Holidays from 'date-holidays'
import { DateTime } from 'luxon'

/** A mark of the secretariat's: of one group, or of the whole committee where none is named. */
export type Mark = { day: string; isWorked: boolean; group?: string }

/** Which days are worked, read from the published tables and not by way of the bot. */
export type WorkDays = {
  isWorked(day: string): boolean
  /** Working days behind `from`, up to `to` and with it. */
  between(from: string, to: string): number
}

/** ISO numbers of the days of a weekend, where that is not Saturday and Sunday. */
const weekends: Record<string, number[]> = { EG: [5, 6] }

/** `calendar`: `CN`, a country's code, or `none` for plain weekends. */
export function workDays(calendar: string, marks: readonly Mark[] = []): WorkDays {
  const marked = new Map(marks.map(({ day, isWorked }) => [day, isWorked]))
  const known = new Map<string, boolean>()
  const country = calendar === 'CN' || calendar === 'none' ? undefined : new Holidays(calendar)
  const holidays = new Map<string, Set<string>>()

  function holidaysOf(year: string): Set<string> {
    const found = holidays.get(year) ?? new Set<string>()
    if (country === undefined || holidays.has(year)) return found
    holidays.set(year, found)
    for (const { date, start, end, type } of country.getHolidays(Number(year))) {
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000))
      if (type === 'public') for (let i = 0; i < days; i += 1) found.add(daysAfter(date.slice(0, 10), i))
    }
    return found
  }

  function look(day: string): boolean {
    const isWeekend = (weekends[calendar] ?? [6, 7]).includes(weekdayOf(day))
    if (calendar !== 'CN') return !isWeekend && !holidaysOf(day.slice(0, 4)).has(day)
    // What a notice of the State Council names has its names in three languages; the rest goes by the weekday.
    const { name, work } = chineseDays.getDayDetail(day)
    return name.includes(',') ? work : !isWeekend
  }

  function isWorked(day: string): boolean {
    const found = known.get(day) ?? marked.get(day) ?? look(day)
    known.set(day, found)
    return found
  }

  return {
    isWorked,
    between(from, to) {
      let count = 0
      for (let day = daysAfter(from, 1); day <= to; day = daysAfter(day, 1)) if (isWorked(day)) count += 1
      return count
    },
  }
}

/** The day so many days later, or earlier. */
export function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** 1 is Monday. */
export function weekdayOf(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  return daysAfter(day, 1 - weekdayOf(day))
}

/** The wall clock of a zone at a moment: the day, and the time as `HH:mm`. */
export function wallClock(zone: string, at: Date): { day: string; time: string } {
  const here = DateTime.fromJSDate(at, { zone })
  return { day: here.toFormat('yyyy-MM-dd'), time: here.toFormat('HH:mm') }
}

/** The moment at which the wall clock of a zone shows that. */
export function momentOf(day: string, time: string, zone: string): Date {
  return DateTime.fromISO(`${day}T${time}`, { zone }).toJSDate()
}

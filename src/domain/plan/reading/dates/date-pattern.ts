import { addDays, type Day, isDay } from '../../../calendar/day.ts'

/** How a day is written, and which one it is; whatever is no day is left out by whoever asks. */
export type DatePattern = {
  pattern: RegExp
  dayOf: (groups: Record<string, string | undefined>, year: number) => Day
}

/** A day by its numbers, whether or not the calendar has it. */
export function dayOf(year: number, month: number, day: number): Day {
  return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join(
    '-',
  )
}

/** The last day of a month. */
export function lastDayOf(year: number, month: number): Day {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return dayOf(year, month, lengths[month - 1] ?? 0)
}

/** The day before another, which the calendar may not have. */
export function dayBefore(day: Day): Day {
  return isDay(day) ? addDays(day, -1) : day
}

/** Years that a plan may speak of; other numbers of four digits are numbers. */
export const yearDigits = '(?:19|20|21)\\d\\d'

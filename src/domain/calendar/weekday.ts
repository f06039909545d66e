import { addDays, type Day } from './day.ts'

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The first day of the week in which the day lies: weeks go from Monday to Sunday (ISO 8601). */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

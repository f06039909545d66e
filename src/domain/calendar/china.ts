import chineseDays from 'chinese-days'
import type { Day } from './day.ts'
import { weekdayOf } from './weekday.ts'

/**
 * Whether people work on that day in China by the State Council's notices, which move weekends (调休): a Saturday may
 * be worked and a Monday be off. In a year without a notice it is told by the weekday.
 */
export function isChinaWorkingDay(day: Day): boolean {
  const { name, work } = chineseDays.getDayDetail(day)
  // The library's own weekdays are a day late in processes west of Greenwich; what a notice names is right everywhere.
  return isNamed(name) ? work : weekdayOf(day) < 6
}

/**
 * Whether the notice that settles this day is known: that of its year, and for the last week of December that of the
 * next one too, for New Year's holiday reaches back.
 */
export function isChinaCovered(day: Day): boolean {
  const year = Number(day.slice(0, 4))
  return hasNotice(year) && (day.slice(5) < '12-25' || hasNotice(year + 1))
}

/** Every notice has New Year's Day. */
function hasNotice(year: number): boolean {
  return isNamed(chineseDays.getDayDetail(`${year}-01-01`).name)
}

/** `New Year's Day,元旦,1` is of a notice; a day that the library knows nothing of is named by its weekday. */
function isNamed(name: string): boolean {
  return name.includes(',')
}

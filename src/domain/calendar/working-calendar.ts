import { isChinaCovered, isChinaWorkingDay } from './china.ts'
import { countryDays } from './country.ts'
import { addDays, type Day } from './day.ts'
import { countDays } from './day-counts.ts'
import { weekdayOf } from './weekday.ts'

/** Which days are worked. */
export type WorkingCalendar = {
  /** `CN`, the ISO code of another country or region such as `DE` or `DE-BY`, or `none` for plain weekends. */
  name: string
  isWorkingDay(day: Day): boolean
  /** Whether that weekday is off in an ordinary week. */
  isWeekend(day: Day): boolean
  /** False where the days off of that time are not known yet, so that weekends are all it goes by. */
  isCovered(day: Day): boolean
}

/**
 * The calendar of a committee or group: the one that it names, else China's for those that live on Chinese time, else
 * plain weekends, which are not worked anywhere that we know nothing of.
 */
export async function workingCalendar(of: { calendar?: string; zone: string }): Promise<WorkingCalendar> {
  const name = of.calendar ?? (chineseZones.has(of.zone) ? 'CN' : 'none')
  const known = calendars.get(name)
  if (known !== undefined) return known
  const made: WorkingCalendar = { name, ...(await countryDays(name)) }
  calendars.set(name, made)
  return made
}

const chineseZones = new Set(['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Harbin', 'PRC'])

function isWeekend(day: Day): boolean {
  return weekdayOf(day) > 5
}

/** Those that were asked for stay: a table of holidays is the same for everybody. */
const calendars = new Map<string, WorkingCalendar>([
  ['CN', { name: 'CN', isWorkingDay: isChinaWorkingDay, isWeekend, isCovered: isChinaCovered }],
  ['none', { name: 'none', isWorkingDay: (day) => !isWeekend(day), isWeekend, isCovered: () => true }],
])

/** Working days behind `from`, up to `to` and with it; none where `to` is not after `from`. */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: Day,
  to: Day,
): { days: number; isCovered: boolean } {
  if (to <= from) return { days: 0, isCovered: true }
  const { worked, unknown } = countDays(calendar, from, to)
  return { days: worked, isCovered: unknown === 0 }
}

/**
 * No holidays last longer: China's Golden Week comes to 8 days, to 11 with bridging. Where a committee marks more days
 * off than these in a row, what falls in their midst, further than this from a working day, is not due at all.
 */
export const longestBreakDays = 62

/** The first working day from `day` on; `day` itself where the break is longer than any. */
export function firstWorking(calendar: WorkingCalendar, day: Day): Day {
  for (let ahead = 0; ahead <= longestBreakDays; ahead += 1)
    if (calendar.isWorkingDay(addDays(day, ahead))) return addDays(day, ahead)
  return day
}

/** The last working day up to `day` and with it; `day` itself where a month holds none. */
export function lastWorkingDay(calendar: WorkingCalendar, day: Day): Day {
  for (let back = 0; back < 31; back += 1) {
    const candidate = addDays(day, -back)
    if (calendar.isWorkingDay(candidate)) return candidate
  }
  return day
}

import type { PartialDay } from '../../src/domain/calendar/day.ts'
import { weekdayOf } from '../../src/domain/calendar/weekday.ts'

/** As a month begins in English, from January on. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const shortWeekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** In full, each from Monday on. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
export const zhWeekdays = '一二三四五六日'

/** The beginnings of English months, as a pattern. */
export const monthBegin = `(?:${months.join('|')})`
/** An English month in full or short, as a pattern without groups. */
export const monthName =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
/** The beginnings of English weekdays, and what may follow them up to the end of the word. */
export const weekdayBegin = shortWeekdays.join('|')
export const weekdayEnd = String.raw`(?:s|nes|rs|ur)?(?:day)?\.?`

/** 1 is January; 0 for what begins no month. */
export function monthNumber(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

/** A weekday beside a day says the same once more: where it does not, one of them is a slip. */
export function fallsOn(on: PartialDay, weekday: string | undefined): boolean {
  if (weekday === undefined) return true
  const nth = weekdayOf(on) - 1
  const said = weekday.toLowerCase().replace('天', '日')
  return shortWeekdays[nth] === said || zhWeekdays[nth] === said
}

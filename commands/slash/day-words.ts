import { UserError } from '../../src/contract/errors.ts'
import { isDay, type PartialDay } from '../../src/domain/calendar/day.ts'
import { fallsOn, monthBegin, monthName, monthNumber, weekdayBegin, weekdayEnd } from './calendar-names.ts'

/** A day, month or year with which a text ends, and where it begins there. */
export type DayBehind = { on: PartialDay; index: number }

const begin = String.raw`(?:^|\s)(?:(?<word>on|since|until|于|自|至|到)\s*)?`
const weekday = String.raw`(?:(?<weekday>${weekdayBegin})${weekdayEnd},?\s+)?`
const month = String.raw`(?<month>${monthName})\.?`
const date = String.raw`(?<date>\d{1,2})`
const year = String.raw`,?\s+(?<year>\d{4})$`

/** As people type a day, and as the cards print one in either language; the fullest first. */
const forms = [
  String.raw`${begin}${weekday}${date}\s+${month}${year}`,
  String.raw`${begin}${weekday}${month}\s+${date}${year}`,
  `${begin}${month}${year}`,
  String.raw`${begin}(?<year>\d{4})(?:[-/.年](?<month>\d{1,2})(?:[-/.月]${date}(?:日(?:周|星期)(?<weekday>[一二三四五六日天])|日)?|月)?|年)?$`,
].map((form) => new RegExp(form, 'iu'))

/** As the cards print a day of this year; which year is meant, nobody can know. */
const withoutYear = new RegExp(
  String.raw`(?:^|\s)(?:on|since|until)\s+((?:(?:${weekdayBegin})[a-z]*\.?,?\s+)?(?:\d{1,2}\s+${monthBegin}[a-z]*\.?|${monthBegin}[a-z]*\.?\s+\d{1,2}))$`,
  'iu',
)

const zhWithoutYear =
  /\s(?:于|自|至|到)\s*(\d{1,2}\s*月\s*\d{1,2}\s*[日号](?:(?:周|星期)[一二三四五六日天])?)$/u

/**
 * The day with which a text ends: `on 2026-11-27`, `Fri, 27 Nov 2026`, `于2026年11月27日周五`, `November 2026`. A bare year is
 * one only behind its word, for a designation may end in one.
 * @throws UserError where a day is written that the calendar does not have, or not on that weekday, or without its year
 */
export function dayBehind(text: string): DayBehind | undefined {
  const half = (withoutYear.exec(text) ?? zhWithoutYear.exec(text))?.[1]
  if (half !== undefined) throw new UserError('record.no-day', { text: half })
  const found = forms.map((form) => form.exec(text)).find((match) => match !== null)
  const { word, year = '', month, date, weekday } = found?.groups ?? {}
  const isBareYear = word === undefined && month === undefined && !text.endsWith('年')
  if (!found || isBareYear) return undefined
  const parts = [year, month && monthDigits(month), date?.padStart(2, '0')].filter(
    (part) => part !== undefined,
  )
  const on = parts.join('-')
  if (!isDay(`${on}${'-01'.repeat(3 - parts.length)}`) || !fallsOn(on, weekday))
    throw new UserError('record.no-day', { text: found[0].trim() })
  return { on, index: found.index }
}

/** `11` of `Nov` or of `11`. */
function monthDigits(month: string): string {
  return String(monthNumber(month) || month).padStart(2, '0')
}

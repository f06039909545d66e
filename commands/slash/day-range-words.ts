import { UserError } from '../../src/contract/errors.ts'
import { addDays, type Day, isDay } from '../../src/domain/calendar/day.ts'
import { fallsOn, monthName, monthNumber, weekdayBegin, weekdayEnd, zhWeekdays } from './calendar-names.ts'
import {
  type Looks,
  looseDay,
  looseEnds,
  type NearDay,
  nearDay,
  nearDayMeant,
  nearDaysSaid,
  pastDay,
} from './near-day-words.ts'
import { countOf } from './span.ts'

/** A day as somebody typed it: what they left out is found from the other end of the range, and from today. */
type SaidDay = NearDay | { year?: number; month?: number; date: number; weekday?: string; text: string }

/** The days that a text names, and what stands before and behind them. */
export type SaidRange = { from: SaidDay; until?: SaidDay; before: string; behind: string }

const zhDigits = '〇一二三四五六七八九'

const name = String.raw`(?:${monthName})\.?`
const weekday = String.raw`(?:(?:${weekdayBegin})${weekdayEnd},?\s+)?`
const nth = String.raw`\d{1,2}(?:st|nd|rd|th)?`
const zhWeekday = String.raw`(?:\s*[(（]?(?:周|星期|礼拜)[${zhWeekdays}天][)）]?)?`
const zhDay = String.raw`(?:\s*[日号號])?${zhWeekday}`
const zhYear = '[〇○零一二三四五六七八九]{4}'
/** The numbers of months and days; nothing longer stands before them, and `周二` is none. */
const zhNumber =
  '(?<![〇○零一二三四五六七八九十周期拜第])(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])'
const zhMonth = String.raw`(?:\d{1,2}|${zhNumber})\s*月`
/** A number in Chinese is a day only with its word: `十二月一次会议` names none. */
const zhDate = String.raw`(?:\d{1,2}${zhDay}|${zhNumber}\s*[日号號]${zhWeekday})`

/** A day, the fullest spelling first. A lone number is one beside another day alone. */
const dated = [
  String.raw`\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}${zhDay}`,
  String.raw`(?:(?:\d{4}|${zhYear})\s*年\s*)?${zhMonth}\s*${zhDate}`,
  String.raw`${weekday}${nth}\s+${name}(?:,?\s+\d{4}(?!\d))?`,
  String.raw`${weekday}${name}\s+${nth}(?:,?\s+\d{4}(?!\d))?`,
].join('|')
const whole = `${dated}|${nearDay}`
const lone = String.raw`(?:${nth}${zhDay}|${zhNumber}\s*[日号號]${zhWeekday})`
const open = String.raw`(?:(?<![a-z])(?:from|since|on|between|starting)\s+|从\s*|自\s*|于\s*)?`
const apart = String.raw`\s*(?:(?<![a-z])(?:to|until|till|through|thru|and)(?![a-z])|[-–—~～]|至|到)\s*`
const close = String.raw`(?:\s*(?:为?止|期间))?`
// A number that goes on, or a letter behind one, is part of something else.
const edge = String.raw`(?![\d\p{Script=Latin}])`

const ranges = [
  `${open}(?<from>${whole})${apart}(?<until>${whole}|${lone})${edge}${close}`,
  `${open}(?<from>${lone})${apart}(?<until>${whole})${edge}${close}`,
  `${open}(?<from>${whole})${edge}`,
].map((form) => new RegExp(String.raw`(?<![\d.\p{Script=Latin}])${form}`, 'iu'))

/** Days with which a text begins, and what Chinese says behind the first of a number of them: `从周一起`. */
export const daysFirst = new RegExp(
  `^(?:${ranges.map(({ source }) => source.replaceAll(/\(\?<(?:from|until)>/g, '(?:')).join('|')})(?:起|开始)?`,
  'iu',
)

const announcing = String.raw`(?:(?<![\p{Script=Latin}\d-])(?:on|since|as\s+of)\s+|已?(?:(?<![关属终由对基位等])于|(?<!来)自|从|(?<![存现])在)\s*)`
/** Behind the day: `昨天下午`, `于11月20日完成`. */
const ended = String.raw`(?:\s+(?:morning|afternoon|evening|night)|\s*(?:上午|中午|下午|晚上))?(?:\s+(?:done|finished|completed)|\s*已?(?:完成|办结|办完)了?)?[\s.。!！]*$`
const endingWith = (near: string) =>
  new RegExp(
    String.raw`(?<![\d.\p{Script=Latin}])(?<word>${announcing})?(?<from>${dated}|${near})${edge}${ended}`,
    'iu',
  )
const atEnd = endingWith(pastDay)
const looseAtEnd = endingWith(looseDay)

const looseFirst = new RegExp(`^(?:${looseEnds})`, 'iu')

/** A day with which a text ends, what stands before it, and whether a word tells that it is the day: `on`, `于`. */
export type SaidLast = { from: SaidDay; before: string; isAnnounced: boolean; isNear: boolean }

/** The one day with which a text ends, past ones among them: `… on 20 November`, `… 昨天`. Undefined where it ends otherwise. */
export function dayLast(text: string): SaidLast | undefined {
  return lastOfText(atEnd.exec(text))
}

/** The same of a day ahead, which may be said loosely: `… the end of the month`, `… 月底`. */
export function looseDayLast(text: string): SaidLast | undefined {
  return lastOfText(looseAtEnd.exec(text))
}

/** Such a day with which a text begins, and what stands behind it. */
export function looseDayFirst(text: string): Pick<SaidRange, 'from' | 'until' | 'behind'> | undefined {
  const typed = looseFirst.exec(text)?.[0]
  return typed === undefined ? dayRangeFirst(text) : { ...said(typed), behind: text.slice(typed.length) }
}

function lastOfText(found: RegExpExecArray | null): SaidLast | undefined {
  const { word, from } = found?.groups ?? {}
  if (!found || from === undefined) return undefined
  const day = said(from)
  if (day.until !== undefined) return undefined
  const before = found.input.slice(0, found.index)
  return { from: day.from, before, isAnnounced: word !== undefined, isNear: !isDated(day.from) }
}

/**
 * The day or the days that a text names in either language: `2026-12-01`, `from 1 Dec 2026 until 14 Dec 2026`,
 * `1–14 Dec`, `2026年12月1日至14日`, `十二月一日`, `明天`, `next Monday to Friday`, `下周`. Undefined where it names none.
 */
export function dayRangeIn(text: string): SaidRange | undefined {
  return rangeOf(text, () => true)
}

/** The same where a text begins with it: a day further on is one that is told of. */
export function dayRangeFirst(text: string): SaidRange | undefined {
  return rangeOf(text, ({ index }) => index === 0)
}

function rangeOf(text: string, fits: (found: RegExpExecArray) => boolean): SaidRange | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  const found = ranges.map((form) => form.exec(plain)).find((match) => match !== null && fits(match))
  const { from, until } = found?.groups ?? {}
  if (!found || from === undefined) return undefined
  const first = said(from)
  const last = until === undefined ? first : said(until)
  const end = last.until ?? (until === undefined ? undefined : last.from)
  return {
    from: first.from,
    ...(end !== undefined && { until: end }),
    before: plain.slice(0, found.index).trim(),
    behind: plain.slice(found.index + found[0].length).trim(),
  }
}

/**
 * The days that were meant. A year that nobody wrote is the next in which the last day comes, or for whoever looks back the
 * last in which it came; a day that is less than a month ahead is then taken for just that, a slip that can be told, rather
 * than for one of a year ago. `today` is a day of the committee's calendar.
 * @throws UserError for a day that the calendar does not have, or that falls on another weekday
 */
export function daysMeant(
  { from, until = from }: Pick<SaidRange, 'from' | 'until'>,
  today: Day,
  looks: Looks = 'ahead',
) {
  const start = (isDated(from) ? dayOf(from) : nearDayMeant(from, today, today, looks)) ?? today
  const inLastYear = (monthDay: string) =>
    looks === 'back' ? backOf(monthDay, today) : firstOf(monthDay, start)
  const last = dayMeant(until, inLastYear, from)
  const first = dayMeant(from, (monthDay) => lastOf(monthDay, last), until, last)
  return { from: first, until: last }

  function dayMeant(day: SaidDay, inYear: (monthDay: string) => Day, other: SaidDay, latest?: Day): Day {
    if (!isDated(day))
      return day === from ? nearDayMeant(day, today, today, looks) : nearDayMeant(day, today, start)
    const month = day.month ?? (isDated(other) ? other.month : Number(today.slice(5, 7)))
    const monthDay = `${two(month ?? 0)}-${two(day.date)}`
    const on = day.year === undefined ? inYear(monthDay) : `${day.year}-${monthDay}`
    if (!isDay(on) || !fallsOn(on, day.weekday)) throw new UserError('absence.no-day', { text: day.text })
    return latest === undefined || on <= latest || day.year !== undefined ? on : lastOf(monthDay, latest)
  }
}

/** So long ago days were just now, and nobody means those of next year without a word. */
const justOver = 90

/**
 * Days without a year that have just gone by: the first of them, and those of a year on, which nobody means without a word.
 * Undefined for any others. `today` is a day of the committee's calendar.
 */
export function daysJustOver(
  days: Pick<SaidRange, 'from' | 'until'>,
  today: Day,
): { on: Day; next: { from: Day; until: Day } } | undefined {
  const { from, until = from } = days
  if (!isDated(until) || until.year !== undefined || (isDated(from) && from.year !== undefined))
    return undefined
  const next = daysMeant(days, today)
  const month = until.month ?? (isDated(from) ? from.month : undefined)
  const end = month === undefined ? until : { ...until, month }
  const last = daysMeant({ from: end }, today, 'back').until
  if (last >= today || last < addDays(today, -justOver) || next.until <= last) return undefined
  return isDated(from)
    ? { on: daysMeant(days, last).from, next }
    : { on: last, next: { from: next.until, until: next.until } }
}

function isDated(day: SaidDay): day is Exclude<SaidDay, NearDay> {
  return 'date' in day
}

function dayOf({ year, month, date }: Exclude<SaidDay, NearDay>): Day | undefined {
  return year === undefined || month === undefined ? undefined : `${year}-${two(month)}-${two(date)}`
}

/** The first such day on or after `start`, and the last one on or before `end`; 29 February may be years away. */
function firstOf(monthDay: string, start: Day): Day {
  return near(monthDay, start, 1, (day) => day >= start)
}

function lastOf(monthDay: string, end: Day): Day {
  return near(monthDay, end, -1, (day) => day <= end)
}

/** The last such day until today, unless one is less than a month ahead. */
function backOf(monthDay: string, today: Day): Day {
  const next = firstOf(monthDay, today)
  return next <= addDays(today, 30) ? next : lastOf(monthDay, today)
}

function near(monthDay: string, from: Day, step: 1 | -1, fits: (day: Day) => boolean): Day {
  const year = Number(from.slice(0, 4))
  const days = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((count) => `${year + count * step}-${monthDay}`)
  return days.find((day) => isDay(day) && fits(day)) ?? `${year}-${monthDay}`
}

/** What is typed; of a whole week its first day and its last. */
function said(typed: string): { from: SaidDay; until?: SaidDay } {
  return nearDaysSaid(typed) ?? { from: datedSaid(typed.trim()) }
}

function datedSaid(text: string): SaidDay {
  const named = new RegExp(`(?<![a-z])${name}`, 'iu').exec(text.replace(new RegExp(`^${weekday}`, 'iu'), ''))
  const numbers = (inDigits(text).match(/\d+/g) ?? []).map(Number)
  const on = weekdaySaid(text)
  const more = { text, ...(on !== undefined && { weekday: on }) }
  if (named !== null) {
    const year = numbers.find((number) => number > 99)
    return {
      date: numbers[0] ?? 0,
      month: monthNumber(named[0]),
      ...(year !== undefined && { year }),
      ...more,
    }
  }
  const [first = 0, second, third] = numbers
  if (third !== undefined && second !== undefined) return { year: first, month: second, date: third, ...more }
  return second === undefined ? { date: first, ...more } : { month: first, date: second, ...more }
}

/** `二〇二六年十二月十五日（周二）` as `2026年12月15日（周二）`. */
function inDigits(text: string): string {
  return text
    .replace(/[〇○零一二三四五六七八九]{4}(?=\s*年)/gu, (year) =>
      Array.from(year, (character) =>
        zhDigits.indexOf(character.replace('○', '〇').replace('零', '〇')),
      ).join(''),
    )
    .replace(/[一二三四五六七八九十]+(?=\s*[月日号號])/gu, (number) => String(countOf(number)))
}

function weekdaySaid(text: string): string | undefined {
  return (
    new RegExp(`^(?:${weekdayBegin})`, 'iu').exec(text)?.[0].toLowerCase() ??
    /(?:周|星期|礼拜)([一二三四五六日天])/u.exec(text)?.[1]
  )
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

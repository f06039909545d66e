import { addDays, addMonths, type Day } from '../../src/domain/calendar/day.ts'
import { mondayOf, weekdayOf } from '../../src/domain/calendar/weekday.ts'
import { monthBegin, monthName, monthNumber, weekdays, zhWeekdays } from './calendar-names.ts'
import { countOf } from './span.ts'

/**
 * A day by how far it is from today, or by its weekday (1 is Monday): in a week so many from this one, the last before
 * today, or the nearest the way one looks. Or the last day of a month: so many from this one, or the next of that number
 * (1 is January), in a year so many from this one.
 */
export type NearDay =
  | { ahead: number }
  | { nth: number; inWeeks?: number; isLast?: true }
  | { endOf: number; in: 'months' | 'years' | 'calendar' }

/** Which way a day lies of which that is not said: `Friday`, `20 November`. */
export type Looks = 'ahead' | 'back'

const soon: Readonly<Record<string, number>> = {
  today: 0,
  今天: 0,
  今日: 0,
  tomorrow: 1,
  明天: 1,
  明日: 1,
  后天: 2,
}
const gone: Readonly<Record<string, number>> = {
  'the day before yesterday': -2,
  yesterday: -1,
  大前天: -3,
  前天: -2,
  前日: -2,
  昨天: -1,
  昨日: -1,
}

const enWeek = String.raw`(?:this|next)\s+week`
const zhWeek = '(?:本|这|下下?)(?:个)?(?:周|星期|礼拜)'
// Beside a date a weekday only says the same once more, and `every Friday` is no day.
const en = String.raw`(?<!(?:every|each|last|past)\s)(?:(?:this|next|coming)\s+)?(?:${weekdays.join('|')})(?!,?\s*(?:\d|${monthBegin}))`
const zh = `(?<![每上个\\d日号])(?:(?:本|这|下下?)(?:个)?)?(?:周|星期|礼拜)[${zhWeekdays}天](?!\\s*[\\d、和])`

const enEnd = String.raw`(?:the\s+)?end\s+of\s+(?:(?:(?:the|this|next)\s+)?(?:month|year)|(?:${monthName})(?!\p{L}|\.?,?\s+\d))`
const zhEnd =
  '(?<![\\d〇零一二三四五六七八九十年个])(?:(?:本|这个?|当|下个?|(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])\\s*)?月|(?:今|本|明)?年)[底末]'
/** The ends of months and years, which are said loosely: for what is read again before it counts. */
export const looseEnds = `${enEnd}|${zhEnd}`
const wholeEnd = new RegExp(`^(?:${looseEnds})$`, 'iu')

/** As people type such a day, or a whole week; the fullest spelling first. */
export const nearDay = [...Object.keys(soon), en, zh, enWeek, `${zhWeek}(?![${zhWeekdays}天])`].join('|')
/** The same with those ends. */
export const looseDay = `${looseEnds}|${nearDay}`

const enLast = String.raw`(?:last|past)\s+(?:${weekdays.join('|')})`
const zhLast = `上{1,2}个?(?:周|星期|礼拜)[${zhWeekdays}天]`
/** The same with the days that have gone by, for whoever tells of what was. */
export const pastDay = [...Object.keys(gone), enLast, zhLast, nearDay].join('|')
const wholeNear = new RegExp(`^(?:${pastDay})$`, 'iu')

/** The days of a text that `looseDay` or `pastDay` matches: of a whole week its Monday and its Friday. Undefined for any other text. */
export function nearDaysSaid(text: string): { from: NearDay; until?: NearDay } | undefined {
  const plain = text.trim().toLowerCase().replace(/\s+/gu, ' ')
  if (wholeEnd.test(plain)) return { from: endSaid(plain) }
  if (!wholeNear.test(plain)) return undefined
  const ahead = soon[plain] ?? gone[plain]
  if (ahead !== undefined) return { from: { ahead } }
  const inWeeks = weeksAhead(plain)
  const week = inWeeks === undefined ? {} : { inWeeks }
  const nth = weekdays.findIndex((name) => plain.endsWith(name)) + 1 || zhNth(plain)
  if (/^(?:last|past)/u.test(plain)) return { from: { nth, isLast: true } }
  return nth === 0 ? { from: { nth: 1, ...week }, until: { nth: 5, ...week } } : { from: { nth, ...week } }
}

/** The day that is meant; a weekday of no named week is the first on or after `start`, or looking back the last until then. */
export function nearDayMeant(said: NearDay, today: Day, start: Day = today, looks: Looks = 'ahead'): Day {
  if ('ahead' in said) return addDays(today, said.ahead)
  if ('endOf' in said) return endMeant(said, today)
  const { nth, inWeeks, isLast } = said
  if (isLast) return nearDayMeant({ nth }, today, addDays(today, -1), 'back')
  if (inWeeks !== undefined) return addDays(mondayOf(today), inWeeks * 7 + nth - 1)
  if (looks === 'back') return addDays(start, -((weekdayOf(start) - nth + 7) % 7))
  return addDays(start, (nth - weekdayOf(start) + 7) % 7)
}

function weeksAhead(plain: string): number | undefined {
  if (/^(?:this|本|这)/u.test(plain)) return 0
  if (/^上/u.test(plain)) return /^上上/u.test(plain) ? -2 : -1
  if (/^下下/u.test(plain)) return 2
  return /^(?:next|下)/u.test(plain) ? 1 : undefined
}

/** 0 for a whole week. */
function zhNth(plain: string): number {
  return zhWeekdays.indexOf(plain.at(-1)?.replace('天', '日') ?? '') + 1
}

function endSaid(plain: string): NearDay {
  if (/year$|年[底末]$/u.test(plain)) return { endOf: /next|明/u.test(plain) ? 1 : 0, in: 'years' }
  const named = /\d+|[一二三四五六七八九十]+(?=\s*月)/u.exec(plain)?.[0]
  const month = named === undefined ? monthNumber(plain.split(' ').at(-1) ?? '') : countOf(named)
  return month === 0
    ? { endOf: /next|下/u.test(plain) ? 1 : 0, in: 'months' }
    : { endOf: month, in: 'calendar' }
}

function endMeant({ endOf, in: unit }: Extract<NearDay, { endOf: number }>, today: Day): Day {
  const year = Number(today.slice(0, 4))
  if (unit === 'years') return `${year + endOf}-12-31`
  const thisMonth = `${today.slice(0, 7)}-01`
  const ahead = unit === 'months' ? endOf : (endOf - Number(today.slice(5, 7)) + 12) % 12
  return addDays(addMonths(thisMonth, ahead + 1), -1)
}

import { addDays, type Day } from '../../src/domain/calendar/day.ts'
import { mondayOf, weekdayOf } from '../../src/domain/calendar/weekday.ts'

/** A day by how far it is from today, or by its weekday (1 is Monday), in a week so many from this one or the next to come. */
export type NearDay = { ahead: number } | { nth: number; inWeeks?: number }

const soon: Readonly<Record<string, number>> = {
  today: 0,
  今天: 0,
  今日: 0,
  tomorrow: 1,
  明天: 1,
  明日: 1,
  后天: 2,
}
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const zhWeekdays = '一二三四五六日'
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)'

const enWeek = String.raw`(?:this|next)\s+week`
const zhWeek = '(?:本|这|下下?)(?:个)?(?:周|星期|礼拜)'
// Beside a date a weekday only says the same once more, and `every Friday` is no day.
const en = String.raw`(?<!(?:every|each)\s)(?:(?:this|next|coming)\s+)?(?:${weekdays.join('|')})(?!,?\s*(?:\d|${month}))`
const zh = `(?<![每\\d日号])(?:(?:本|这|下下?)(?:个)?)?(?:周|星期|礼拜)[${zhWeekdays}天](?!\\s*[\\d、和])`

/** As people type such a day, or a whole week; the fullest spelling first. */
export const nearDay = [...Object.keys(soon), en, zh, enWeek, `${zhWeek}(?![${zhWeekdays}天])`].join('|')
const wholeNear = new RegExp(`^(?:${nearDay})$`, 'iu')

/** The days of a text that `nearDay` matches: of a whole week its Monday and its Friday. Undefined for any other text. */
export function nearDaysSaid(text: string): { from: NearDay; until?: NearDay } | undefined {
  const plain = text.trim().toLowerCase()
  if (!wholeNear.test(plain)) return undefined
  const ahead = soon[plain]
  if (ahead !== undefined) return { from: { ahead } }
  const inWeeks = weeksAhead(plain)
  const week = inWeeks === undefined ? {} : { inWeeks }
  const nth = weekdays.findIndex((name) => plain.endsWith(name)) + 1 || zhNth(plain)
  return nth === 0 ? { from: { nth: 1, ...week }, until: { nth: 5, ...week } } : { from: { nth, ...week } }
}

/** The day that is meant; a weekday of no named week is the first on or after `start`. */
export function nearDayMeant(said: NearDay, today: Day, start: Day = today): Day {
  if ('ahead' in said) return addDays(today, said.ahead)
  const { nth, inWeeks } = said
  if (inWeeks !== undefined) return addDays(mondayOf(today), inWeeks * 7 + nth - 1)
  return addDays(start, (nth - weekdayOf(start) + 7) % 7)
}

function weeksAhead(plain: string): number | undefined {
  if (/^(?:this|本|这)/u.test(plain)) return 0
  if (/^下下/u.test(plain)) return 2
  return /^(?:next|下)/u.test(plain) ? 1 : undefined
}

/** 0 for a whole week. */
function zhNth(plain: string): number {
  return zhWeekdays.indexOf(plain.at(-1)?.replace('天', '日') ?? '') + 1
}

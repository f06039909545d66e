import { UserError } from '../../src/contract/errors.ts'
import { addDays, addMonths, type Day } from '../../src/domain/calendar/day.ts'
import { fitting, parseNamed, withoutReason } from './assignment-words.ts'
import { dayRangeIn, daysMeant, type SaidRange } from './day-range-words.ts'
import { dayBehind } from './day-words.ts'
import { wholeDay } from './recording-words.ts'
import { type SpanSaid, spanPattern, spanSaid } from './span.ts'

/** Another due day as it was typed: a day, or so much later. */
export type DueSaid = Pick<SaidRange, 'from' | 'until'> | { later: SpanSaid }

const beforeDay = /^(?:to|until|till|by|至|到|为)(?![a-z])\s*/iu
const later = new RegExp(
  `^(?:(?:by|for|another|a\\s+further|再|延长|延期|推迟)\\s*)*(?<span>${spanPattern})(?![a-z月日底])(?:\\s*(?:more|longer|later)(?![a-z]))?`,
  'iu',
)
/** `3月` and `3日` are a month and a day of the calendar: a span is said with another word. */
const calendarWord = /^\d+\s*[月日]$/u

/**
 * `a7 to 2026-12-31 because …`, `a7 15 December`, `a7 by 2 weeks`, `a7 延长两周`; without a day where none was typed.
 * @throws UserError for what is only a month or a year, and for a reason too long
 */
export function parseDue(text: string): { name: string; due?: DueSaid; why: string } {
  const { name, said } = parseNamed(text)
  const { before, why } = withoutReason(said)
  const typed = before.normalize('NFKC').trim()
  const words = typed.replace(beforeDay, '')
  const range = dayRangeIn(words)
  // In the midst of a sentence it is a day that the reason tells of.
  if (range !== undefined && (range.before === '' || range.behind === '')) {
    const { from, until, behind } = range
    const rest = range.before === '' ? behind : words
    return { name, due: { from, ...(until !== undefined && { until }) }, why: reasonOf(rest, why) }
  }
  const span = range === undefined ? later.exec(typed) : null
  const found = span?.groups?.span
  if (span !== null && found !== undefined && !calendarWord.test(found))
    return { name, due: { later: spanSaid(found) }, why: reasonOf(typed.slice(span[0].length), why) }
  const partial = range === undefined ? dayBehind(words) : undefined
  if (partial !== undefined) wholeDay(partial.on, new UserError('record.no-day', { text: words }))
  return { name, why: reasonOf(words, why) }
}

/**
 * The day that was meant: of a range its last, a day without a year the next to come. So much later counts from the day
 * on which it is due, or from today if that has gone by or there is none. `today` is a day of the committee's calendar.
 * @throws UserError for a day that the calendar does not have, or that falls on another weekday
 */
export function dueMeant(due: DueSaid, dueOn: Day | undefined, today: Day): Day {
  if (!('later' in due)) return daysMeant(due, today).until
  const start = dueOn === undefined || dueOn < today ? today : dueOn
  const { count, unit } = due.later
  return unit === 'month' ? addMonths(start, count) : addDays(start, count * (unit === 'week' ? 7 : 1))
}

function reasonOf(rest: string, why: string | undefined): string {
  return fitting([rest.replace(/^[\s,、;:。.]+/u, ''), why].filter(Boolean).join(' '))
}

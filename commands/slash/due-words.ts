import { UserError } from '../../src/contract/errors.ts'
import { addDays, addMonths, type Day } from '../../src/domain/calendar/day.ts'
import { fitting, parseNamed, withoutReason } from './assignment-words.ts'
import { dayRangeFirst, dayRangeIn, daysMeant, type SaidRange } from './day-range-words.ts'
import { dayBehind } from './day-words.ts'
import { wholeDay } from './recording-words.ts'
import { type SpanSaid, spanPattern, spanSaid } from './span.ts'

/** Another due day as it was typed: a day, or so much later. */
export type DueSaid = Pick<SaidRange, 'from' | 'until'> | { later: SpanSaid }

const beforeDay =
  /^(?:(?:(?:the|new|due|date|day|deadline|再|延长|延期|推迟|顺延|宽限|改期|改)(?![a-z])\s*)*(?:is(?![a-z])\s*)?(?:to|until|till|by|for|至|到|为)(?![a-z])\s*|(?:(?:new|due|date|day|deadline)(?![a-z])\s*:?\s*)+)/iu
const later = new RegExp(
  `^(?:(?:by|for|another|a\\s+further|再|延长|延期|推迟|宽限)\\s*)*(?<span>${spanPattern})(?![a-z月日底])(?:\\s*(?:more|longer|later)(?![a-z]))?`,
  'iu',
)
/** `3日` and `二十八日` are a day of the calendar: a span is said with another word. */
const calendarWord = /^[\d一二三四五六七八九十]+\s*日$/u

/** What stands behind a short name: the day or the span that it begins with, what follows that, and the reason. */
type DueBehind = { due?: DueSaid; behind: string; why?: string }

/**
 * `a7 to 2026-12-31 because …`, `a7 15 December`, `a7 by 2 weeks, …`, `a7 延长两周`; without a day where what is said does
 * not begin with one.
 * @throws UserError for what is only a month or a year, and for a reason too long
 */
export function parseDue(text: string): { name: string; due?: DueSaid; why: string } {
  const { name, said } = parseNamed(text)
  const { due, behind, why } = dueBehind(said)
  if (due === undefined) {
    const words = behind.replace(beforeDay, '')
    const partial = dayRangeIn(words) === undefined ? dayBehind(words) : undefined
    if (partial !== undefined) wholeDay(partial.on, new UserError('record.no-day', { text: words }))
  }
  return { name, ...(due !== undefined && { due }), why: reasonOf(behind, why) }
}

/** What only says once more what is decided about: `more time`, `the extension`, `延期申请`. */
const asAsked =
  /^(?:(?:(?:the|more|time|extension|request|day|due|date|asked|as|requested|it|yes|ok|okay|please|for|其|的|延期|改期|顺延|推迟|延长|申请|请求|日期)(?![a-z])[\s,，:：]*)+)$/iu
const beforeAsked = /^(?:(?:the|more|time|extension|request|requested|申请|请求)(?![a-z])\s*)+(?=\S)/iu

/**
 * What is said with a decision about the day that was asked for: that day once more, and a reason behind its word. What is
 * neither is `unread`: it may be a condition, or a day that can't be read.
 * @throws UserError for a reason too long
 */
export function parseDecision(text: string): { name: string; due?: DueSaid; unread?: string; why?: string } {
  const { name, said } = parseNamed(text)
  const { due, behind, why } = dueBehind(said.replace(beforeAsked, ''))
  const unread = behind.replace(/^[\s,，、;；:：.。!！]+/u, '')
  return {
    name,
    ...(due !== undefined && { due }),
    ...(unread !== '' && !asAsked.test(unread) && { unread: said }),
    ...(why !== undefined && why !== '' && { why: fitting(why) }),
  }
}

function dueBehind(said: string): DueBehind {
  const { before, why } = withoutReason(said)
  const reason = why === undefined ? {} : { why }
  const typed = before.normalize('NFKC').trim()
  // What stands first counts: a day or a span further on is one that the reason tells of.
  const range = dayRangeFirst(typed.replace(beforeDay, ''))
  if (range !== undefined) {
    const { from, until, behind } = range
    return { due: { from, ...(until !== undefined && { until }) }, behind, ...reason }
  }
  const span = later.exec(typed)
  const found = span?.groups?.span
  if (span !== null && found !== undefined && !calendarWord.test(found))
    return { due: { later: spanSaid(found) }, behind: typed.slice(span[0].length), ...reason }
  return { behind: typed, ...reason }
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

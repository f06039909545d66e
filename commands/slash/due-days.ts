import { addDays, addMonths, type Day } from '../../src/domain/calendar/day.ts'
import { mondayOf } from '../../src/domain/calendar/weekday.ts'
import { dayRangeFirst, daysMeant, type SaidRange } from './day-range-words.ts'

/** The days on which something is due, as somebody asks for it: a week, a month, a quarter or a year so many from this one, or days. */
export type DueDaysSaid =
  | { inWeeks: number }
  | { inMonths: number }
  | { inQuarters: number }
  | { inYears: number }
  | (Pick<SaidRange, 'from' | 'until'> & { isBy?: true })

/** What was read, and the other words. */
type DueDaysIn = { due: DueDaysSaid; rest: string }

const period =
  /^(?:the\s+)?(?:(?<now>this|本|这一?个?|今(?=年))|(?<next>next|coming|下一?个?|明(?=年)))\s*(?:(?<week>week|周|星期|礼拜)(?![一二三四五六日天])|(?<month>month|月)(?![底初中末])|(?<quarter>quarter|季度?)(?![初末])|(?<year>year|年度?)(?![底初中末]))(?![a-z])/iu
const dueWord =
  /(?:^|\s)(?:due|截止|到期)(?:\s*[:：]\s*|\s+|(?=[到至于在]))(?:(?<by>(?:by|until|till|before|no\s+later\s+than)\s+|[到至]\s*)|(?:on|in|at|within|during|over)\s+|[于在]\s*)?(?<days>.+)$/isu
/** Chinese says it behind the day: `今天到期`, `周五前到期`. */
const dueBehind =
  /^(?:(?<by>(?:之|以)?前|为止)|(?:之|以)?内)?(?:要|应|须|需|将)?(?:到期|截止)(?:的(?:任务|待办)?)?/u

/**
 * `due today`, `due next week`, `due this year`, `due 2026-12-01`, `due by Friday`, `本周到期`, `12月1日前到期`, and `today` or `本周` alone;
 * undefined where no days are named so.
 */
export function dueDaysIn(text: string): DueDaysIn | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  const { by, days } = dueWord.exec(plain)?.groups ?? {}
  if (days !== undefined) {
    const first = daysFirst(days)
    const before = plain.slice(0, dueWord.exec(plain)?.index)
    return first && { due: withBy(first.due, by !== undefined), rest: `${before} ${first.rest}`.trim() }
  }
  return behindDays(plain) ?? alone(plain)
}

/**
 * The first and the last of those days; what is due by a day has no first. A day without its year is the next to come, but
 * one that has just gone by is that one. `today` is a day of the committee's calendar.
 * @throws UserError for a day that the calendar does not have, or that falls on another weekday
 */
export function dueDaysMeant(due: DueDaysSaid, today: Day): { from?: Day; until: Day } {
  if ('inWeeks' in due) {
    const from = addDays(mondayOf(today), due.inWeeks * 7)
    return { from, until: addDays(from, 6) }
  }
  if ('inMonths' in due) {
    const from = addMonths(`${today.slice(0, 7)}-01`, due.inMonths)
    return { from, until: addDays(addMonths(from, 1), -1) }
  }
  if ('inQuarters' in due) {
    const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3)
    const from = addMonths(`${today.slice(0, 4)}-01-01`, (quarter + due.inQuarters) * 3)
    return { from, until: addDays(addMonths(from, 3), -1) }
  }
  if ('inYears' in due) {
    const from = addMonths(`${today.slice(0, 4)}-01-01`, due.inYears * 12)
    return { from, until: addDays(addMonths(from, 12), -1) }
  }
  const ahead = daysMeant(due, today)
  const isFar = 'date' in due.from && due.from.year === undefined && ahead.from > addDays(today, nearlyAYear)
  const meant = isFar ? daysMeant(due, today, 'back') : ahead
  return due.isBy ? { until: meant.until } : meant
}

/** Whoever asks in November for what is due on a day in October asks for what was. */
const nearlyAYear = 300

function daysFirst(text: string): DueDaysIn | undefined {
  const found = period.exec(text)
  if (found !== null) return { due: periodOf(found), rest: text.slice(found[0].length).trim() }
  const range = dayRangeFirst(text)
  return range && { due: daysOf(range), rest: range.behind }
}

/** The days stand anywhere before `到期`: the word right before it is theirs. */
function behindDays(plain: string): DueDaysIn | undefined {
  for (const word of plain.matchAll(/(?<=^|\s)\S*?(?:到期|截止)\S*/gu)) {
    const first = daysFirst(word[0])
    const behind = dueBehind.exec(first?.rest ?? '')
    if (first === undefined || behind === null) continue
    const rest = [
      plain.slice(0, word.index),
      first.rest.slice(behind[0].length),
      plain.slice(word.index + word[0].length),
    ]
    return {
      due: withBy(first.due, behind.groups?.by !== undefined),
      rest: rest.join(' ').replace(/\s+/gu, ' ').trim(),
    }
  }
  return undefined
}

/** `today`, `WG8 this week`: a near day is no name. */
function alone(plain: string): DueDaysIn | undefined {
  const words =
    /(?:^|\s)(?<days>(?:this|next)\s+(?:week|month|quarter|year)|(?:本|这个?|下个?)(?:周|星期|礼拜|月|季度?)|[今明本]年|today|tomorrow|今天|今日|明天|明日|后天)(?:的(?:任务|待办)?)?(?=\s|$)/iu.exec(
      plain,
    )
  const first = words?.groups?.days === undefined ? undefined : daysFirst(words.groups.days)
  if (words === null || first === undefined) return undefined
  const rest = `${plain.slice(0, words.index)} ${plain.slice(words.index + words[0].length)}`
  return { due: first.due, rest: rest.replace(/\s+/gu, ' ').trim() }
}

function periodOf({ groups }: RegExpExecArray): DueDaysSaid {
  const count = groups?.now === undefined ? 1 : 0
  if (groups?.week !== undefined) return { inWeeks: count }
  if (groups?.month !== undefined) return { inMonths: count }
  return groups?.quarter === undefined ? { inYears: count } : { inQuarters: count }
}

function daysOf({ from, until }: SaidRange): DueDaysSaid {
  return { from, ...(until !== undefined && { until }) }
}

function withBy(due: DueDaysSaid, isBy: boolean): DueDaysSaid {
  return isBy && 'from' in due ? { ...due, isBy } : due
}

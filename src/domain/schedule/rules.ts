import { type DateObjectUnits, DateTime } from 'luxon'
import { type Day, dayIn } from '../calendar/day.ts'
import { longestBreakDays, type WorkingCalendar } from '../calendar/working-calendar.ts'

export type ScheduleKind = 'reminder' | 'digest'

/** The numbers that each field of a cron expression stands for, as the parser expanded them. */
export type CronFields = {
  minute: number[]
  hour: number[]
  dayOfMonth: number[]
  month: number[]
  /** 0 is Sunday. */
  dayOfWeek: number[]
}

/** On which days and at which times something is due: a cron expression read on the wall clock of `zone`. */
export type Rule = {
  fields: CronFields
  /** IANA name. */
  zone: string
  /** The working days of the group: what falls on a day off is due on another day. */
  calendar: WorkingCalendar
  /** On which: the next working day, or the one before. */
  onDayOff: 'next' | 'before'
  /** Absent: in every week. */
  everyWeeks?: EveryWeeks
}

/** Only every so many weeks, counted from the one that begins on `from`, a Monday. */
export type EveryWeeks = { count: number; from: Day }

/** Who hears more rarely forgets what it was about. */
export const mostWeeksApart = 4

/**
 * Whether a group may do without it altogether. What is due by its assignments a group answers for to its committee: it is
 * reminded of that, and of nothing when nothing is due.
 */
export function isOptional(kind: ScheduleKind): boolean {
  return kind === 'digest'
}

/** When a group's reminder or digest is due. */
export type Schedule = Rule & {
  group: string
  kind: ScheduleKind
  cron: string
  /** Slots at or before this instant were somebody else's: a new schedule owes nothing of the past. */
  activeSince: Date
}

/**
 * One moment at which something is due, and the calendar day on which that is. `nominalOn` is the day that the rule
 * names, another one where that is a day off: it is what a slot is known by, whatever days are marked after.
 */
export type Slot = { at: Date; on: Day; nominalOn: Day }

/**
 * A schedule's horizon: a rule that never matches within it (30 February) is not looked for further. Two 29 Februaries
 * lie within it, unless 2100 lies between them.
 */
const horizonDays = 9 * 366

/**
 * The latest slot in (`after`, `upTo`]: a bot that was down for three weeks catches up once.
 * A wall-clock time that DST skips is moved forward by the gap; one that DST repeats counts once, the first time.
 * Slots that land on the same moment are one, that of the later day.
 */
export function latestSlot(schedule: Rule, after: Date, upTo: Date): Slot | undefined {
  const { zone, calendar } = schedule
  // What is nominally due behind the next working day lands on it, or later.
  const tomorrow = dayNumber(dayIn(zone, upTo)) + 1
  const last = nearestWorkingDay(calendar, tomorrow, 1) ?? tomorrow + longestBreakDays
  const first = Math.max(firstNominal(schedule, after), last - horizonDays)
  for (let day = last; day >= first; day--) {
    const slot = slotsOn(schedule, day)
      .filter(({ at }) => at <= upTo && at > after)
      .at(-1)
    if (slot !== undefined) return slot
  }
  return undefined
}

/** The first `count` slots after `after`, earliest first; fewer where the rule hardly ever matches. */
export function nextSlots(schedule: Rule, after: Date, count: number): Slot[] {
  let found: Slot[] = []
  const first = firstNominal(schedule, after)
  for (let day = first; day < first + horizonDays; day++) {
    const last = found.at(-1)
    // From the first working day behind it, nothing lands on the same moment any more.
    const isOver = last !== undefined && found.length >= count && day > dayNumber(last.on)
    if (isOver && schedule.calendar.isWorkingDay(dayOf(day))) break
    const slots = slotsOn(schedule, day).filter(({ at }) => at > after)
    if (slots.length === 0) continue
    const moments = new Set(slots.map(({ at }) => at.getTime()))
    found = [...found.filter(({ at }) => !moments.has(at.getTime())), ...slots]
  }
  return found.slice(0, count)
}

/** The slots that the rule names for a day, on the day on which they are really due; mostly one or none. */
export function slotsOf(schedule: Rule, nominalOn: Day): Slot[] {
  return slotsOn(schedule, dayNumber(nominalOn))
}

/** What is due on the day of `after` or later is nominally due after the working day before it. */
function firstNominal({ calendar, zone }: Rule, after: Date): number {
  const yesterday = dayNumber(dayIn(zone, after)) - 1
  return nearestWorkingDay(calendar, yesterday, -1) ?? yesterday - longestBreakDays
}

/** The first working day from `day` on, forwards or backwards; undefined where the break is longer than any. */
function nearestWorkingDay(calendar: WorkingCalendar, day: number, step: 1 | -1): number | undefined {
  for (let away = 0; away <= longestBreakDays; away++)
    if (calendar.isWorkingDay(dayOf(day + step * away))) return day + step * away
  return undefined
}

/** `nominal` is a day's number, as are those above: years of days are looked through for every group, every minute. */
function slotsOn({ fields, zone, calendar, onDayOff, everyWeeks }: Rule, nominal: number): Slot[] {
  if (!isNamed(fields, new Date(nominal * dayMs)) || !isItsWeek(everyWeeks, nominal)) return []
  const landing = nearestWorkingDay(calendar, nominal, onDayOff === 'next' ? 1 : -1)
  if (landing === undefined) return []
  const date = new Date(landing * dayMs)
  const onDay = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
  const instants = fields.hour.flatMap((hour) =>
    fields.minute.map((minute) => firstOf({ ...onDay, hour, minute }, zone)),
  )
  const days = { on: dayOf(landing), nominalOn: dayOf(nominal) }
  // A time that DST skips may be moved onto another slot of the same day.
  return [...new Set(instants)].sort((a, b) => a - b).map((instant) => ({ at: new Date(instant), ...days }))
}

const dayMs = 86_400_000

/** Days since 1970-01-01. */
function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs
}

function dayOf(number: number): Day {
  return new Date(number * dayMs).toISOString().slice(0, 10)
}

/** Of a wall-clock time that comes twice luxon takes the one that suits today's offset: another one in winter. */
function firstOf(wallClock: DateObjectUnits, zone: string): number {
  const times = DateTime.fromObject(wallClock, { zone }).getPossibleOffsets()
  return Math.min(...times.map((time) => time.toMillis()))
}

/** Cron's own rule: where both the day of month and the weekday are restricted, either is enough. */
function isNamed(fields: CronFields, day: Date): boolean {
  if (!fields.month.includes(day.getUTCMonth() + 1)) return false
  const byDate = fields.dayOfMonth.includes(day.getUTCDate())
  const byWeekday = fields.dayOfWeek.includes(day.getUTCDay())
  if (fields.dayOfMonth.length === 31) return byWeekday
  if (fields.dayOfWeek.length === 7) return byDate
  return byDate || byWeekday
}

/** A holiday moves a slot to another day, never to another week of the count. */
function isItsWeek(everyWeeks: EveryWeeks | undefined, nominal: number): boolean {
  if (everyWeeks === undefined) return true
  return Math.floor((nominal - dayNumber(everyWeeks.from)) / 7) % everyWeeks.count === 0
}

/** A group hears of its week, never daily: on so many days of any seven at the most. */
export const mostDaysAWeek = 2

/** Why people may not set a schedule: several times a day, or on too many days of some week. */
export type TooOften = { why: 'too-often' } | { why: 'too-many-days'; days: number }

/**
 * Whether it comes more often than people may set it, whatever holidays make of it. A channel that hears the same list
 * from the bot day by day mutes it, and the period of a notice is a calendar day. What is on record already is not judged.
 */
export function tooOften(fields: CronFields): TooOften | undefined {
  if (fields.hour.length !== 1 || fields.minute.length !== 1) return { why: 'too-often' }
  const days = daysAWeek(fields)
  return days > mostDaysAWeek ? { why: 'too-many-days', days } : undefined
}

/** After so many days every day of the year has been every day of the week, with leap years and without. */
const calendarRoundDays = 28 * 366

/** On how many days of the fullest seven in a row the rule comes, holidays aside. */
export function daysAWeek(fields: CronFields): number {
  const named: number[] = []
  let most = 0
  for (let day = 0; day < calendarRoundDays && most < 7; day++) {
    if (!isNamed(fields, new Date(day * dayMs))) continue
    named.push(day)
    while ((named[0] ?? day) <= day - 7) named.shift()
    most = Math.max(most, named.length)
  }
  return most
}

export type CronFieldName = 'minute' | 'hour' | 'day of month' | 'month' | 'day of week' | 'form'

/** What a cron expression says, or which of its fields can't be read. */
export type CronReading =
  | { ok: true; fields: CronFields }
  | { ok: false; field: CronFieldName; value: string }

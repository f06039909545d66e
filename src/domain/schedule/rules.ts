import { type DateObjectUnits, DateTime } from 'luxon'
import { type Day, dayIn } from '../calendar/day.ts'

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

/** When a group's reminder or digest is due: a cron expression read on the wall clock of `zone`. */
export type Schedule = {
  group: string
  kind: ScheduleKind
  cron: string
  fields: CronFields
  /** IANA name. */
  zone: string
  /** Slots at or before this instant were somebody else's: a new schedule owes nothing of the past. */
  activeSince: Date
}

/** One moment at which something is due, and the calendar day it is for. */
export type Slot = { at: Date; on: Day }

/**
 * A schedule's horizon: a rule that never matches within it (30 February) is not looked for further. Two 29 Februaries
 * lie within it, unless 2100 lies between them.
 */
const horizonDays = 9 * 366

/**
 * The latest slot in (`after`, `upTo`]: a bot that was down for three weeks catches up once.
 * A wall-clock time that DST skips is moved forward by the gap; one that DST repeats counts once, the first time.
 */
export function latestSlot(schedule: Schedule, after: Date, upTo: Date): Slot | undefined {
  let day = DateTime.fromISO(dayIn(schedule.zone, upTo), { zone: 'utc' }).plus({ days: 1 })
  const end = DateTime.fromISO(dayIn(schedule.zone, after), { zone: 'utc' })
  for (let i = 0; i < horizonDays && day >= end; i++, day = day.minus({ days: 1 })) {
    const slots = slotsOn(schedule, day).filter((slot) => slot.at <= upTo && slot.at > after)
    const last = slots.at(-1)
    if (last !== undefined) return last
  }
  return undefined
}

/** The first `count` slots after `after`, earliest first; fewer where the rule hardly ever matches. */
export function nextSlots(schedule: Pick<Schedule, 'fields' | 'zone'>, after: Date, count: number): Slot[] {
  const found: Slot[] = []
  let day = DateTime.fromISO(dayIn(schedule.zone, after), { zone: 'utc' })
  for (let i = 0; i < horizonDays && found.length < count; i++, day = day.plus({ days: 1 }))
    found.push(...slotsOn(schedule, day).filter((slot) => slot.at > after))
  return found.slice(0, count)
}

function slotsOn(schedule: Pick<Schedule, 'fields' | 'zone'>, day: DateTime): Slot[] {
  const { fields, zone } = schedule
  if (!fields.month.includes(day.month) || !dayMatches(fields, day)) return []
  const on = day.toISODate() ?? ''
  const { year, month, day: dayOfMonth } = day
  const instants = fields.hour.flatMap((hour) =>
    fields.minute.map((minute) => firstOf({ year, month, day: dayOfMonth, hour, minute }, zone)),
  )
  // A time that DST skips may be moved onto another slot of the same day.
  return [...new Set(instants)].sort((a, b) => a - b).map((instant) => ({ at: new Date(instant), on }))
}

/** Of a wall-clock time that comes twice luxon takes the one that suits today's offset: another one in winter. */
function firstOf(wallClock: DateObjectUnits, zone: string): number {
  const times = DateTime.fromObject(wallClock, { zone }).getPossibleOffsets()
  return Math.min(...times.map((time) => time.toMillis()))
}

/** Cron's own rule: where both the day of month and the weekday are restricted, either is enough. */
function dayMatches(fields: CronFields, day: DateTime): boolean {
  const byDate = fields.dayOfMonth.includes(day.day)
  const byWeekday = fields.dayOfWeek.includes(day.weekday % 7)
  if (fields.dayOfMonth.length === 31) return byWeekday
  if (fields.dayOfWeek.length === 7) return byDate
  return byDate || byWeekday
}

/**
 * Whether people may set it: once a day at most. A channel that hears from the bot every hour mutes it,
 * and the period of a notice is a calendar day.
 */
export function isOnceADay(fields: CronFields): boolean {
  return fields.hour.length === 1 && fields.minute.length === 1
}

export type CronFieldName = 'minute' | 'hour' | 'day of month' | 'month' | 'day of week' | 'form'

/** What a cron expression says, or which of its fields can't be read. */
export type CronReading =
  | { ok: true; fields: CronFields }
  | { ok: false; field: CronFieldName; value: string }

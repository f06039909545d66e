import { DateTime } from 'luxon'
import type { Day } from '../../src/domain/calendar/day.ts'

/** Once a week on the wall clock of a zone; 0 is Sunday, as cron has it. */
export type Weekly = { weekday: number; hour: number; minute: number }

/** One moment at which something is due, and the day that it is for. */
export type DueMoment = { at: Date; on: Day }

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** As a cron expression. */
export function cronOf({ weekday, hour, minute }: Weekly): string {
  return `${minute} ${hour} * * ${weekday}`
}

/** As a person types it: `Mon 09:00`. */
export function typedOf({ weekday, hour, minute }: Weekly): string {
  return `${days[weekday]} ${`${hour}`.padStart(2, '0')}:${`${minute}`.padStart(2, '0')}`
}

/**
 * The last moment at or before `at`. It is reckoned here anew rather than asked of the bot's own rules: a day back from
 * `at` at a time, the hour that a change of clocks skips an hour later, the one that it repeats as its first.
 */
export function lastBefore({ weekday, hour, minute }: Weekly, zone: string, at: Date): DueMoment {
  const today = DateTime.fromJSDate(at, { zone }).startOf('day')
  for (let back = 0; back <= 8; back++) {
    const { year, month, day, weekday: isoWeekday } = today.minus({ days: back })
    if (isoWeekday % 7 !== weekday) continue
    const wall = DateTime.fromObject({ year, month, day, hour, minute }, { zone })
    const hourBefore = wall.minus({ hours: 1 })
    const isSecond = hourBefore.hour === hour && hourBefore.minute === minute
    const first = isSecond ? hourBefore : wall
    if (first.toJSDate() <= at) return { at: first.toJSDate(), on: wall.toISODate() ?? '' }
  }
  throw new Error(`a week has no ${typedOf({ weekday, hour, minute })}`)
}

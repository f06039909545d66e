import { readCalendar } from '../calendar/calendars.ts'
import { type Day, dayIn } from '../calendar/day.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Context } from '../context.ts'
import type { Standard } from '../standard/rules.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { type Durations, durationsOf } from './durations.ts'
import { forecast, type Outlook } from './forecast.ts'
import { type Clock, clocksOf } from './rules.ts'

/** What runs for a standard today, and when it may get on. */
export type Running = {
  /** Today on the calendar of its group, from which the days are counted. */
  today: Day
  calendar: WorkingCalendar['name']
  clocks: Clock[]
  outlook?: Outlook
}

/** The day, the working days and the past cases that clocks and forecasts go by. */
export type Reading = { today: Day; calendar: WorkingCalendar; durations: Durations }

/** All standards, as of a version of them. */
export type Catalogue = { version: number; standards(): Iterable<Standard> }

/** The past changes slowly: a stage that was recorded a moment ago need not be in a forecast yet. */
const recountMs = 15 * 60_000

/** Clocks and forecasts, counted on the calendar day and the working days of the standard's group. */
export function clocks({ store, now, breathe }: Pick<Context, 'store' | 'now' | 'breathe'>) {
  let counted: { version: number; at: number; durations: Durations } | undefined
  let counting: Promise<Durations> | undefined

  async function count({ version, standards }: Catalogue): Promise<Durations> {
    const durations = await durationsOf(standards(), breathe)
    counted = { version, at: now().getTime(), durations }
    return durations
  }

  /** Whoever finds them out of date has them counted anew; until that is done all go by what was counted before. */
  async function durations(catalogue: Catalogue): Promise<Durations> {
    const isDue =
      counted === undefined ||
      (counted.version !== catalogue.version && now().getTime() - counted.at >= recountMs)
    if (isDue)
      counting ??= count(catalogue).finally(() => {
        counting = undefined
      })
    return counted?.durations ?? counting ?? count(catalogue)
  }

  return {
    /** What the clocks of a group's standards are read by at present. */
    async reading(group: WorkingGroup | undefined, catalogue: Catalogue): Promise<Reading> {
      const home = group ?? (await store.committee.get()) ?? { zone: 'UTC' }
      return {
        today: dayIn(home.zone, now()),
        calendar: await readCalendar(store, group),
        durations: await durations(catalogue),
      }
    },
  }
}

/** What runs for a standard. */
export function runningOf(standard: Standard, { today, calendar, durations }: Reading): Running {
  const outlook = forecast(standard, durations, today)
  return {
    today,
    calendar: calendar.name,
    clocks: clocksOf(standard, today, calendar),
    ...(outlook !== undefined && { outlook }),
  }
}

import { type Day, dayIn } from '../calendar/day.ts'
import { type WorkingCalendar, workingCalendar } from '../calendar/working-calendar.ts'
import type { Context } from '../context.ts'
import type { Extension, Standard } from '../standard/rules.ts'
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
  extensions: Extension[]
}

/** All standards, as of a version of them: past cases are counted once for each. */
export type Catalogue = { version: number; standards(): Iterable<Standard> }

/** Clocks and forecasts, counted on the calendar day and the working days of the standard's group. */
export function clocks({ store, now }: Pick<Context, 'store' | 'now'>) {
  let counted: { version: number; durations: Durations } | undefined

  function durations({ version, standards }: Catalogue): Durations {
    if (counted?.version !== version) counted = { version, durations: durationsOf(standards()) }
    return counted.durations
  }

  return {
    async of(standard: Standard, group: WorkingGroup | undefined, catalogue: Catalogue): Promise<Running> {
      const home = group ?? (await store.committee.get()) ?? { zone: 'UTC' }
      const calendar = await workingCalendar(home)
      const today = dayIn(home.zone, now())
      // Only a plan has a limit that can be extended; a card of any other text asks for nothing more.
      const extensions =
        standard.plannedOn === undefined ? [] : await store.standards.extensionsOf(standard.id)
      const outlook = forecast(standard, durations(catalogue), today)
      return {
        today,
        calendar: calendar.name,
        clocks: clocksOf({ standard, extensions }, today, calendar),
        extensions,
        ...(outlook !== undefined && { outlook }),
      }
    },
  }
}

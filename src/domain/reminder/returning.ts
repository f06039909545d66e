import type { Calendars } from '../calendar/calendars.ts'
import { readCalendars } from '../calendar/calendars.ts'
import { type Day, dayIn } from '../calendar/day.ts'
import { timeForLate } from '../notice/time-for-late.ts'
import { type Rule, type Schedule, slotsOf } from '../schedule/rules.ts'
import { slotOn } from '../schedule/slot-on.ts'
import type { Store, StoredSchedule } from '../store.ts'
import { isActive, type WorkingGroup } from '../working-group/rules.ts'
import { askingOf } from './asking.ts'
import { remindersPutOff } from './snoozed.ts'
import type { StandingReminder } from './unanswered.ts'

/**
 * A group's reminder that was put off, and when it comes back, with the day of that in the group's zone; `isBySchedule`: the
 * group's own reminder of that day is the return.
 */
export type Returning = {
  group: WorkingGroup
  reminder: StandingReminder & { snoozedUntil: Day }
  at: Date
  on: Day
  isBySchedule: boolean
}

/**
 * The reminders that were put off, that nobody acknowledged, and after which none was said. Each comes back on the first
 * working day of its group from the one that it was put off to, at the hour of the group's reminders, or where it has none at
 * the committee's on the group's clock; and where that was missed as soon as something late may be said.
 */
export async function remindersReturning(
  store: Store,
  readSchedule: (stored: StoredSchedule | undefined, calendars: Calendars) => Schedule | undefined,
  now: Date,
): Promise<Returning[]> {
  const putOff = await remindersPutOff(store, now)
  if (putOff.length === 0) return []
  const [groups, stored, calendars, committee] = await Promise.all([
    store.groups.all(),
    store.schedules.all(),
    readCalendars(store),
    store.committee.get(),
  ])
  const { hour, quietHours } = askingOf(committee?.asking)
  return putOff.flatMap((reminder) => {
    const group = groups.find(({ code }) => code === reminder.group)
    if (group === undefined) return []
    const { code, zone } = group
    const own = stored.find(({ kind, group: of }) => kind === 'reminder' && of === code)
    const schedule = readSchedule(own, calendars)
    const calendar = calendars.of(group)
    const rule = schedule ?? { fields: dailyAt(hour), zone, calendar, onDayOff: 'next' as const }
    const [slot] = slotsOf(daily(rule), reminder.snoozedUntil)
    if (slot === undefined) return []
    const today = dayIn(zone, now)
    const isInTime = slot.at > now || slot.on === today
    const { at, on } = isInTime ? slot : timeForLate(now, zone, calendar, quietHours)
    if (!isActive(group, on)) return []
    const isBySchedule = schedule !== undefined && slotOn(schedule, on) !== undefined
    return [{ group, reminder, at, on, isBySchedule }]
  })
}

/** By which a return is known: the reminder, and the day that it was put off to. */
export function returnKey({ reminder }: Pick<Returning, 'reminder'>): string {
  return `back-${reminder.id}-${reminder.snoozedUntil}`
}

const upTo = (last: number, first: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i)
const everyDay = { dayOfMonth: upTo(31, 1), month: upTo(12, 1), dayOfWeek: upTo(6, 0) }

function dailyAt(time: string): Rule['fields'] {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return { hour: [hour], minute: [minute], ...everyDay }
}

/** The same hours on every day; whatever is put off comes later, never sooner. */
function daily({ everyWeeks: _rarely, ...rule }: Rule): Rule {
  return { ...rule, fields: { ...rule.fields, ...everyDay }, onDayOff: 'next' }
}

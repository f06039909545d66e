import { type Asking, askingOf } from '../reminder/asking.ts'
import type { Store } from '../store.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import type { MarkedDay } from './marked-day.ts'
import { type WorkingCalendar, workingCalendar } from './working-calendar.ts'

/** The working days of the committee, and of each of its groups, as they are now. */
export type Calendars = {
  committee: WorkingCalendar
  of(group: Pick<WorkingGroup, 'code'>): WorkingCalendar
  /** Where what is due on a day off goes. */
  onDayOff: Asking['onDayOff']
}

/** Reads which days are worked: those of the country that the committee or the group names, as the secretary marked them. */
export async function readCalendars(store: Store): Promise<Calendars> {
  const [committee, groups, marks] = await Promise.all([
    store.committee.get(),
    store.groups.all(),
    store.markedDays.all(),
  ])
  const ofAll = marks.filter(({ group }) => group === undefined)
  const own = marked(await workingCalendar(committee ?? { zone: 'UTC' }), ofAll)
  const ofGroups = new Map(
    await Promise.all(
      groups.map(async (group) => {
        const marksHere = [...ofAll, ...marks.filter((mark) => mark.group === group.code)]
        return [group.code, marked(await workingCalendar(group), marksHere)] as const
      }),
    ),
  )
  return {
    committee: own,
    of: ({ code }) => ofGroups.get(code) ?? own,
    onDayOff: askingOf(committee?.asking).onDayOff,
  }
}

/** The working days of one group, or of the committee, as they are now. */
export async function readCalendar(
  store: Store,
  group?: Pick<WorkingGroup, 'code' | 'calendar' | 'zone'>,
): Promise<WorkingCalendar> {
  const [home, marks] = await Promise.all([group ?? store.committee.get(), store.markedDays.all()])
  const counted = marks.filter((mark) => mark.group === undefined || mark.group === group?.code)
  return marked(await workingCalendar(home ?? { zone: 'UTC' }), counted)
}

/** The calendar with marked days in it; a later mark of the same day counts, so a group's own stand last. */
export function marked(calendar: WorkingCalendar, marks: readonly MarkedDay[]): WorkingCalendar {
  if (marks.length === 0) return calendar
  const worked = new Map(marks.map(({ day, isWorked }) => [day, isWorked]))
  return {
    ...calendar,
    isWorkingDay: (day) => worked.get(day) ?? calendar.isWorkingDay(day),
    isCovered: (day) => worked.has(day) || calendar.isCovered(day),
  }
}

import type { Committee } from '../committee/rules.ts'
import type { Store } from '../store.ts'
import { isActive, type WorkingGroup } from '../working-group/rules.ts'
import { readCalendars } from './calendars.ts'
import { addDays, type Day, dayIn } from './day.ts'
import { daysFrom } from './marking.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** A calendar that does not know the days off of a year which is near. */
export type UnknownDays = {
  calendar: WorkingCalendar['name']
  year: string
  /** The first day that nobody knows of. */
  from: Day
  /** Whether the committee goes by it, and which groups do. */
  isCommittees: boolean
  groups: WorkingGroup[]
}

/** How far ahead the days must be known: time enough to mark them, and no longer. */
const aheadDays = 45

/** The calendars that the committee and its groups go by whose days within the next weeks are not known. */
export async function unknownDays(store: Store, now: Date): Promise<UnknownDays[]> {
  const committee = await store.committee.get()
  if (committee === undefined) return []
  const calendars = await readCalendars(store)
  const found = new Map<string, UnknownDays>()
  const look = (calendar: WorkingCalendar, { zone }: Pick<Committee, 'zone'>, group?: WorkingGroup) => {
    const today = dayIn(zone, now)
    const from = daysFrom(today, addDays(today, aheadDays)).find((day) => !calendar.isCovered(day))
    if (from === undefined) return
    const year = yearOf(calendar, from)
    const key = unknownKey(calendar.name, year)
    const known = found.get(key)
    const unknown = known ?? { calendar: calendar.name, year, from, isCommittees: false, groups: [] }
    found.set(key, {
      ...unknown,
      from: from < unknown.from ? from : unknown.from,
      isCommittees: unknown.isCommittees || group === undefined,
      groups: group === undefined ? unknown.groups : [...unknown.groups, group],
    })
  }
  look(calendars.committee, committee)
  for (const group of await store.groups.all())
    if (isActive(group, dayIn(group.zone, now))) look(calendars.of(group), group, group)
  return [...found.values()]
}

/** By what the secretariat is told of each once: the period of the notice. */
export function unknownKey(calendar: WorkingCalendar['name'], year: string): string {
  return `${calendar}-${year}`
}

/** The last days of December are settled with the next year's, where those of their own year are known. */
function yearOf({ isCovered }: WorkingCalendar, day: Day): string {
  const year = day.slice(0, 4)
  return isCovered(`${year}-07-01`) ? String(Number(year) + 1) : year
}

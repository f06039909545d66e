import type { Facts } from '../facts.ts'
import { wallClock } from '../work-days.ts'
import type { Check } from './check.ts'

/** What a group's channel hears by itself comes once for each slot, once a day at most, and on a working day of the group. */
export function checkReminders({ said, committee, groupDays }: Facts): Check {
  const ofGroups = said.filter(({ kind }) => kind === 'reminder' || kind === 'digest')
  const zones = new Map(committee.groups.map(({ code, zone }) => [code, zone]))
  const slots = new Set<string>()
  const onDays = new Set<string>()
  const broken = ofGroups.flatMap(({ key, kind, at }) => {
    const group = key.split('/')[2] ?? ''
    const { day } = wallClock(zones.get(group) ?? committee.zone, at)
    const onDay = `${kind} ${group} ${day}`
    const why = slots.has(key)
      ? 'the same slot again'
      : onDays.has(onDay)
        ? 'the second on that day'
        : groupDays(group).isWorked(day)
          ? undefined
          : 'a day off of the group'
    slots.add(key)
    onDays.add(onDay)
    return why === undefined ? [] : [`${key} at ${at.toISOString()}: ${why}`]
  })
  return {
    id: 'reminders',
    what: 'reminders and digests said twice or on a day off of the group',
    looked: ofGroups.length,
    broken,
  }
}

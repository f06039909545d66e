import type { Facts } from '../facts.ts'
import { daysAfter, wallClock } from '../work-days.ts'
import type { Check } from './check.ts'

/**
 * What a group's channel hears by itself comes once for each slot, once a day at most, and on a working day of the group,
 * unless the bot was away when it was due and catches up.
 */
export function checkReminders({ said, committee, groupDays, isUp }: Facts): Check {
  const ofGroups = said.filter(({ kind }) => kind === 'reminder' || kind === 'digest')
  const zones = new Map(committee.groups.map(({ code, zone }) => [code, zone]))
  const slots = new Set<string>()
  const onDays = new Set<string>()
  let caughtUp = 0
  const broken = ofGroups.flatMap(({ key, kind, at, period }) => {
    const group = key.split('/')[2] ?? ''
    const { day } = wallClock(zones.get(group) ?? committee.zone, at)
    const onDay = `${kind} ${group} ${day}`
    const isOff = !groupDays(group).isWorked(day)
    const wasAway = isOff && daysUpTo(period, day).some((one) => !isUp(one))
    if (wasAway) caughtUp += 1
    const why = slots.has(key)
      ? 'the same slot again'
      : onDays.has(onDay)
        ? 'the second on that day'
        : isOff && !wasAway
          ? 'a day off of the group'
          : undefined
    slots.add(key)
    onDays.add(onDay)
    return why === undefined ? [] : [`${key} at ${at.toISOString()}: ${why}`]
  })
  return {
    id: 'reminders',
    what: 'reminders and digests said twice or on a day off of the group',
    looked: ofGroups.length,
    broken,
    beside: { 'caught up after an outage, on a day off of the group': caughtUp },
  }
}

/** Both with it; none where the first is no day. */
function daysUpTo(from: string, to: string): string[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from)) return []
  const days: string[] = []
  for (let day = from; day <= to; day = daysAfter(day, 1)) days.push(day)
  return days
}

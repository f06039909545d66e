import { DateTime } from 'luxon'
import type { Kind, Plan, PlannedGroup, PlannedStop } from './plan.ts'
import { lastBefore, type Weekly } from './weekly.ts'

/** What a plan owes by the end of some of its weeks. `isSaid`: false where the group has nothing to be told. */
export type Due = { kind: Kind; group: string; on: string; slotAt: Date; isSaid: boolean }

type Standing = { weekly: Weekly; since: Date }

/**
 * What was due in the first `weeks` weeks, each notice once: at every stop the last slot of each schedule, if it came
 * after the schedule did, and unless the next one is to come later on that very day: it gives way to that. It follows from
 * the plan alone; nothing of the bot's is asked.
 */
export function dueIn(plan: Plan, weeks: number): Due[] {
  const startsAt = new Date(plan.startsAt)
  const due = new Map<string, Due>()
  const standing = new Map<string, Standing>()
  for (const { code, schedules } of plan.groups)
    for (const kind of ['reminder', 'digest'] as const)
      standing.set(`${code} ${kind}`, { weekly: schedules[kind], since: startsAt })

  const fallDue = (until: Date, replaced?: PlannedStop['replaces']) => {
    for (const group of plan.groups)
      for (const kind of ['reminder', 'digest'] as const) {
        const one = standing.get(`${group.code} ${kind}`)
        const slot = one && lastBefore(one.weekly, group.zone, until)
        if (one === undefined || slot === undefined || slot.at <= one.since) continue
        // Where another takes its place, none of its own comes any more.
        const hasNext = group.code !== replaced?.group || kind !== replaced.kind
        if (hasNext && slot.on !== dayOf(until, group.zone) && isNextOn(slot, until, group.zone)) continue
        const key = `${kind} ${group.code} ${slot.on}`
        const isSaid = speaks(group, kind === 'reminder' ? dayOf(until, group.zone) : slot.on)
        if (!due.has(key)) due.set(key, { kind, group: group.code, on: slot.on, slotAt: slot.at, isSaid })
      }
  }
  for (const { stops } of plan.weeks.slice(0, weeks))
    for (const { at, until, replaces } of stops) {
      if (replaces !== undefined) {
        // What the former one owes by then is still owed; the new one owes nothing of the time before.
        fallDue(new Date(at), replaces)
        standing.set(`${replaces.group} ${replaces.kind}`, { weekly: replaces.to, since: new Date(at) })
      }
      fallDue(new Date(until))
    }
  return [...due.values()]
}

/** Whether a week after the slot is the day on which it is `until` in the zone. */
function isNextOn({ on }: Pick<Due, 'on'>, until: Date, zone: string): boolean {
  return DateTime.fromISO(on, { zone }).plus({ weeks: 1 }).toISODate() === dayOf(until, zone)
}

function speaks({ speaksFrom }: PlannedGroup, day: string): boolean {
  return speaksFrom !== undefined && day >= speaksFrom
}

function dayOf(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toISODate() ?? ''
}

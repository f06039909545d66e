import { addDays, dayIn, daysBetween } from '../calendar/day.ts'
import { holdOf } from '../hold/rules.ts'
import { snoozedUntil } from '../reminder/snoozed.ts'
import type { ScheduleKind, Slot } from '../schedule/rules.ts'
import type { Store } from '../store.ts'
import type { TwinCatalogue } from '../twin/catalogue.ts'
import { twinNews } from '../twin/service.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { type ContentDecision, decideContent } from './planning.ts'

/** A digest compares the week that ended with the one before. */
const daysToldOf = 14
const weekMs = 7 * 24 * 3_600_000
/** What a group that could not be spoken to has missed is told when it can be again, but no older moves. */
const longestGapMs = 4 * weekMs

/**
 * Loads what a group's notice rests on and decides what it says at the moment `at`; nothing, to a group without a channel.
 * What the secretariat holds on that day is not said. What somebody has asked for by hand is said all the same, and also
 * where the group has put its reminder off.
 */
export async function contentFor(
  store: Store,
  twins: TwinCatalogue,
  kind: ScheduleKind,
  group: WorkingGroup,
  slot: Pick<Slot, 'at' | 'on'>,
  at: Date,
  isAskedFor = false,
): Promise<ContentDecision> {
  const decision = await contentUnheld(store, twins, kind, group, slot, at, isAskedFor)
  if (!decision.say || isAskedFor) return decision
  const today = dayIn(group.zone, at)
  // What is late is kept back on the day on which it would be said, and on the one that it was for.
  const days = today === slot.on ? [slot.on] : [slot.on, today]
  const holds = (await Promise.all(days.map((day) => store.holds.on(day)))).flat()
  const hold = holdOf(holds, { kind, recipient: group.code })
  return hold === undefined ? decision : { say: false, why: 'held' }
}

async function contentUnheld(
  store: Store,
  twins: TwinCatalogue,
  kind: ScheduleKind,
  group: WorkingGroup,
  slot: Pick<Slot, 'at' | 'on'>,
  at: Date,
  isAskedFor: boolean,
): Promise<ContentDecision> {
  if (group.channel === undefined) return { say: false, why: 'no-channel' }
  const today = dayIn(group.zone, at)
  if (kind === 'reminder') {
    if (!isAskedFor && (await snoozedUntil(store, group.code, slot.on, at)) !== undefined)
      return { say: false, why: 'snoozed' }
    const assignments = await store.assignments.inGroup(group.code, addDays(slot.on, -daysToldOf))
    return decideContent(kind, { assignments, moves: [], twins: [] }, today, slot.on)
  }
  const since = await toldUpTo(store, group.code, slot.at)
  // Holidays may put more than a week between two digests: the later one tells of all of it.
  const days = Math.max(7, daysBetween(dayIn(group.zone, since), slot.on))
  const facts = {
    assignments: await store.assignments.inGroup(group.code, addDays(slot.on, -Math.max(days, daysToldOf))),
    moves: await store.standards.moves(group.code, since, slot.at),
    twins: await twinNews(store, twins, group.code, since, { ...slot, days }),
    days,
  }
  return decideContent(kind, facts, today, slot.on)
}

/**
 * A move is told in one digest by schedule: each goes on where the last one that was heard left off, whether that was a
 * week ago, an hour less because the clocks have changed, or two weeks because the channel was out of reach.
 */
async function toldUpTo(store: Store, group: string, slotAt: Date): Promise<Date> {
  const heardUpTo = await store.notices.heardUpTo('digest', group, slotAt)
  const from = heardUpTo?.getTime() ?? slotAt.getTime() - weekMs
  return new Date(Math.max(from, slotAt.getTime() - longestGapMs))
}

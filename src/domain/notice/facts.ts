import { dayIn } from '../calendar/day.ts'
import type { ScheduleKind, Slot } from '../schedule/rules.ts'
import type { ToldMove } from '../standard/rules.ts'
import type { Store } from '../store.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { type ContentDecision, decideContent } from './planning.ts'

const weekMs = 7 * 24 * 3_600_000
/** What a group that could not be spoken to has missed is told when it can be again, but no older moves. */
const longestGapMs = 4 * weekMs

/** Loads what a group's notice rests on and decides what it says at the moment `at`; nothing, to a group without a channel. */
export async function contentFor(
  store: Store,
  kind: ScheduleKind,
  group: WorkingGroup,
  slot: Slot,
  at: Date,
): Promise<ContentDecision> {
  if (group.channel === undefined) return { say: false, why: 'no-channel' }
  const facts = {
    assignments: await store.assignments.inGroup(group.code),
    moves: kind === 'digest' ? await movesSinceLast(store, group.code, slot.at) : [],
  }
  return decideContent(kind, facts, dayIn(group.zone, at), slot.on)
}

/**
 * A move is told in one digest by schedule: each goes on where the last one that was heard left off, whether that was a
 * week ago, an hour less because the clocks have changed, or two weeks because the channel was out of reach.
 */
async function movesSinceLast(store: Store, group: string, slotAt: Date): Promise<ToldMove[]> {
  const heardUpTo = await store.notices.heardUpTo('digest', group, slotAt)
  const from = heardUpTo?.getTime() ?? slotAt.getTime() - weekMs
  const after = new Date(Math.max(from, slotAt.getTime() - longestGapMs))
  return store.standards.moves(group, after, slotAt)
}

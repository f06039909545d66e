import { dayIn } from '../calendar/day.ts'
import type { ScheduleKind, Slot } from '../schedule/rules.ts'
import type { Store } from '../store.ts'
import type { TwinCatalogue } from '../twin/catalogue.ts'
import { twinNews } from '../twin/service.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { type ContentDecision, decideContent } from './planning.ts'

const weekMs = 7 * 24 * 3_600_000

/** Loads what a group's notice rests on and decides what it says at the moment `at`; nothing, to a group without a channel. */
export async function contentFor(
  store: Store,
  twins: TwinCatalogue,
  kind: ScheduleKind,
  group: WorkingGroup,
  slot: Slot,
  at: Date,
): Promise<ContentDecision> {
  if (group.channel === undefined) return { say: false, why: 'no-channel' }
  const weekBefore = new Date(slot.at.getTime() - weekMs)
  const facts = {
    assignments: await store.assignments.inGroup(group.code),
    moves: kind === 'digest' ? await store.standards.moves(group.code, weekBefore, slot.at) : [],
    twins: kind === 'digest' ? await twinNews(store, twins, group.code, weekBefore, slot) : [],
  }
  return decideContent(kind, facts, dayIn(group.zone, at), slot.on)
}

import { type DigestContent, type DigestFacts, decideDigest } from '../digest/rules.ts'
import { decideReminder, type ReminderContent } from '../reminder/rules.ts'
import { latestSlot, type Schedule, type ScheduleKind, type Slot } from '../schedule/rules.ts'
import { putRight } from '../standard/put-right.ts'

/** What a group is told, read again at the moment of telling it. */
export type NoticeContent = ({ kind: 'reminder' } & ReminderContent) | ({ kind: 'digest' } & DigestContent)

/** Why a group hears nothing. */
export type Silence =
  | 'no-channel'
  | 'no-schedule'
  | 'switched-off'
  | 'not-due'
  | 'already-said'
  | 'no-open-assignments'
  | 'nothing-due'
  | 'snoozed'
  | 'nothing-to-report'
  | 'held'

export type ContentDecision = { say: true; content: NoticeContent } | { say: false; why: Silence }

/**
 * What a notice of this kind says. A reminder speaks of the day on which it is read, also when it comes late;
 * a digest of the week that ended on the day it is for.
 */
export function decideContent(
  kind: ScheduleKind,
  facts: DigestFacts,
  today: string,
  slotOn: string,
): ContentDecision {
  if (kind === 'reminder') {
    const decision = decideReminder(facts.assignments, today)
    return decision.say ? { say: true, content: { kind, ...decision.content } } : decision
  }
  const decision = decideDigest({ ...facts, moves: putRight(facts.moves) }, slotOn)
  return decision.say ? { say: true, content: { kind, ...decision.content } } : decision
}

/** The slot that a group's schedule owes at `now`, said or not, or why it owes none. */
export function decideSlot(
  schedule: Schedule | undefined,
  now: Date,
): { due: true; slot: Slot } | { due: false; why: Silence } {
  if (schedule === undefined) return { due: false, why: 'no-schedule' }
  const slot = latestSlot(schedule, schedule.activeSince, now)
  return slot === undefined ? { due: false, why: 'not-due' } : { due: true, slot }
}

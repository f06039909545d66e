import { leftUnanswered } from '../reminder/left-unanswered.ts'
import { remindedMs } from '../reminder/unanswered.ts'
import type { Store } from '../store.ts'
import type { Assignment } from './rules.ts'

/** For so long a message shows what became of the assignments that it names; the newest reminder of a group does for longer. */
const shownMs = 30 * 24 * 3_600_000

/**
 * Since when somebody may be asked to acknowledge the group's reminders for what is owed; undefined where nobody is. It is read
 * before the change is written that may answer them.
 */
export async function awaitedSince(
  store: Store,
  { id, group: code }: Pick<Assignment, 'id' | 'group'>,
  at: Date,
): Promise<Date | undefined> {
  const group = await store.groups.byCode(code)
  if (group === undefined) return undefined
  const [left] = await leftUnanswered(store, [group], await store.members.all(), at)
  return left?.reminders.some(({ assignments }) => assignments.includes(id)) === true
    ? left.reminders[0]?.at
    : undefined
}

/**
 * Lets the messages show what has become of an assignment: those that name it, and where it was `awaitedSince`, those in which
 * somebody is asked to acknowledge the group's reminders. Within the transaction that changes it.
 */
export async function reviseShown(
  store: Store,
  { before, after }: { before: Assignment; after: Assignment },
  { at, asked }: { at: Date; asked?: Date | undefined },
): Promise<void> {
  const since = new Date(at.getTime() - shownMs)
  await store.notices.reviseNaming(after.id, since)
  if (asked !== undefined) await store.notices.reviseAsking(before.group, asked)
  if (before.state === after.state) return
  const said = await store.notices.remindersSince(new Date(at.getTime() - remindedMs), before.group)
  const newest = said.sort((a, b) => a.at.getTime() - b.at.getTime()).at(-1)
  if (newest?.assignments.includes(after.id) === true && newest.at < since)
    await store.notices.revise(newest.id)
}

import { differences } from '../audit/rules.ts'
import type { Day } from '../calendar/day.ts'
import { freeName } from '../free-name.ts'
import type { Store } from '../store.ts'
import type { ActedBy } from './acting.ts'
import type { Assignment } from './rules.ts'

/** For so long a message shows what became of the assignments that it names. */
export const shownMs = 30 * 24 * 3_600_000

/** What whoever gives an assignment says of it. */
export type AssignmentGiven = Pick<
  Assignment,
  'titles' | 'group' | 'owner' | 'standards' | 'goals' | 'items'
> & {
  dueOn?: Day
}

/** Puts a new assignment on record under a short name, with who gave it. Within a transaction. */
export async function make(
  store: Store,
  given: AssignmentGiven,
  { member, via, request }: ActedBy,
  at: Date,
): Promise<Assignment> {
  const by = member === undefined ? {} : { by: member.id }
  const id = freeName('a', await store.assignments.ids())
  const assignment: Assignment = { ...given, id, state: 'open', life: { given: { at, ...by } } }
  await store.assignments.put(assignment)
  await store.audit.add({
    subject: { kind: 'assignment', id },
    what: 'make',
    at,
    via,
    ...by,
    ...(request !== undefined && { request }),
    ...differences(undefined, onRecord(assignment)),
  })
  return assignment
}

/** Withdraws an assignment whose work is given up; who decided that and why stands on record. Within a transaction. */
export async function withdraw(
  store: Store,
  assignment: Assignment,
  { member, why }: { member?: string; why: string },
  at: Date,
): Promise<void> {
  const by = member === undefined ? {} : { by: member }
  const { life } = assignment
  const withdrawn: Assignment = {
    ...assignment,
    state: 'withdrawn',
    life: { ...life, decided: { at, ...by } },
  }
  await store.assignments.put(withdrawn)
  await store.audit.add({
    subject: { kind: 'assignment', id: assignment.id },
    what: 'withdraw',
    at,
    via: member === undefined ? 'cli' : 'modal',
    ...by,
    ...differences(onRecord(assignment), onRecord(withdrawn)),
    note: why,
  })
}

/** The assignment that was made by this very gesture, which Slack may bring a second time. */
export async function madeBefore(store: Store, { request }: ActedBy): Promise<Assignment | undefined> {
  if (request === undefined) return undefined
  const id = await store.audit.subjectOf('assignment', 'make', request)
  return id === undefined ? undefined : (await store.assignments.byIds([id]))[0]
}

/** What of an assignment is held before and after a change: of its owner no more than who that is. */
export function onRecord({ owner, life: _facts, ...rest }: Assignment) {
  return { ...rest, owner: { kind: owner.kind, id: owner.id } }
}

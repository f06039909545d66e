import { noteChange } from '../audit/note-change.ts'
import type { DoneBy } from '../audit/rules.ts'
import type { Day } from '../calendar/day.ts'
import { freeName } from '../free-name.ts'
import { leadingFor } from '../member/leading-for.ts'
import type { Store } from '../store.ts'
import type { Assignment } from './rules.ts'
import { awaitedSince, reviseShown } from './shown.ts'

/** What whoever gives an assignment says of it. */
export type AssignmentGiven = Pick<
  Assignment,
  'titles' | 'group' | 'owner' | 'standards' | 'goals' | 'items'
> & {
  dueOn?: Day
}

/**
 * Puts a new assignment on record under a short name, with who gave it, and for whom where they stand in for whoever leads
 * its group. Within a transaction.
 */
export async function make(store: Store, given: AssignmentGiven, by: DoneBy, at: Date): Promise<Assignment> {
  const { member } = by
  const id = freeName('a', await store.assignments.ids())
  const leading = member && (await leadingFor(store, given.group, member.id, at))
  const behalf = leading?.kind === 'member' ? { behalf: leading } : {}
  const fact = member === undefined ? { at } : { at, by: member.id, ...behalf }
  const assignment: Assignment = { ...given, id, state: 'open', life: { given: fact } }
  await store.assignments.put(assignment)
  await noteChange(store, by, at, {
    subject: { kind: 'assignment', id },
    what: 'make',
    after: onRecord(assignment),
    ...behalf,
  })
  return assignment
}

/** Withdraws an assignment whose work is given up; who decided that and why stands on record. Within a transaction. */
export async function withdraw(
  store: Store,
  assignment: Assignment,
  { why, ...by }: DoneBy & { why: string },
  at: Date,
): Promise<void> {
  const { life } = assignment
  const withdrawn: Assignment = {
    ...assignment,
    state: 'withdrawn',
    life: {
      ...life,
      decided: { at, ...(by.member !== undefined && { by: by.member.id }), kind: 'withdrawn', why },
    },
  }
  const asked = await awaitedSince(store, assignment, at)
  await store.assignments.put(withdrawn)
  await noteChange(store, by, at, {
    subject: { kind: 'assignment', id: assignment.id },
    what: 'withdraw',
    before: onRecord(assignment),
    after: onRecord(withdrawn),
    note: why,
  })
  await reviseShown(store, { before: assignment, after: withdrawn }, { at, asked })
}

/** The assignment that was made by this very gesture, which Slack may bring a second time. */
export async function madeBefore(store: Store, { request }: DoneBy): Promise<Assignment | undefined> {
  if (request === undefined) return undefined
  const id = await store.audit.subjectOf('assignment', 'make', request)
  return id === undefined ? undefined : (await store.assignments.byIds([id]))[0]
}

/** What of an assignment is held before and after a change: of its owner no more than who that is. */
export function onRecord({ owner, life: _facts, ...rest }: Assignment) {
  return { ...rest, owner: { kind: owner.kind, id: owner.id } }
}

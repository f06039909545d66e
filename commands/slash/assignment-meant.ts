import type { App } from '../../src/app.ts'
import { type Caller, memberBehind } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { type Actor, mayDecide } from '../../src/domain/assignment/acting.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'

/** What no keyboard types is no name, and nothing that a database could look for. */
const shortName = /^[^\p{Cc}]{1,80}$/u

/** The assignment on record that bears this short name, in whatever case it was typed. */
export async function assignmentNamed(app: App, name: string): Promise<Assignment | undefined> {
  if (!shortName.test(name)) return undefined
  return (await app.assignments.byId(name)) ?? app.assignments.byId(name.toLowerCase())
}

/** The assignment that a person means by its short name; `verb` is what they want with it. @throws UserError for none */
export async function assignmentNeeded(app: App, name: string, verb: string): Promise<Assignment> {
  if (name === '') throw new UserError('assignment.which', { verb })
  const found = await assignmentNamed(app, name)
  if (found === undefined) throw new UserError('assignment.unknown', { name })
  return found
}

/** The assignment of this id, as a button carries it. @throws UserError where it is gone */
export async function assignmentCalled(app: App, id: string): Promise<Assignment> {
  const found = await app.assignments.byId(id)
  if (found === undefined) throw new UserError('done.gone')
  return found
}

/** The caller with the roles that they hold today. @throws UserError for somebody whom the committee does not know */
export function actorBehind(caller: Caller): Actor {
  if (caller.member === undefined) throw new UserError('assignments.stranger')
  return caller.standing ?? { ...memberBehind(caller), roles: caller.roles }
}

/** Whether the caller may decide about an assignment. */
export function decides(caller: Caller, assignment: Assignment): boolean {
  return caller.member !== undefined && mayDecide(assignment, actorBehind(caller))
}

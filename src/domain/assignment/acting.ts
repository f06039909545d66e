import type { DoneBy } from '../audit/rules.ts'
import { isSecretariat, leadsGroup, type Member, type Role } from '../member/rules.ts'
import type { Fact } from './life.ts'
import type { Assignment } from './rules.ts'

/** The member who does something, with the roles that they hold on that day; the operator is nobody in particular. */
export type Actor = Pick<Member, 'id' | 'organisation'> & { roles: readonly Role[] }

/** Who does something, and from where, with what tells whether they may. */
export type ActedBy = DoneBy & { member?: Member }

/**
 * Whether somebody may act as the owner: whoever owes it, anybody of the organisation that does, and those who lead the
 * group that does.
 */
export function isOwnersOwn(
  { owner }: Pick<Assignment, 'owner'>,
  { id, organisation, roles }: Actor,
): boolean {
  switch (owner.kind) {
    case 'member':
      return owner.id === id
    case 'organisation':
      return owner.id === organisation
    case 'group':
      return leadsGroup(roles, owner.id)
  }
}

/** Whether somebody may decide about it: those who lead the group in which it is owed, and the secretariat. */
export function mayDecide({ group }: Pick<Assignment, 'group'>, { roles }: Actor): boolean {
  return isSecretariat(roles) || leadsGroup(roles, group)
}

/** The fact that somebody did something about an assignment; for whom, where it is not their own in person. */
export function factOf(assignment: Pick<Assignment, 'owner'>, actor: Actor | undefined, at: Date): Fact {
  if (actor === undefined) return { at }
  const { kind, id } = assignment.owner
  const isInPerson = kind === 'member' && id === actor.id
  return { at, by: actor.id, ...(!isInPerson && { behalf: { kind, id } }) }
}

import type { DoneBy } from '../audit/rules.ts'
import { isObserver, isSecretariat, leadsGroup, type Member, type Role } from '../member/rules.ts'
import { type Acting, leadsFor, type Standing } from '../member/standing.ts'
import type { Fact, OwnerRef } from './life.ts'
import type { Assignment, OrganisationQuery, OwnerQuery } from './rules.ts'

/** The member who does something, as what they are on that day; the operator is nobody in particular. */
export type Actor = Standing

/** Who does something, and from where, with what tells whether they may. */
export type ActedBy = DoneBy & { member?: Member }

/**
 * Whether somebody may act as the owner: whoever owes it, those who act for the organisation that does, and those who lead
 * the group that does; and whoever stands in for one of them. Observers owe nothing and act for nobody.
 */
export function isOwnersOwn(assignment: Owed, actor: Actor): boolean {
  return isOwnedBy(assignment, actor) || owesFor(assignment, actor) !== undefined
}

/** Whether somebody may decide about it: those who lead the group in which it is owed, and the secretariat. */
export function mayDecide({ group }: Pick<Assignment, 'group'>, { roles }: Actor): boolean {
  return isSecretariat(roles) || leadsGroup(roles, group)
}

/** What it waits for, as if that were owed; undefined where it waits for nobody of the committee. */
function awaitedOf({ life, group }: Pick<Assignment, 'life' | 'group'>): Owed | undefined {
  const owner = life.blocked?.waitsFor
  return owner && { owner, group }
}

/** Whether an assignment waits for somebody, and so is not their own: they can say that it waits no more. */
export function isHeldBy(assignment: Assignment, actor: Actor): boolean {
  const awaited = awaitedOf(assignment)
  return awaited !== undefined && !isOwnersOwn(assignment, actor) && isOwnersOwn(awaited, actor)
}

/** The fact that whoever it waited for has done their part; for whom, where that is not their own in person. */
export function partDoneOf(assignment: Assignment, actor: Actor, at: Date): Fact {
  return factOf(awaitedOf(assignment) ?? assignment, actor, at)
}

/** The fact that somebody did something about an assignment; for whom, where it is not their own in person. */
export function factOf(assignment: Owed, actor: Actor | undefined, at: Date): Fact {
  if (actor === undefined) return { at }
  const { kind, id } = assignment.owner
  const isInPerson = kind === 'member' && id === actor.id
  const away = isOwnedBy(assignment, actor) ? undefined : owesFor(assignment, actor)
  const behalf = away === undefined ? { kind, id } : { kind: 'member' as const, id: away }
  return { at, by: actor.id, ...(!isInPerson && { behalf }) }
}

/** The fact that somebody decided about an assignment; for whom, where they stand in for whoever leads the group. */
export function decisionOf({ group }: Pick<Assignment, 'group'>, actor: Actor, at: Date): Fact {
  const away = isSecretariat(actor.roles) ? undefined : leadsFor(actor.roles, group)
  return { at, by: actor.id, ...(away !== undefined && { behalf: { kind: 'member' as const, id: away } }) }
}

type Owed = { owner: OwnerRef } & Pick<Assignment, 'group'>

/** Whom somebody stands in for who may act as the owner. */
function owesFor(assignment: Owed, { roles, standsInFor = [] }: Actor): string | undefined {
  const { owner } = assignment
  if (owner.kind === 'group') {
    const away = leadsFor(roles, owner.id)
    if (away !== undefined) return away
  }
  return standsInFor.find((one) => isOwnedBy(assignment, one))?.id
}

/** Whether it is somebody's own, without standing in for anybody: theirs, their organisation's, or that of the group they lead. */
export function isOwnedBy(
  { owner, group }: Owed,
  { id, organisation, roles, represented = [] }: Acting,
): boolean {
  if (isObserver(roles)) return false
  switch (owner.kind) {
    case 'member':
      return owner.id === id
    case 'organisation': {
      if (owner.id !== organisation) return false
      const isOf = (one: Pick<Role, 'group'>) => one.group === undefined || one.group === group
      if (!represented.some(isOf)) return true
      return roles.some((one) => one.role === 'representative' && isOf(one))
    }
    case 'group':
      return roles.some(
        ({ role, group: of, standingInFor }) =>
          standingInFor === undefined && of === owner.id && (role === 'convenor' || role === 'deputy'),
      )
  }
}

/**
 * What is somebody's own, as `isOwnedBy` has it, but for what whole groups owe: that is asked of some of those who lead them.
 * Nothing for observers.
 */
export function ownedBy(acting: Acting): OwnerQuery {
  if (isObserver(acting.roles)) return {}
  return { members: [acting.id], organisations: organisationsOf(acting) }
}

/** In which groups somebody acts for their organisation. */
function organisationsOf({ organisation, roles, represented = [] }: Acting): OrganisationQuery[] {
  if (organisation === undefined) return []
  const own = roles.filter(({ role }) => role === 'representative')
  const isWhole = (one: Pick<Role, 'group'>) => one.group === undefined
  if (own.some(isWhole)) return [{ id: organisation }]
  const groupsIn = (some: readonly Pick<Role, 'group'>[]) => some.flatMap(({ group }) => group ?? [])
  const inGroups = groupsIn(own)
  if (represented.some(isWhole)) return [{ id: organisation, inGroups }]
  // Where nobody represents it, anybody of it acts.
  const notInGroups = groupsIn(represented).filter((group) => !inGroups.includes(group))
  return [{ id: organisation, ...(notInGroups.length > 0 && { notInGroups }) }]
}

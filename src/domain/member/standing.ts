import { type Absence, stoodInFor } from '../absence/rules.ts'
import type { Day } from '../calendar/day.ts'
import { isObserver, type Member, type Role, rolesOn } from './rules.ts'

/** Somebody who may act, with the roles that they hold on a day. */
export type Acting = Pick<Member, 'id' | 'organisation'> & {
  roles: readonly Role[]
  /** Those of the representatives whom their organisation has on that day; anybody of it acts for it, where there are none. */
  represented?: readonly Pick<Role, 'group'>[]
}

/** The same, and those for whom they stand in on that day, as whom they may act as well. */
export type Standing = Acting & { standsInFor?: readonly Acting[] }

/** What standing rests on: everybody on the list, and who is away. */
export type StandingFacts = { members: readonly Member[]; absences: readonly Absence[] }

/**
 * The one place that tells what somebody is on a day of the calendar of the committee or of a group: their own roles, and
 * those of convenor and deputy of whoever is away and has named them as stand-in. The secretariat's are not lent: it has
 * several heads. A pure observer stands in for nobody, a stand-in who is away neither, and nobody stands in for a
 * stand-in.
 */
export function standingOn(member: Member, { members, absences }: StandingFacts, day: Day): Standing {
  const acting = actingOn(member, members, day)
  if (isObserver(acting.roles)) return acting
  const away = stoodInFor(absences, member.id, day).flatMap(
    (id) => members.find((one) => one.id === id) ?? [],
  )
  if (away.length === 0) return acting
  const lent = away.flatMap(({ id, roles }) =>
    rolesOn({ roles }, day)
      .filter(({ role }) => role === 'convenor' || role === 'deputy')
      .map((role): Role => ({ ...role, standingInFor: id })),
  )
  return {
    ...acting,
    roles: [...acting.roles, ...lent],
    standsInFor: away.map((one) => actingOn(one, members, day)),
  }
}

/** The members who lead a group in that role on a day, in their own right or for somebody who is away. */
export function membersHolding(
  { role, group }: { role: 'convenor' | 'deputy'; group: string },
  { members, absences }: StandingFacts,
  day: Day,
): Member[] {
  const holders = members.filter((member) => holdsOn(member, day, role, group))
  const away = new Set(holders.map(({ id }) => id))
  return members.filter(
    (member) =>
      away.has(member.id) ||
      (stoodInFor(absences, member.id, day).some((id) => away.has(id)) && !isObserver(rolesOn(member, day))),
  )
}

/**
 * For whom somebody leads a group: undefined where they lead it in their own right, or do not lead it at all.
 */
export function leadsFor(roles: readonly Role[], group: string): string | undefined {
  const held = roles.filter(
    (one) => (one.role === 'convenor' || one.role === 'deputy') && one.group === group,
  )
  return held.some(({ standingInFor }) => standingInFor === undefined) ? undefined : held[0]?.standingInFor
}

function holdsOn(member: Member, day: Day, role: Role['role'], group: string): boolean {
  return rolesOn(member, day).some((held) => held.role === role && held.group === group)
}

function actingOn({ id, organisation, roles }: Member, members: readonly Member[], day: Day): Acting {
  const own = rolesOn({ roles }, day)
  if (organisation === undefined) return { id, roles: own }
  const represented = members
    .filter((one) => one.organisation === organisation)
    .flatMap((one) => rolesOn(one, day).filter(({ role }) => role === 'representative'))
    .map(({ group }) => ({ ...(group !== undefined && { group }) }))
  return { id, organisation, roles: own, ...(represented.length > 0 && { represented }) }
}

import type { Day } from '../calendar/day.ts'
import type { Language, Names } from '../language/rules.ts'

export type RoleName =
  | 'secretariat'
  | 'chair'
  | 'vice-chair'
  | 'secretary-general'
  | 'convenor'
  | 'deputy'
  | 'member'
  /** Of the organisation of whoever holds it: they alone act for it, in the committee or in one group. */
  | 'representative'
  /** Sees what members see, and owes and decides nothing. */
  | 'observer'

/**
 * A role, in a group or in the committee as a whole, with the days on which it is held. `standingInFor`: the member whose
 * role it is, where it is held for somebody who is away; never on record.
 */
export type Role = { role: RoleName; group?: string; from?: Day; until?: Day; standingInFor?: string }

export type Member = {
  id: string
  names: Names
  organisation?: string
  email?: string
  /** Slack's user id, from the file or found by e-mail. */
  slackId?: string
  language?: Language
  /** IANA name, as the file has it. */
  zone?: string
  /** IANA name, as they have set it in Slack. */
  slackZone?: string
  roles: Role[]
}

/** What Slack tells of a user; `zone` is an IANA name. */
export type SlackUser = { slackId: string; email?: string; zone?: string }

export type Organisation = { id: string; names: Names }

/** The zone in which a member lives: as the file has it, else as they have set it in Slack, else the committee's. */
export function zoneOf({ zone, slackZone }: Pick<Member, 'zone' | 'slackZone'>, committee: { zone: string }) {
  return zone ?? slackZone ?? committee.zone
}

/** The roles that are held on `day`. */
export function rolesOn(member: Pick<Member, 'roles'>, day: Day): Role[] {
  return member.roles.filter(
    (role) =>
      (role.from === undefined || role.from <= day) && (role.until === undefined || role.until >= day),
  )
}

/** Whether the roles of a member have all ended before `day`; whoever never had one has not left. */
export function hasLeft({ roles }: Pick<Member, 'roles'>, day: Day): boolean {
  return roles.length > 0 && roles.every(({ until }) => until !== undefined && until < day)
}

/** Whether these roles include the secretariat, which answers for everything. */
export function isSecretariat(roles: readonly Role[]): boolean {
  return roles.some(({ role }) => role === 'secretariat' || role === 'secretary-general')
}

/** The groups of which these roles include convenor or deputy convenor. */
export function groupsLed(roles: readonly Role[]): string[] {
  return roles.flatMap(({ role, group }) =>
    (role === 'convenor' || role === 'deputy') && group !== undefined ? [group] : [],
  )
}

/** Whether these roles include convenor or deputy convenor of the group. */
export function leadsGroup(roles: readonly Role[], group: string): boolean {
  return roles.some((role) => (role.role === 'convenor' || role.role === 'deputy') && role.group === group)
}

/** Whether these roles include chair or vice-chair: they see everything, and decide nothing that others answer for. */
export function isChair(roles: readonly Role[]): boolean {
  return roles.some(({ role }) => role === 'chair' || role === 'vice-chair')
}

/** Whether these roles are none but an observer's. Whoever holds no role is none: they are on the list as a member. */
export function isObserver(roles: readonly Role[]): boolean {
  return roles.length > 0 && roles.every(({ role }) => role === 'observer')
}

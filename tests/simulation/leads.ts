import type { Person } from './committee.ts'

/** Whether all that somebody was in the committee has ended before the day. */
export function hasLeft({ member }: Person, day: string): boolean {
  return member.roles.every(({ until }) => until !== undefined && until < day)
}

/** Whether somebody leads the group on the day. */
export function isLead(
  { member }: Person,
  group: string,
  day: string,
  as: 'convenor' | 'deputy' | 'any',
): boolean {
  return member.roles.some(
    ({ role, group: of, from, until }) =>
      of === group &&
      (role === as || (as === 'any' && (role === 'convenor' || role === 'deputy'))) &&
      (from === undefined || from <= day) &&
      (until === undefined || until >= day),
  )
}

import type { Person } from './committee.ts'

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

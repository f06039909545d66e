import type { Committee } from '../committee/rules.ts'
import { type Member, zoneOf } from '../member/rules.ts'
import type { Notice } from '../notice/rules.ts'
import { askingOf, type Hearing } from '../reminder/asking.ts'
import { quietUntil } from '../reminder/quiet-hours.ts'
import type { Store } from '../store.ts'

/**
 * Until when nobody speaks to a member: the end of their own quiet hours, else of the committee's, on the clock where they
 * live. Undefined where they may be spoken to at `at`.
 */
export function quietOf(
  member: Pick<Member, 'zone' | 'slackZone'>,
  committee: Committee,
  hearing: Pick<Hearing, 'quietHours'> | undefined,
  at: Date,
): Date | undefined {
  const hours = hearing?.quietHours ?? askingOf(committee.asking).quietHours
  return quietUntil(at, hours, zoneOf(member, committee))
}

/** The same of the notice's member, as they are on record; undefined also for whoever is no member. */
export async function quietFor(
  store: Store,
  { member: id }: Pick<Notice, 'member'>,
  now: Date,
): Promise<Date | undefined> {
  if (id === undefined) return undefined
  const [member, committee, hearing] = await Promise.all([
    store.members.byId(id),
    store.committee.get(),
    store.hearing.of(id),
  ])
  if (member === undefined || committee === undefined) return undefined
  return quietOf(member, committee, hearing, now)
}

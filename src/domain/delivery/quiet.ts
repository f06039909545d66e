import { zoneOf } from '../member/rules.ts'
import type { Notice } from '../notice/rules.ts'
import { askingOf } from '../reminder/asking.ts'
import { quietUntil } from '../reminder/quiet-hours.ts'
import type { Store } from '../store.ts'

/**
 * Until when nobody speaks to the notice's member: the end of their own quiet hours, else of the committee's, on the
 * clock where they live. Undefined where it may be said, and for whoever is no member.
 */
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
  const hours = hearing?.quietHours ?? askingOf(committee.asking).quietHours
  return quietUntil(now, hours, zoneOf(member, committee))
}

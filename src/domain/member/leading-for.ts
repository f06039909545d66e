import type { OwnerRef } from '../assignment/life.ts'
import { dayIn } from '../calendar/day.ts'
import type { Store } from '../store.ts'
import { standing } from './service.ts'
import { leadsFor } from './standing.ts'

/**
 * For whom somebody acts who leads a group: for the group, or for the one who leads it and in whose place they stand at
 * `at`. `by` is a member's id; the operator has none.
 */
export async function leadingFor(
  store: Store,
  group: string,
  by: string | undefined,
  at: Date,
): Promise<OwnerRef> {
  const member = by === undefined ? undefined : await store.members.byId(by)
  const today = dayIn((await store.committee.get())?.zone ?? 'UTC', at)
  const away = member && leadsFor((await standing(store, member, today)).roles, group)
  return away === undefined ? { kind: 'group', id: group } : { kind: 'member', id: away }
}

import type { Member } from '../member/rules.ts'
import type { Store } from '../store.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { actedOn } from './acted-on.ts'
import { remindedMs, type Unanswered, unansweredOf } from './unanswered.ts'

/**
 * What these groups have left unanswered at `now`, by the very rule by which somebody is asked for it in person: each group
 * that has left something, in their order.
 */
export async function leftUnanswered(
  store: Store,
  groups: readonly WorkingGroup[],
  members: readonly Member[],
  now: Date,
): Promise<Unanswered[]> {
  const since = new Date(now.getTime() - remindedMs)
  const said = await Promise.all(groups.map(({ code }) => store.notices.remindersSince(since, code)))
  const reminders = said.flat()
  if (reminders.length === 0) return []
  const ids = [...new Set(reminders.flatMap(({ assignments }) => assignments))]
  const named = new Map((await store.assignments.byIds(ids)).map((one) => [one.id, one]))
  const acted = await actedOn(store, reminders, { groups, members })
  return groups.flatMap((group) => {
    const own = acted.filter((one) => one.group === group.code)
    return unansweredOf(group, own, named) ?? []
  })
}

import { type Day, dayIn } from '../calendar/day.ts'
import type { PlanChange } from '../plan/change.ts'
import type { Store } from '../store.ts'
import type { Goal } from './rules.ts'

/** When something was changed: the moment, and the day on the committee's calendar. */
export type Altered = { at: Date; on: Day }

/** Whether a change of a goal altered what is asked with it; whom it is asked of is another thing. */
function altersAsked({ before, after, fields = [] }: PlanChange): boolean {
  const isReworded = before?.zh !== after?.zh || before?.en !== after?.en
  return isReworded || fields.some(({ field }) => field !== 'groups')
}

/**
 * When what is asked with a goal was changed last, since somebody set it. Whoever took on a goal that was carried on since
 * did so in an earlier year: changes of that year count as well.
 */
export async function lastAltered(store: Store, goal: Goal): Promise<Altered | undefined> {
  const last = (await store.plans.changesOf(goal.year)).findLast(
    (change) => change.kind === 'goal-changed' && change.subject === goal.id && altersAsked(change),
  )
  if (last !== undefined)
    return { at: last.at, on: dayIn((await store.committee.get())?.zone ?? 'UTC', last.at) }
  const from = goal.carriedFrom === undefined ? undefined : await store.goals.byId(goal.carriedFrom)
  return from !== undefined && from.year < goal.year ? lastAltered(store, from) : undefined
}

import type { Store } from '../store.ts'
import { nextSlots, type Schedule, type Slot } from './rules.ts'

/** A slot ahead has been said before only where days were marked after it was: hardly ever more than one. */
const mostSaidAhead = 4

/** The first `count` slots after `after` that will be said: a slot that was said, and was moved since, is not said again. */
export async function openSlots(
  store: Store,
  schedule: Schedule,
  after: Date,
  count: number,
): Promise<Slot[]> {
  const slots = nextSlots(schedule, after, count + mostSaidAhead)
  const keys = await store.notices.keys(
    schedule.kind,
    slots.map(({ nominalOn }) => nominalOn),
  )
  const said = new Set(keys.filter(({ group }) => group === schedule.group).map(({ period }) => period))
  return slots.filter(({ nominalOn }) => !said.has(nominalOn)).slice(0, count)
}

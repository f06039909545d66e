import type { Store } from '../store.ts'
import type { Point } from './rules.ts'

/** What hangs on a point: the ids of its goals, and of the work and the assignments below them; none of what was given up. */
export type Hanging = { goals: string[]; items: string[]; assignments: string[] }

/** A point that would go, and what hangs on it. */
export type HangingPoint = { point: Point } & Hanging

/** What hangs on each point of a year's plan. */
export async function hangingOn(store: Store, year: number): Promise<(point: string) => Hanging> {
  const [allGoals, allItems, allOwed] = [
    await store.goals.all(year),
    await store.work.all(),
    await store.assignments.ofPlans(),
  ]
  const goals = allGoals.filter(({ state }) => state !== 'dropped')
  const items = allItems.filter(({ state }) => state !== 'dropped')
  const owed = allOwed.filter(({ state }) => state !== 'withdrawn')
  return (point) => {
    const own = new Set(goals.flatMap(({ id, points }) => (points.includes(point) ? [id] : [])))
    const below = new Set(items.flatMap(({ id, goals }) => (goals.some((goal) => own.has(goal)) ? [id] : [])))
    const hang = owed.filter(
      ({ goals, items }) => goals.some((id) => own.has(id)) || items.some((id) => below.has(id)),
    )
    return { goals: [...own], items: [...below], assignments: hang.map(({ id }) => id) }
  }
}

/** All that hangs on some points, each once. */
export function hangingTogether(some: readonly Hanging[]): Hanging {
  const all = (of: keyof Hanging) => [...new Set(some.flatMap((one) => one[of]))]
  return { goals: all('goals'), items: all('items'), assignments: all('assignments') }
}

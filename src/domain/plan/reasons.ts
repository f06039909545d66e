import type { Assignment } from '../assignment/rules.ts'
import type { Goal } from '../goal/rules.ts'
import type { WorkItem } from '../work/rules.ts'
import { type Plan, type Point, pointsOf } from './rules.ts'

/** One way from an assignment up to the plan: the work it is part of, the goal that serves, and its sentences. */
export type Reason = { item?: WorkItem; goal: Goal; points: Point[] }

/** What reasons are found in: everything on record, of every year. */
export type ReasonFacts = { goals: readonly Goal[]; items: readonly WorkItem[]; plans: readonly Plan[] }

/** Why an assignment is there, up to the sentences; empty where it serves no goal on record. */
export function reasonsOf(
  { goals: served, items: partOf }: Pick<Assignment, 'goals' | 'items'>,
  { goals, items, plans }: ReasonFacts,
): Reason[] {
  // What was carried on is there for the goal that goes on.
  const lasting = (ids: readonly string[]) =>
    ids.filter((id) => !goals.some((goal) => goal.carriedFrom === id && ids.includes(goal.id)))
  const goalCalled = (id: string) => goals.filter((goal) => goal.id === id)
  const reason = (goal: Goal, item?: WorkItem): Reason => {
    const plan = plans.find(({ year }) => year === goal.year)
    const points = plan === undefined ? [] : pointsOf(plan).map(({ point }) => point)
    return { goal, points: points.filter(({ id }) => goal.points.includes(id)), ...(item && { item }) }
  }
  const byWork = items
    .filter(({ id }) => partOf.includes(id))
    .flatMap((item) =>
      lasting(item.goals)
        .flatMap(goalCalled)
        .map((goal) => reason(goal, item)),
    )
  const through = new Set(byWork.map(({ goal }) => goal.id))
  const direct = lasting(served)
    .filter((id) => !through.has(id))
    .flatMap(goalCalled)
  return [...byWork, ...direct.map((goal) => reason(goal))]
}

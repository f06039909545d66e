import { isDeepStrictEqual } from 'node:util'
import type { Goal } from '../goal/rules.ts'
import { mergePlan } from '../plan/merge.ts'
import type { Plan } from '../plan/rules.ts'
import { compareRecords, joinReports } from './import.ts'
import type { CommitteeRecords, ImportReport } from './rules.ts'

/** What a committee file changes of plans and goals. */
export type PlansCompared = { plans: Plan[]; goals: Goal[]; report: ImportReport }

/**
 * Compares a committee file's plans and goals with those on record. A plan that came as a document and a goal that people
 * have worked on since are theirs: the file no longer decides them. A point that goes on keeps its id, and so do its
 * goals' ties to it.
 */
export function comparePlansAndGoals(
  recorded: { plans: readonly Plan[]; goals: readonly Goal[] },
  given: Pick<CommitteeRecords, 'plans' | 'goals'>,
): PlansCompared {
  const byYear = new Map(recorded.plans.map((plan) => [plan.year, plan]))
  const isOurs = ({ year }: Pick<Plan, 'year'>) => byYear.get(year)?.document === undefined
  const merged = given.plans.filter(isOurs).map((plan) => {
    const before = byYear.get(plan.year)
    return before === undefined ? { plan, idOf: new Map<string, string>() } : mergePlan(before, plan)
  })
  const idOf = new Map(merged.flatMap(({ idOf }) => [...idOf]))
  const touched = new Set(recorded.goals.filter(({ isTouched }) => isTouched).map(({ id }) => id))
  const isFree = (goal: Goal) => isOurs(goal) && !touched.has(goal.id)
  const goals = given.goals
    .filter(isFree)
    .map((goal) => ({ ...goal, points: goal.points.map((point) => idOf.get(point) ?? point) }))
  const plansCompared = compareRecords(
    recorded.plans.filter(isOurs),
    merged.map(({ plan }) => plan),
    ({ year }) => `plan ${year}`,
    isDeepStrictEqual,
  )
  const goalsCompared = compareRecords(
    recorded.goals.filter((goal) => !goal.isTouched && isOurs(goal)),
    goals,
    ({ id }) => `goal ${id}`,
  )
  const kept = [
    ...given.plans.filter((plan) => !isOurs(plan)).map(({ year }) => `plan ${year}`),
    ...given.goals.filter((goal) => !isFree(goal)).map(({ id }) => `goal ${id}`),
  ]
  return {
    plans: plansCompared.write,
    goals: goalsCompared.write,
    report: { ...joinReports([plansCompared, goalsCompared]), kept },
  }
}

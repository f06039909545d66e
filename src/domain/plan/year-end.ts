import { comparePlans } from './compare.ts'
import type { Plan } from './rules.ts'
import { assignmentsBelow, liveItems, type PlanTrace, type TracedGoal } from './trace.ts'

/**
 * A goal that may go on, with the points of the next year's plan that go on with its own. What was done stays with its
 * year: `going` are the ids of the pieces of work, and of the assignments beside them, that are not done yet.
 */
export type GoalOnward = { goal: TracedGoal; points: string[]; going: string[] }

/** What the end of a year makes of each goal that is still open. */
export type YearEnd = {
  /** All below them is done: they can be closed, with what was given as evidence. */
  toClose: TracedGoal[]
  toCarry: GoalOnward[]
  /** Nothing was ever done for them: to be carried on, or given up. */
  untouched: GoalOnward[]
}

/** `next` is the following year's plan; without it, goals go on to no point. */
export function yearEnd(trace: PlanTrace, next: Plan | undefined): YearEnd {
  const onward = onwardFrom(trace.plan, next)
  const open = trace.goals.filter(({ goal }) => goal.state === 'open')
  const going = open
    .filter(({ share }) => share < 1)
    .map((goal): GoalOnward => {
      const points = goal.goal.points.flatMap((point) => onward.get(point) ?? [])
      return { goal, points: [...new Set(points)], going: goingOn(goal) }
    })
  return {
    toClose: open.filter(({ share }) => share >= 1),
    toCarry: going.filter(({ goal }) => isBegun(goal)),
    untouched: going.filter(({ goal }) => !isBegun(goal)),
  }
}

function onwardFrom(plan: Plan, next: Plan | undefined): ReadonlyMap<string, string> {
  if (next === undefined) return new Map()
  const { kept, changed } = comparePlans(plan, next)
  return new Map([...kept, ...changed].map(({ before, after }) => [before.id, after.id]))
}

function goingOn({ items, assignments }: TracedGoal): string[] {
  return [
    ...items.flatMap(({ item, progress }) => (item.state === 'open' && progress.share < 1 ? [item.id] : [])),
    ...assignments.flatMap(({ id, state }) => (state === 'open' ? [id] : [])),
  ]
}

function isBegun(goal: TracedGoal): boolean {
  return (
    liveItems(goal).some(({ progress }) => progress.share > 0) ||
    assignmentsBelow(goal).some(({ state }) => state === 'done')
  )
}

import type { Goal } from '../goal/rules.ts'
import { comparePlans } from './compare.ts'
import type { Plan } from './rules.ts'
import { assignmentsBelow, type PlanTrace, type TracedGoal } from './trace.ts'

/** What the end of a year makes of each goal that is still open. */
export type YearEnd = {
  /** All below them is done: they can be closed, with what was given as evidence. */
  toClose: TracedGoal[]
  /** They go on in the next year's plan, each with the points there that go on with its own. */
  toCarry: { goal: TracedGoal; points: string[] }[]
  /** Nothing was ever done for them: to be carried on, or given up. */
  untouched: TracedGoal[]
}

/** `next` is the following year's plan; without it, goals are carried on to no point. */
export function yearEnd(trace: PlanTrace, next: Plan | undefined): YearEnd {
  const open = trace.goals.filter(({ goal }) => goal.state === 'open')
  const toClose = open.filter(({ share }) => share >= 1)
  const untouched = open.filter(isUntouched)
  const onward = new Map<string, string>()
  if (next !== undefined) {
    const { kept, changed } = comparePlans(trace.plan, next)
    for (const { before, after } of [...kept, ...changed]) onward.set(before.id, after.id)
  }
  const toCarry = open
    .filter((goal) => !toClose.includes(goal) && !untouched.includes(goal))
    .map((goal) => ({ goal, points: pointsOnward(goal.goal, onward) }))
  return { toClose, toCarry, untouched }
}

/** The points of the later plan that go on with those of the goal. */
export function pointsOnward(
  { points }: Pick<Goal, 'points'>,
  onward: ReadonlyMap<string, string>,
): string[] {
  return [...new Set(points.flatMap((point) => onward.get(point) ?? []))]
}

function isUntouched(goal: TracedGoal): boolean {
  const isBegun = goal.items.some(({ progress }) => progress.share > 0)
  return !isBegun && !assignmentsBelow(goal).some(({ state }) => state === 'done')
}

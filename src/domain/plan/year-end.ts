import { comparePlans } from './compare.ts'
import type { Plan } from './rules.ts'
import {
  assignmentsBelow,
  kindsWithoutWork,
  liveGoals,
  liveItems,
  type PlanTrace,
  type TracedGoal,
  type TracedPoint,
} from './trace.ts'

/**
 * A goal that may go on, with the points of the next year's plan that go on with its own. What was done stays with its
 * year: `going` are the ids of the pieces of work, and of the assignments beside them, that are not done yet.
 */
export type GoalOnward = {
  goal: TracedGoal
  points: string[]
  going: string[]
  /** The kinds of work that it still asks for: not those of which all there was is done. */
  kinds: string[]
}

/** A sentence behind which nobody stood, with the points of the next year's plan that go on with it. */
export type PointOnward = { point: TracedPoint; points: string[] }

/** What the end of a year makes of each goal, and of the sentences that have none. */
export type YearEnd = {
  /** Closed already. */
  closed: TracedGoal[]
  /** All below them is done: they can be closed, with what was given as evidence. */
  toClose: TracedGoal[]
  /** So is their work, and yet something is still owed below it. */
  stillOwed: TracedGoal[]
  toCarry: GoalOnward[]
  /** Nothing was ever done for them: to be carried on, or given up. */
  untouched: GoalOnward[]
  withoutGoal: PointOnward[]
}

/** `next` is the following year's plan; without it, goals go on to no point. */
export function yearEnd(trace: PlanTrace, next: Plan | undefined): YearEnd {
  const onward = onwardFrom(trace.plan, next)
  const open = trace.goals.filter(({ goal }) => goal.state === 'open')
  const going = open
    .filter((goal) => !isReached(goal))
    .map((goal): GoalOnward => {
      const points = goal.goal.points.flatMap((point) => onward.get(point) ?? [])
      return { goal, points: [...new Set(points)], going: goingOn(goal), kinds: kindsLeft(goal) }
    })
  const reached = open.filter(isReached)
  const bare = trace.areas.flatMap(({ points }) => points).filter((point) => liveGoals(point).length === 0)
  return {
    closed: trace.goals.filter(({ goal }) => goal.state === 'closed'),
    toClose: reached.filter((goal) => !isOwing(goal)),
    stillOwed: reached.filter(isOwing),
    toCarry: going.filter(({ goal }) => isBegun(goal)),
    untouched: going.filter(({ goal }) => !isBegun(goal)),
    withoutGoal: bare.map((point) => {
      const next = onward.get(point.point.id)
      return { point, points: next === undefined ? [] : [next] }
    }),
  }
}

function onwardFrom(plan: Plan, next: Plan | undefined): ReadonlyMap<string, string> {
  if (next === undefined) return new Map()
  const { kept, translated, changed } = comparePlans(plan, next)
  return new Map([...kept, ...translated, ...changed].map(({ before, after }) => [before.id, after.id]))
}

function goingOn({ items, assignments }: TracedGoal): string[] {
  return [
    ...items.flatMap(({ item, progress }) => (item.state === 'open' && progress.share < 1 ? [item.id] : [])),
    ...assignments.flatMap(({ id, state }) => (state === 'open' ? [id] : [])),
  ]
}

function isOwing(goal: TracedGoal): boolean {
  return assignmentsBelow(goal).some(({ state }) => state === 'open')
}

/** All that is below it is done, and some of each kind that it asks for is. */
function isReached(goal: TracedGoal): boolean {
  return goal.share >= 1 && kindsWithoutWork(goal).length === 0
}

function kindsLeft(goal: TracedGoal): string[] {
  const live = liveItems(goal)
  return goal.goal.kinds.filter((kind) => {
    const own = live.filter(({ item }) => item.kind === kind)
    return own.length === 0 || own.some(({ progress }) => progress.share < 1)
  })
}

function isBegun(goal: TracedGoal): boolean {
  return (
    liveItems(goal).some(({ progress }) => progress.share > 0) ||
    assignmentsBelow(goal).some(({ state }) => state === 'done')
  )
}

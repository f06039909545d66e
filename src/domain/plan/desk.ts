import { urgency } from '../assignment/rules.ts'
import type { Day } from '../calendar/day.ts'
import { partOf } from '../goal/deciding.ts'
import { groupsOf } from '../goal/rules.ts'
import { assignmentsBelow, type PlanTrace, type TracedGoal } from './trace.ts'

/** A group's part in a year's plan, on a day of the committee's calendar. */
export type GroupDesk = {
  group: string
  /** The goals that it has taken on. */
  goals: TracedGoal[]
  /** The goals that wait for its convenor's answer. */
  waiting: TracedGoal[]
  /** The mean of its goals, from 0 to 1. */
  share: number
  /** Its open assignments below the plan that are overdue. */
  late: number
}

/** Every group's part in the plan, in the order in which `codes` has them. */
export function groupDesks(trace: PlanTrace, codes: readonly string[], today: Day): GroupDesk[] {
  const live = trace.goals.filter(({ goal }) => goal.state !== 'dropped')
  const owed = [...new Set(live.flatMap(assignmentsBelow))]
  return codes.map((group): GroupDesk => {
    const goals = live.filter(({ goal }) => groupsOf(goal).includes(group))
    const waiting = live.filter(
      ({ goal }) => goal.state === 'open' && partOf(goal, group)?.state === 'offered',
    )
    const late = owed.filter(
      (one) => one.group === group && one.state === 'open' && urgency(one, today) === 'overdue',
    )
    const sum = goals.reduce((total, { share }) => total + share, 0)
    return { group, goals, waiting, share: goals.length === 0 ? 0 : sum / goals.length, late: late.length }
  })
}

/** Whether the group has taken a goal on, or is asked to. */
export function hasPart({ goals, waiting }: GroupDesk): boolean {
  return goals.length > 0 || waiting.length > 0
}

/** How many answers the committee's convenors owe. */
export function answersOwed(trace: PlanTrace): number {
  return trace.goals.reduce(
    (sum, { goal }) =>
      goal.state === 'open' ? sum + goal.groups.filter(({ state }) => state === 'offered').length : sum,
    0,
  )
}

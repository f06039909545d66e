import { urgency } from '../assignment/rules.ts'
import type { Day } from '../calendar/day.ts'
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
  const desks = new Map(
    codes.map((group): [string, GroupDesk] => [group, { group, goals: [], waiting: [], share: 0, late: 0 }]),
  )
  const live = trace.goals.filter(({ goal }) => goal.state !== 'dropped')
  for (const traced of live)
    for (const { group, state } of traced.goal.groups) {
      if (state === 'accepted') desks.get(group)?.goals.push(traced)
      if (state === 'offered' && traced.goal.state === 'open') desks.get(group)?.waiting.push(traced)
    }
  for (const owed of new Set(live.flatMap(assignmentsBelow))) {
    const desk = desks.get(owed.group)
    if (desk !== undefined && owed.state === 'open' && urgency(owed, today) === 'overdue') desk.late += 1
  }
  for (const desk of desks.values()) {
    const sum = desk.goals.reduce((total, { share }) => total + share, 0)
    desk.share = desk.goals.length === 0 ? 0 : sum / desk.goals.length
  }
  return [...desks.values()]
}

/** Whether the group has taken a goal on, or is asked to. */
export function hasPart({ goals, waiting }: GroupDesk): boolean {
  return goals.length > 0 || waiting.length > 0
}

/** Whether anything of the group's part is still to be done: what has ended is looked at where its year is. */
export function isAtWork({ goals, waiting }: GroupDesk): boolean {
  return waiting.length > 0 || goals.some(({ goal }) => goal.state === 'open')
}

/** How many open goals groups want otherwise. */
export function changesWanted(trace: PlanTrace): number {
  return trace.goals.reduce(
    (sum, { goal }) =>
      goal.state === 'open' ? sum + goal.groups.filter(({ state }) => state === 'change-asked').length : sum,
    0,
  )
}

/** How many answers the committee's convenors owe. */
export function answersOwed(trace: PlanTrace): number {
  return trace.goals.reduce(
    (sum, { goal }) =>
      goal.state === 'open' ? sum + goal.groups.filter(({ state }) => state === 'offered').length : sum,
    0,
  )
}

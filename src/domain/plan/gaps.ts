import type { Assignment } from '../assignment/rules.ts'
import type { Day } from '../calendar/day.ts'
import { groupsOf } from '../goal/rules.ts'
import { hasLeft, isObserver, type Member, rolesOn } from '../member/rules.ts'
import { isActive, type WorkingGroup } from '../working-group/rules.ts'
import {
  assignmentsBelow,
  liveGoals,
  type PlanTrace,
  type TracedGoal,
  type TracedItem,
  type TracedPoint,
} from './trace.ts'

/** Why nobody stands behind an assignment any more. */
export type OwnerGone =
  /** A member who is in the committee's list with roles, all of which have ended. */
  | 'member-left'
  /** A member whose roles in the assignment's group have ended, while others go on. */
  | 'left-group'
  /** A member who holds no role but an observer's, and so owes nothing. */
  | 'only-observes'
  /** An organisation for which no member stands. */
  | 'nobody-represents'
  /** A group that does not exist any more. */
  | 'group-ended'
  /** A group that nobody leads. */
  | 'group-unled'

/** What of a plan has no one behind it. */
export type PlanGaps = {
  pointsWithoutGoal: TracedPoint[]
  /** Goals that no group has taken on; what became of each asking stands in the goal. */
  goalsWithoutGroup: TracedGoal[]
  /** Goals for which nobody owes anything. */
  goalsWithoutAssignment: TracedGoal[]
  /** Work that goes on though every goal that it served was given up. */
  workWithoutGoal: TracedItem[]
  /** Open assignments that serve no open goal, by themselves or by their work. */
  assignmentsWithoutGoal: Assignment[]
  /** Open assignments below the plan's goals whose owner is gone. */
  ownersGone: { assignment: Assignment; why: OwnerGone }[]
  /** Goals that a group has on record and that does not exist any more. */
  groupsGone: { goal: TracedGoal; group: string }[]
  /** Goals that serve no sentence that the plan still has. */
  goalsWithoutPoint: TracedGoal[]
}

/** What gaps are found in. */
export type GapFacts = {
  trace: PlanTrace
  /** Every open assignment. */
  open: readonly Assignment[]
  /** The ids of the open goals of every year, and of the work that serves one; not of work that was dropped. */
  goalIds: ReadonlySet<string>
  itemIds: ReadonlySet<string>
  members: readonly Member[]
  groups: readonly WorkingGroup[]
  today: Day
}

/** The gaps of one year's plan on a day of the committee's calendar. */
export function gapsOf(facts: GapFacts): PlanGaps {
  const { trace, open, goalIds, itemIds, groups, today } = facts
  const points = trace.areas.flatMap(({ points }) => points)
  const goals = trace.goals.filter(({ goal }) => goal.state === 'open')
  const isOfPlan = new Set(goals.flatMap((goal) => assignmentsBelow(goal).map(({ id }) => id)))
  const active = new Set(groups.filter((group) => isActive(group, today)).map(({ code }) => code))
  const known = new Set(points.map(({ point }) => point.id))
  const goneBecause = ownerGone(facts)
  return {
    pointsWithoutGoal: points.filter((point) => liveGoals(point).length === 0 && point.hasClosed !== true),
    goalsWithoutGroup: goals.filter(({ goal }) => groupsOf(goal).length === 0),
    goalsWithoutAssignment: goals.filter(
      (goal) => goal.share < 1 && !assignmentsBelow(goal).some(({ state }) => state !== 'withdrawn'),
    ),
    workWithoutGoal: [...new Set(trace.goals.flatMap(({ items }) => items))].filter(
      ({ item, progress }) => item.state === 'open' && progress.share < 1 && !itemIds.has(item.id),
    ),
    assignmentsWithoutGoal: open.filter(
      ({ goals, items }) => !goals.some((id) => goalIds.has(id)) && !items.some((id) => itemIds.has(id)),
    ),
    ownersGone: open.flatMap((assignment) => {
      const why = isOfPlan.has(assignment.id) ? goneBecause(assignment) : undefined
      return why === undefined ? [] : [{ assignment, why }]
    }),
    groupsGone: goals.flatMap((goal) =>
      groupsOf(goal.goal).flatMap((group) => (active.has(group) ? [] : [{ goal, group }])),
    ),
    goalsWithoutPoint: goals.filter(({ goal }) => !goal.points.some((id) => known.has(id))),
  }
}

/** How many gaps there are in all. */
export function countGaps(gaps: PlanGaps): number {
  return Object.values(gaps).reduce((sum, some) => sum + some.length, 0)
}

/**
 * Whose every role has ended has left; who never had one is in the committee's list all the same, and nothing of theirs
 * has ended.
 */
function ownerGone({
  members,
  groups,
  today,
}: GapFacts): (assignment: Pick<Assignment, 'owner' | 'group'>) => OwnerGone | undefined {
  const memberById = new Map(members.map((member) => [member.id, member]))
  const represented = new Set(
    members.flatMap((member) =>
      member.organisation === undefined || hasLeft(member, today) || isObserver(rolesOn(member, today))
        ? []
        : member.organisation,
    ),
  )
  const led = new Set(
    members.flatMap((member) =>
      rolesOn(member, today).flatMap(({ role, group }) =>
        role === 'convenor' || role === 'deputy' ? (group ?? []) : [],
      ),
    ),
  )
  const groupByCode = new Map(groups.map((group) => [group.code, group]))
  return ({ owner, group: of }) => {
    switch (owner.kind) {
      case 'member': {
        const member = memberById.get(owner.id)
        if (member === undefined || hasLeft(member, today)) return 'member-left'
        const inGroup = { roles: member.roles.filter(({ group }) => group === of) }
        if (hasLeft(inGroup, today)) return 'left-group'
        return isObserver(rolesOn(member, today)) ? 'only-observes' : undefined
      }
      case 'organisation':
        return represented.has(owner.id) ? undefined : 'nobody-represents'
      case 'group': {
        const group = groupByCode.get(owner.id)
        if (group === undefined || !isActive(group, today)) return 'group-ended'
        return led.has(owner.id) ? undefined : 'group-unled'
      }
    }
  }
}

/** What of the gaps is a group's: goals that it has or is asked about, and assignments of its own. */
export function gapsOfGroup(gaps: PlanGaps, code: string): PlanGaps {
  const isOurs = ({ goal }: TracedGoal) =>
    goal.groups.some(({ group, state }) => group === code && state !== 'declined' && state !== 'withdrawn')
  const touches = ({ point }: TracedPoint) =>
    point.reading?.groups.some(({ value }) => value === code) === true
  return {
    // Nobody has a sentence without a goal; it concerns the groups whose scope it touches.
    pointsWithoutGoal: gaps.pointsWithoutGoal.filter(touches),
    goalsWithoutGroup: gaps.goalsWithoutGroup.filter(isOurs),
    goalsWithoutAssignment: gaps.goalsWithoutAssignment.filter(isOurs),
    workWithoutGoal: gaps.workWithoutGoal.filter(({ item }) => item.group === code),
    assignmentsWithoutGoal: gaps.assignmentsWithoutGoal.filter(({ group }) => group === code),
    ownersGone: gaps.ownersGone.filter(({ assignment }) => assignment.group === code),
    groupsGone: gaps.groupsGone.filter(({ group }) => group === code),
    goalsWithoutPoint: gaps.goalsWithoutPoint.filter(isOurs),
  }
}

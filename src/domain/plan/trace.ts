import type { Assignment } from '../assignment/rules.ts'
import { type CountAtEnd, type Goal, groupsOf, type SharePart } from '../goal/rules.ts'
import type { Standard } from '../standard/rules.ts'
import type { WorkKind } from '../work/kind.ts'
import { type WorkProgress, workProgress } from '../work/progress.ts'
import type { WorkItem } from '../work/rules.ts'
import { type Plan, type PlanArea, type Point, pointsOf } from './rules.ts'

/** A piece of work with what hangs on it. */
export type TracedItem = {
  item: WorkItem
  kind?: WorkKind
  assignments: Assignment[]
  /** Those of its standards that are on record. */
  standards: Standard[]
  progress: WorkProgress
  /** The first year whose goals it serves. */
  year: number
}

/** A goal with what hangs on it; `assignments` are those that serve it by no piece of work of its that counts. */
export type TracedGoal = {
  goal: Goal
  items: TracedItem[]
  assignments: Assignment[]
  share: number
  /** The goal of a later year that goes on with it, and the work and the assignments of its own that went on there. */
  onward?: string
  wentOn: TracedItem[]
  owedOnward: Assignment[]
}

/** A point with its goals; those that were dropped are there and count for nothing. */
export type TracedPoint = {
  point: Point
  area: PlanArea
  goals: TracedGoal[]
  share: number
  /** A closed group works on it as well, and the reader does not see how: it is in none of these numbers. */
  hasClosed?: true
}

export type TracedArea = { area: PlanArea; points: TracedPoint[]; share: number }

/**
 * A year's plan from sentence to assignment, with how far each of it has come: shares from 0 to 1, of what its reader
 * sees. Whoever sees more reads another share; nothing of what is hidden can be told from it.
 */
export type PlanTrace = {
  plan: Plan
  areas: TracedArea[]
  share: number
  /** Every goal of the year, whichever points it serves. */
  goals: TracedGoal[]
  /** All that is part of a piece of work or serves a goal, of whatever year. */
  assignments: readonly Assignment[]
}

/** What a trace is made of. */
export type TraceFacts = {
  plan: Plan
  /** Those of the plan's year. */
  goals: readonly Goal[]
  /** The goals of later years that go on with earlier ones, by the id of the earlier one. */
  onward?: ReadonlyMap<string, string>
  items: readonly WorkItem[]
  /** The first year whose goals a piece of work serves; the plan's, where it is not told. */
  yearOf?: (item: WorkItem) => number
  /** Those that are part of a piece of work, or serve a goal. */
  assignments: readonly Assignment[]
  kinds: readonly WorkKind[]
  standardsOf: (item: WorkItem) => Standard[]
  /** Ids of the points on which a closed group works, for whoever does not see how. */
  closed?: ReadonlySet<string>
}

/**
 * Hangs assignments on work, work on goals, goals on points, many to many, and counts upwards: a goal is the mean of
 * its pieces of work and of the assignments that serve it directly, a point the mean of its goals, an area of its points,
 * the plan of all points. What has nothing below it counts as nothing done; what was dropped is not counted. A goal that
 * was carried on keeps the share that it had then.
 */
export function tracePlan(facts: TraceFacts): PlanTrace {
  const { plan, goals, items, assignments, kinds, standardsOf } = facts
  const { onward = new Map<string, string>(), yearOf = () => plan.year } = facts
  const kindById = new Map(kinds.map((kind) => [kind.id, kind]))
  const ofItem = groupBy(assignments, ({ items }) => items)
  const ofGoal = groupBy(assignments, ({ goals }) => goals)
  const tracedItems = new Map(
    items.map((item) => {
      const kind = kindById.get(item.kind)
      const own = ofItem.get(item.id) ?? []
      const standards = standardsOf(item)
      const year = yearOf(item)
      const progress = workProgress(item, kind, own, standards, year)
      return [item.id, { item, ...(kind && { kind }), assignments: own, standards, progress, year }] as const
    }),
  )
  const itemsOfGoal = groupBy([...tracedItems.values()], ({ item }) => item.goals)
  const traced = goals.map((goal): TracedGoal => {
    const next = onward.get(goal.id)
    const isOurs = <T extends { goals: readonly string[] }>(one: T) =>
      next === undefined || !one.goals.includes(next)
    const all = itemsOfGoal.get(goal.id) ?? []
    const items = all.filter(({ item }) => isOurs(item))
    const isBelow = new Set(liveItems({ items }).map(({ item }) => item.id))
    const direct = (ofGoal.get(goal.id) ?? [])
      .filter(isOurs)
      .filter((one) => !one.items.some((id) => isBelow.has(id)))
    return {
      goal,
      items,
      assignments: direct,
      share: shareOfGoal(goal, items, direct),
      ...(next !== undefined && { onward: next }),
      wentOn: all.filter((traced) => !items.includes(traced)),
      owedOnward: (ofGoal.get(goal.id) ?? []).filter((one) => !isOurs(one)),
    }
  })
  const goalsOfPoint = groupBy(traced, ({ goal }) => goal.points)
  const areas = plan.areas.map((area): TracedArea => {
    const points = area.points.map((point): TracedPoint => {
      const own = goalsOfPoint.get(point.id) ?? []
      const counted = own.filter(({ goal }) => goal.state !== 'dropped')
      const hasClosed = facts.closed?.has(point.id) === true
      return {
        point,
        area,
        goals: own,
        share: mean(counted.map(({ share }) => share)),
        ...(hasClosed && { hasClosed }),
      }
    })
    return { area, points, share: mean(points.map(({ share }) => share)) }
  })
  const shares = areas.flatMap(({ points }) => points.map(({ share }) => share))
  return { plan, areas, share: mean(shares), goals: traced, assignments }
}

/** The goals that count: all but those that were given up. */
export function liveGoals({ goals }: Pick<TracedPoint, 'goals'>): TracedGoal[] {
  return goals.filter(({ goal }) => goal.state !== 'dropped')
}

/** The pieces of work that count: open and done ones. */
export function liveItems({ items }: { items: readonly TracedItem[] }): TracedItem[] {
  return items.filter(({ item }) => item.state !== 'dropped')
}

/**
 * The kinds of work that a goal asks for and of which none hangs below it, where other work does. What went on with
 * another goal is there as well.
 */
export function kindsWithoutWork({ goal, items, wentOn }: TracedGoal): string[] {
  const live = liveItems({ items: [...items, ...wentOn] })
  const there = new Set(live.map(({ item }) => item.kind))
  return live.length === 0 ? [] : goal.kinds.filter((kind) => !there.has(kind))
}

/** What a goal's share is the mean of, by their ids. */
export function partsOf({
  items,
  assignments,
}: {
  items: readonly TracedItem[]
  assignments: readonly Assignment[]
}): SharePart[] {
  const owed = assignments.filter(({ state }) => state !== 'withdrawn')
  return [
    ...liveItems({ items }).map(({ item, progress }) => ({ id: item.id, share: progress.share })),
    ...owed.map(({ id, state }) => ({ id, share: state === 'done' ? 1 : 0 })),
  ]
}

/** A traced goal never changes, and each of the points that it serves asks what hangs on it. */
const below = new WeakMap<object, readonly Assignment[]>()

/** Every assignment below the goal, each once; not those of work that was dropped. */
export function assignmentsBelow(goal: Pick<TracedGoal, 'items' | 'assignments'>): readonly Assignment[] {
  const known = below.get(goal)
  if (known !== undefined) return known
  const found = new Set(goal.assignments)
  for (const item of liveItems(goal)) for (const assignment of item.assignments) found.add(assignment)
  const all = [...found]
  below.set(goal, all)
  return all
}

/** How many of the assignments below a goal are done, and how many there are. */
export function countOwed(goal: Pick<TracedGoal, 'items' | 'assignments'>): CountAtEnd {
  const owed = assignmentsBelow(goal).filter(({ state }) => state !== 'withdrawn')
  return { done: owed.filter(({ state }) => state === 'done').length, of: owed.length }
}

/** The groups at work on a point. */
export function groupsAtWork(point: Pick<TracedPoint, 'goals'>): string[] {
  return [...new Set(liveGoals(point).flatMap(({ goal }) => groupsOf(goal)))]
}

/** The points of the plan that a goal serves, in the plan's order. */
export function pointsServed({ plan }: Pick<PlanTrace, 'plan'>, goal: Pick<Goal, 'points'>) {
  return pointsOf(plan).filter(({ point }) => goal.points.includes(point.id))
}

function shareOfGoal(goal: Goal, items: readonly TracedItem[], direct: readonly Assignment[]): number {
  if (goal.state === 'carried' && goal.shareAtEnd !== undefined) return goal.shareAtEnd
  return mean(partsOf({ items, assignments: direct }).map(({ share }) => share))
}

/** The mean of shares; 0 where there are none. */
export function mean(shares: readonly number[]): number {
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length
}

function groupBy<T>(all: readonly T[], keysOf: (one: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all)
    for (const key of new Set(keysOf(one))) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [one])
      else group.push(one)
    }
  return groups
}

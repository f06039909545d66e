import type { CountAtEnd } from '../goal/rules.ts'
import type { WorkCounter, WorkKind } from '../work/kind.ts'
import { isAchieved } from '../work/outcome.ts'
import { pointsOf } from './rules.ts'
import {
  assignmentsBelow,
  liveGoals,
  type PlanTrace,
  type TracedArea,
  type TracedGoal,
  type TracedItem,
  type TracedPoint,
} from './trace.ts'

/** A figure of the year with the pieces of work from which it is counted. */
export type YearFigure = { kind: WorkKind; counter: WorkCounter; value: number; from: TracedItem[] }

/** What became of a point in its year. */
export type PointOutcome = {
  traced: TracedPoint
  /**
   * `done`: all below it is; `part`: some of it is; `open`: nothing is; `dropped`: each of its goals was given up; `none`:
   * no goal served it.
   */
  state: 'done' | 'part' | 'open' | 'dropped' | 'none'
  done: TracedItem[]
  /** What is not done, with how far it is; of what went on into a later year, how far it was by then. */
  open: { item: TracedItem; share: number }[]
  /** How many assignments below it are done, and how many there are. */
  owed: { done: number; of: number }
}

export type AreaOutcome = { traced: TracedArea; figures: YearFigure[]; points: PointOutcome[] }

/** The year in the plan's own order: by area its figures, by point what became of it. */
export type YearSummary = {
  trace: PlanTrace
  areas: AreaOutcome[]
  loose: LooseOutcome
  figures: YearFigure[]
}

/** Goals that serve no sentence that the plan still has: what was done for them was done in the year all the same. */
export type LooseOutcome = { goals: TracedGoal[]; figures: YearFigure[] }

/** What a year's plan has brought so far, every figure with what it is counted from. */
export function summariseYear(trace: PlanTrace): YearSummary {
  const areas = trace.areas.map((traced): AreaOutcome => {
    const points = traced.points.map(outcomeOf)
    return { traced, points, figures: figuresOf(points.flatMap(itemsBelow)) }
  })
  const known = new Set(pointsOf(trace.plan).map(({ point }) => point.id))
  const loose = trace.goals.filter(
    ({ goal }) => goal.state !== 'dropped' && !goal.points.some((id) => known.has(id)),
  )
  const looseItems = loose.flatMap(({ items }) => items)
  const all = [...areas.flatMap(({ points }) => points.flatMap(itemsBelow)), ...looseItems]
  return { trace, areas, loose: { goals: loose, figures: figuresOf(looseItems) }, figures: figuresOf(all) }
}

/** The figures of kinds of which there is any work, in the order of the kinds' first piece. */
export function figuresOf(items: readonly TracedItem[]): YearFigure[] {
  const byKind = new Map<string, TracedItem[]>()
  for (const item of new Set(items)) {
    if (item.kind === undefined || item.item.state === 'dropped') continue
    const known = byKind.get(item.kind.id)
    if (known === undefined) byKind.set(item.kind.id, [item])
    else known.push(item)
  }
  return [...byKind.values()].flatMap((some) => {
    const kind = some[0]?.kind
    return kind === undefined ? [] : kind.counters.map((counter) => figureOf(kind, counter, some))
  })
}

/** A number that was given as evidence is added up; otherwise what is done and achieved is counted. */
function figureOf(kind: WorkKind, counter: WorkCounter, items: readonly TracedItem[]): YearFigure {
  const done = items.filter(({ progress }) => progress.share === 1)
  const { sumOf } = counter
  if (sumOf === undefined) {
    const from = done.filter(({ item }) => counter.counts === 'ended' || isAchieved(item, kind))
    return { kind, counter, value: from.length, from }
  }
  const from = done.filter(({ item }) => /^\d+$/.test(item.evidence[sumOf] ?? ''))
  const value = from.reduce((sum, { item }) => sum + Number(item.evidence[sumOf]), 0)
  return { kind, counter, value, from }
}

function outcomeOf(traced: TracedPoint): PointOutcome {
  const goals = liveGoals(traced)
  const items = itemsOf(traced).filter(({ item }) => item.state !== 'dropped')
  const done = items.filter(({ progress }) => progress.share === 1)
  const own = [...new Set(goals.filter(({ goal }) => goal.owedAtEnd === undefined).flatMap(assignmentsBelow))]
  const live = own.filter(({ state }) => state !== 'withdrawn')
  // What was carried on is counted as it was then: what is done of it later is done in its own year.
  const carried = goals.flatMap(({ goal }) => goal.owedAtEnd ?? [])
  const owed = {
    done: live.filter(({ state }) => state === 'done').length + sum(carried, 'done'),
    of: live.length + sum(carried, 'of'),
  }
  const isBegun = traced.share > 0 || done.length > 0 || owed.done > 0
  return {
    traced,
    state: stateOf(traced, isBegun),
    done,
    open: [
      ...items.flatMap((item) => (done.includes(item) ? [] : [{ item, share: item.progress.share }])),
      ...goals.flatMap(wentOnAtEnd).filter(({ item }) => !items.includes(item)),
    ],
    owed,
  }
}

function sum(counts: readonly CountAtEnd[], key: keyof CountAtEnd): number {
  return counts.reduce((total, count) => total + count[key], 0)
}

function wentOnAtEnd({ goal, wentOn }: TracedGoal): PointOutcome['open'] {
  const shares = new Map(goal.partsAtEnd?.map(({ id, share }) => [id, share]))
  return wentOn.map((item) => ({ item, share: shares.get(item.item.id) ?? 0 }))
}

function stateOf({ goals, share }: TracedPoint, isBegun: boolean): PointOutcome['state'] {
  if (goals.length === 0) return 'none'
  if (liveGoals({ goals }).length === 0) return 'dropped'
  if (share >= 1) return 'done'
  return isBegun ? 'part' : 'open'
}

function itemsOf(traced: TracedPoint): TracedItem[] {
  return [...new Set(liveGoals(traced).flatMap(({ items }) => items))]
}

function itemsBelow({ traced }: PointOutcome): TracedItem[] {
  return itemsOf(traced)
}

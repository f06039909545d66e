import type { WorkCounter, WorkKind } from '../work/kind.ts'
import { isAchieved } from '../work/outcome.ts'
import {
  assignmentsBelow,
  liveGoals,
  type PlanTrace,
  type TracedArea,
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
  open: TracedItem[]
  /** How many assignments below it are done, and how many there are. */
  owed: { done: number; of: number }
}

export type AreaOutcome = { traced: TracedArea; figures: YearFigure[]; points: PointOutcome[] }

/** The year in the plan's own order: by area its figures, by point what became of it. */
export type YearSummary = { trace: PlanTrace; areas: AreaOutcome[]; figures: YearFigure[] }

/** What a year's plan has brought so far, every figure with what it is counted from. */
export function summariseYear(trace: PlanTrace): YearSummary {
  const areas = trace.areas.map((traced): AreaOutcome => {
    const points = traced.points.map(outcomeOf)
    return { traced, points, figures: figuresOf(points.flatMap(itemsBelow)) }
  })
  const all = areas.flatMap(({ points }) => points.flatMap(itemsBelow))
  return { trace, areas, figures: figuresOf(all) }
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
  const assignments = [...new Set(goals.flatMap(assignmentsBelow))].filter(
    ({ state }) => state !== 'withdrawn',
  )
  const done = items.filter(({ progress }) => progress.share === 1)
  const doneOwed = assignments.filter(({ state }) => state === 'done').length
  const isBegun = traced.share > 0 || done.length > 0 || doneOwed > 0
  return {
    traced,
    state: stateOf(traced, isBegun),
    done,
    open: items.filter((item) => !done.includes(item)),
    owed: { done: doneOwed, of: assignments.length },
  }
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

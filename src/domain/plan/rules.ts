import type { Day } from '../calendar/day.ts'
import type { Names } from '../language/rules.ts'
import type { Place, PointReading } from './reading/outline.ts'

/** One point of a plan: what the committee has approved, word for word. */
export type Point = {
  /** Its own for good, whatever number a later document gives it. */
  id: string
  /** Its place in the plan as people call it: `2.3`. */
  number: string
  texts: Names
  /** The heading within its area under which it stands. */
  under?: Names
  /** How its document numbers it: `（八）`. */
  label?: string
  /** Where it stands in its document. */
  place?: Place
  /** What its words ask for, as they were read: proposals, and no more. */
  reading?: PointReading
}

export type PlanArea = { number: number; names: Names; points: Point[] }

/** The committee's annual key working points. */
export type Plan = {
  year: number
  names: Names
  approvedOn?: Day
  releasedOn?: Day
  areas: PlanArea[]
  /** The document that it was read from; absent where the committee's file holds it. */
  document?: { name: string; digest: string }
}

/** The id of a point that is read for the first time at this place of its year's plan. */
export function pointId(year: number, number: string): string {
  return `${year}-${number}`
}

/** The points of a plan in their order, each with its area. */
export function pointsOf({ areas }: Pick<Plan, 'areas'>): { area: PlanArea; point: Point }[] {
  return areas.flatMap((area) => area.points.map((point) => ({ area, point })))
}

/** The plan that people mean where they name no year: that of the day's year, or else the newest before it, or the first. */
export function planInForce<P extends Pick<Plan, 'year'>>(plans: readonly P[], today: Day): P | undefined {
  const year = Number(today.slice(0, 4))
  const byYear = plans.toSorted((a, b) => b.year - a.year)
  return byYear.find((plan) => plan.year <= year) ?? byYear.at(-1)
}

/** The place that a point had when it got its id; undefined for what is no point's id. */
export function numberIn(id: string): string | undefined {
  return /^\d{4}-(\d+(?:\.\d+)+)(?:-\d+)?$/.exec(id)?.[1]
}

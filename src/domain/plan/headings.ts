import type { Names } from '../language/rules.ts'
import type { PlanArea, Point } from './rules.ts'
import { mean, type PlanTrace, type TracedPoint } from './trace.ts'

/** A heading within an area: `1.2` stands above `1.2.1`. One that its points' numbers do not count has none. */
export type Heading = { number?: string; names: Names }

/** A heading with the points below it, and how far these have come together: a share from 0 to 1. */
export type TracedHeading = {
  number: string
  names: Names
  area: PlanArea
  points: TracedPoint[]
  share: number
}

/** Between a heading and the one below it, where both stand above a point. */
const below = ' / '

/** The headings above a point within its area, the highest first. */
export function headingsOf({ number, under }: Pick<Point, 'number' | 'under'>): Heading[] {
  if (under === undefined) return []
  const numbers = number.split('.').slice(0, -1)
  const parts = [under.zh?.split(below), under.en?.split(below)] as const
  const depth = Math.max(...parts.map((names) => names?.length ?? 0))
  // Names that do not part alike in both languages stand together for the lowest heading.
  const isAlike = parts.every((names) => names === undefined || names.length === depth)
  if (!isAlike || depth !== numbers.length - 1)
    return [{ ...(numbers.length > 1 && { number: numbers.join('.') }), names: under }]
  const [zh, en] = parts
  return Array.from({ length: depth }, (_, at) => ({
    number: numbers.slice(0, at + 2).join('.'),
    names: { ...(zh?.[at] && { zh: zh[at] }), ...(en?.[at] && { en: en[at] }) },
  }))
}

/** Those of a point's headings under which the point before it does not stand. */
export function headingsBegun(point: Point, before: Point | undefined): Heading[] {
  const known = new Set(before === undefined ? [] : headingsOf(before).map(keyOf))
  return headingsOf(point).filter((heading) => !known.has(keyOf(heading)))
}

/** The heading with that number, with the points below it; undefined where none has it. */
export function headingNumbered({ areas }: PlanTrace, number: string): TracedHeading | undefined {
  for (const { area, points } of areas) {
    const own = points.filter(({ point }) => headingsOf(point).some((heading) => heading.number === number))
    const [first] = own
    const heading = first && headingsOf(first.point).find((heading) => heading.number === number)
    if (heading !== undefined)
      return { number, names: heading.names, area, points: own, share: mean(own.map(({ share }) => share)) }
  }
  return undefined
}

function keyOf({ number, names }: Heading): string {
  return JSON.stringify([number, names])
}

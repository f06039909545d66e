import type { PointReading } from './reading/outline.ts'
import type { Point } from './rules.ts'

/**
 * How far two sentences ask for the same, by what each was read to ask for: `agrees` counts the kinds,
 * topics and days that both have; they contradict each other where both name kinds, or else topics, and share none.
 */
export type Agreement = { agrees: number; contradicts: boolean }

type Reading = Pick<PointReading, 'kinds' | 'topics' | 'dates'>
const nothing: Reading = { kinds: [], topics: [], dates: [] }

/** What two sentences, in whatever languages, have in common. */
export function agreementOf(one: Pick<Point, 'reading'>, other: Pick<Point, 'reading'>): Agreement {
  const [a, b] = [one.reading ?? nothing, other.reading ?? nothing]
  const shared = (of: keyof Reading) => {
    const values = new Set(a[of].map(({ value }) => value))
    return b[of].filter(({ value }) => values.has(value)).length
  }
  const [kinds, topics, dates] = [shared('kinds'), shared('topics'), shared('dates')]
  const both = (of: keyof Reading) => a[of].length > 0 && b[of].length > 0
  return {
    agrees: kinds + topics + dates,
    contradicts: (both('kinds') && kinds === 0) || (both('topics') && topics === 0),
  }
}

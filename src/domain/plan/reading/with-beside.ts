import type { Beside, Found, PointReading } from './outline.ts'
import { type KnownToPlan, readPoint } from './read-point.ts'

/**
 * What a point asks for together with what stands beside it in its row: the groups of those who do it, and the days by
 * which they do. The words of both are those of their own cells.
 */
export function withBeside(own: PointReading, { owner, due }: Beside, known: KnownToPlan): PointReading {
  // Who does it is named there, and not told by what they do.
  const named = known.groups.map((group) => ({ ...group, scope: [] }))
  const groups = owner === undefined ? [] : readPoint(owner, { ...known, groups: named }).groups
  const dates = due === undefined ? [] : readPoint(due, known).dates
  return { ...own, groups: both(own.groups, groups), dates: both(own.dates, dates) }
}

/** What is told twice rests on the words of both. */
function both<Value extends string>(
  own: readonly Found<Value>[],
  more: readonly Found<Value>[],
): Found<Value>[] {
  const told = new Map(own.map(({ value, words }) => [value, words]))
  for (const { value, words } of more) told.set(value, [...new Set([...(told.get(value) ?? []), ...words])])
  return [...told].map(([value, words]) => ({ value, words }))
}

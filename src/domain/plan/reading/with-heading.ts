import type { Found, PointReading } from './outline.ts'

/**
 * What a point asks for together with the heading under which it stands: its own first, then what the heading alone says.
 * A day in a heading is a day of all that stands below, and of no point.
 */
export function withHeading(own: PointReading, heading: PointReading): PointReading {
  return {
    ...own,
    kinds: both(own.kinds, heading.kinds),
    topics: both(own.topics, heading.topics),
    groups: both(own.groups, heading.groups),
    urgent: [...new Set([...own.urgent, ...heading.urgent])],
  }
}

function both(own: readonly Found[], heading: readonly Found[]): Found[] {
  const known = new Set(own.map(({ value }) => value))
  return [...own, ...heading.filter(({ value }) => !known.has(value))]
}

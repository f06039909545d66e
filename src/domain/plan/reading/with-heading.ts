import type { Found, PointReading } from './outline.ts'
import { saysWhatToDo } from './says-what-to-do.ts'

/**
 * What a point asks for below its heading. One that says itself what is to be done asks for that alone. One that only
 * names something (`《…安全要求》` below `制定以下标准：`) takes from the heading what is to be done with it, marked so.
 * A day in a heading is a day of all that stands below, and of no point.
 */
export function withHeading(text: string, own: PointReading, heading: PointReading): PointReading {
  if (own.kinds.length > 0 || saysWhatToDo(text)) return own
  const isUrgentByHeading = own.urgent.length === 0 && heading.urgent.length > 0
  return {
    ...own,
    kinds: both(own.kinds, heading.kinds),
    topics: both(own.topics, heading.topics),
    groups: both(own.groups, heading.groups),
    ...(isUrgentByHeading && { urgent: heading.urgent, isUrgentByHeading }),
  }
}

function both(own: readonly Found[], heading: readonly Found[]): Found[] {
  const known = new Set(own.map(({ value }) => value))
  const taken = heading.filter(({ value }) => !known.has(value))
  return [...own, ...taken.map((found) => ({ ...found, isOfHeading: true as const }))]
}

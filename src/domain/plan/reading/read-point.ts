import type { WorkKind } from '../../work/kind.ts'
import { datesNamed } from './dates-named.ts'
import { foundOf } from './found-of.ts'
import { type GroupKnown, groupsTouched } from './groups-touched.ts'
import { kindsAsked } from './kinds-asked.ts'
import type { PointReading } from './outline.ts'
import { spanOf } from './phrases.ts'
import { printedText } from './printed-text.ts'
import type { Topic } from './topics.ts'
import { topicsNamed } from './topics-named.ts'
import { urgencyWords } from './urgency-words.ts'

/** What is known before a plan is read. */
export type KnownToPlan = {
  kinds: readonly WorkKind[]
  topics: readonly Topic[]
  groups: readonly GroupKnown[]
  /** The plan's own year, for days that are told without theirs. */
  year: number
}

/** Reads what one point of a plan asks for. All of it are proposals, and each tells the words it rests on. */
export function readPoint(text: string, known: KnownToPlan): PointReading {
  const printed = printedText(text)
  const asked = kindsAsked(printed, known.kinds)
  const kinds = asked.map(({ value, parts }) => ({ value: value.id, parts }))
  const topics = topicsNamed(printed, known.topics, asked)
  const found = [...kinds, ...topics].sort((a, b) => spanOf(a).from - spanOf(b).from)
  return {
    kinds: foundOf(printed, kinds),
    topics: foundOf(printed, topics),
    groups: groupsTouched(printed, known.groups, found),
    dates: datesNamed(printed, known.year),
    urgent: urgencyWords(printed),
  }
}

/** Whether a point asks for any work; a document whose points ask for none is no plan. */
export function asksForWork({ kinds }: Pick<PointReading, 'kinds'>): boolean {
  return kinds.length > 0
}

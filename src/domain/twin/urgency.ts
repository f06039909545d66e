import { type Day, daysBetween } from '../calendar/day.ts'
import type { Standard } from '../standard/rules.ts'
import type { Drift, DriftKind } from './drift.ts'
import type { TwinLink } from './links.ts'

/** A link whose ends stand apart, the most urgent first. */
export type Drifting = { link: TwinLink; drifts: readonly [Drift, ...Drift[]] }

const kinds: readonly DriftKind[] = [
  'ballot',
  'abandoned',
  'withdrawn',
  'superseded',
  'moved-on',
  'amended',
  'ahead',
  'in-revision',
]

/** Ballots that close come first, the soonest before the others; then what asks for a decision, then what will. */
export function byUrgency(a: Drifting, b: Drifting): number {
  const [first] = a.drifts
  const [second] = b.drifts
  return (
    Number(isMended(a)) - Number(isMended(b)) ||
    kinds.indexOf(first.kind) - kinds.indexOf(second.kind) ||
    compareTexts(closing(first), closing(second)) ||
    compareTexts(a.link.adopter.name, b.link.adopter.name)
  )
}

/** Whether the link is a group's: one of its two ends is, or what has come of the other. */
export function isOfGroup({ link }: Pick<Drifting, 'link'>, group: string): boolean {
  return recordsOf(link).some((record) => record.group === group)
}

/** The records of a link: its two ends, and what has come of the one that the other rests on. */
export function recordsOf({ adopter, source }: TwinLink): Standard[] {
  const { standard, running, successors, supplements } = source
  return [adopter.standard, standard, running, ...successors, ...supplements].flatMap((one) => one ?? [])
}

/** Whether nothing is left to decide: a ballot waits for nobody, else a revision of the text that is behind is being made. */
export function isMended({ link, drifts: [first] }: Drifting): boolean {
  return link.adopter.revision !== undefined && first.kind !== 'ballot'
}

/** Days that are left until a ballot closes; undefined where that is not known. */
export function daysLeft(drift: Drift, today: Day): number | undefined {
  return drift.kind === 'ballot' && drift.closesOn !== undefined
    ? daysBetween(today, drift.closesOn)
    : undefined
}

function closing(drift: Drift): string {
  return drift.kind === 'ballot' ? (drift.closesOn ?? '9999') : ''
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

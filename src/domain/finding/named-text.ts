import {
  compareDesignations,
  type Designation,
  designationKey,
  designationNumber,
  printDesignation,
} from '../designation/rules.ts'
import type { FinderEntry } from './entry.ts'

/** One name of one entry, read as a designation. */
export type NamedText = {
  entry: FinderEntry
  /** Whether this is the name that it bears now. */
  present: boolean
  designation: Designation
  /** One for all names of one text. */
  key: string
  /** The digits that people call it by. */
  called: string
  year?: number
}

/** The name of an entry as a named text. */
export function namedText(entry: FinderEntry, present: boolean, designation: Designation): NamedText {
  const year = 'year' in designation ? designation.year : undefined
  const unnumbered = designation.scheme === 'tc260-guide' && designation.sequence === undefined
  const key = `${designationKey(designation)}${unnumbered ? ` ${entry.id}` : ''}`
  const called = calledBy(designation)
  return { entry, present, designation, key, called, ...(year !== undefined && { year }) }
}

/**
 * What tells one draft of a text from another beside the year: stage and iteration, or version, or revision.
 * Empty for the plain name.
 */
export function draftMark(d: Designation): string {
  switch (d.scheme) {
    case 'iso': {
      const last = d.supplements.at(-1)
      return last === undefined
        ? `${d.stage ?? ''}${d.iteration ?? ''}`
        : `${last.stage ?? ''}${last.iteration ?? ''}`
    }
    case 'cen':
      return `${d.draft ?? ''}${d.iteration ?? ''}`
    case 'etsi':
      return `${d.draft ?? ''}${d.version ?? ''}`
    case 'internet-draft':
      return d.revision === undefined ? '' : String(d.revision)
    default:
      return ''
  }
}

/** The family that a designation's number belongs to: numbers of one family are near each other. */
export function familyOf(d: Designation): string {
  return d.scheme === 'national' ? d.prefix : d.scheme === 'ietf-series' ? d.series : d.scheme
}

/** The digits that people call a text by, or its whole name where it has none. */
export function calledBy(d: Designation): string {
  return designationNumber(d)?.number ?? (d.scheme === 'internet-draft' ? d.name : printDesignation(d))
}

/**
 * The most current first: present before former names, then the phase, the edition, the iteration of a draft and at
 * last the substage. The iteration goes before the substage because a first DIS stays at its last substage for ever.
 */
export function byCurrency(a: NamedText, b: NamedText): number {
  return (
    Number(b.present) - Number(a.present) ||
    Math.floor(b.entry.stageRank / 100) - Math.floor(a.entry.stageRank / 100) ||
    (b.year ?? 0) - (a.year ?? 0) ||
    iterationOf(b.designation) - iterationOf(a.designation) ||
    b.entry.stageRank - a.entry.stageRank ||
    compareDesignations(b.designation, a.designation)
  )
}

function iterationOf(d: Designation): number {
  if ('supplements' in d && d.scheme === 'iso' && d.supplements.length > 0)
    return d.supplements.at(-1)?.iteration ?? 1
  return ('iteration' in d ? d.iteration : undefined) ?? 1
}

/** The most current name of every text, in the order of the texts' own rank. */
export function mostCurrent(names: readonly NamedText[]): NamedText[] {
  const best = new Map<string, NamedText>()
  for (const name of names) {
    const known = best.get(name.key)
    if (known === undefined || byCurrency(name, known) < 0) best.set(name.key, name)
  }
  return [...best.values()]
}

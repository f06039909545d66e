import { type Designation, designationKey, parseDesignation } from '../designation/rules.ts'
import { isSupplement, withoutSupplements } from '../standard/record.ts'

/** What tells one draft of a text from another: its word, `CD` or `DIS`, and 2 for the second of that word. */
export type DraftMark = { word: string; iteration: number }

/** A name as far as twins are told apart by it. */
export type TwinName = {
  text: string
  /** One for all editions and drafts of one text. */
  key: string
  /** The year of the edition; of the supplement, where it is one. */
  year?: number
  draft?: DraftMark
  /** The edition that it belongs to, where it is an amendment or a corrigendum. */
  base?: TwinName
  /** Told by the scheme of the name; undefined where it is no designation. */
  scheme?: Designation['scheme']
}

/** Reads a name on record. Of two readings the likelier is believed; what is no designation is a text of its own. */
export function twinName(text: string): TwinName {
  const parsed = parseDesignation(text)
  const ambiguous = parsed.kind === 'ambiguous' && !parsed.anyScheme ? parsed.readings[0] : undefined
  const designation = parsed.kind === 'designation' ? parsed.designation : ambiguous
  if (designation === undefined) return { text, key: `words ${text.trim().toUpperCase()}` }
  return nameOf(text, designation)
}

function nameOf(text: string, designation: Designation): TwinName {
  const year = yearOf(designation)
  const draft = draftOf(designation)
  return {
    text,
    key: designationKey(designation),
    scheme: designation.scheme,
    ...(year !== undefined && { year }),
    ...(draft !== undefined && { draft }),
    ...(isSupplement(designation) && { base: nameOf(text, withoutSupplements(designation)) }),
  }
}

/** One for all that names this edition or this draft of a text. */
export function editionOf({ key, year, draft }: Pick<TwinName, 'key' | 'year' | 'draft'>): string {
  return `${key} ${year ?? ''} ${draft?.word ?? ''} ${draft?.iteration ?? ''}`
}

/** Whether both name one edition or one draft of one text. */
export function isSameName(a: TwinName, b: TwinName): boolean {
  return a.key === b.key && a.year === b.year && isSameDraft(a.draft, b.draft)
}

/** Whether both are the same draft, or neither is one. */
export function isSameDraft(a: DraftMark | undefined, b: DraftMark | undefined): boolean {
  return a?.word === b?.word && a?.iteration === b?.iteration
}

/**
 * The phase that a draft of this word belongs to. Undefined for words of which no phase is sure: the drafts of
 * technical specifications and reports.
 */
export function phaseOfDraft({ word }: DraftMark): string | undefined {
  return phases[word]
}

const phases: Record<string, string> = {
  PWI: '00',
  NP: '10',
  NWIP: '10',
  AWI: '20',
  WD: '20',
  CD: '30',
  FCD: '30',
  PD: '30',
  CDV: '40',
  DIS: '40',
  D: '40',
  pr: '40',
  FDIS: '50',
  FD: '50',
  Fpr: '50',
}

/** A guide's year is part of its number; a supplement has an edition of its own. */
function yearOf(d: Designation): number | undefined {
  if (d.scheme === 'tc260-guide' || !('year' in d)) return undefined
  if (d.scheme !== 'iso' || d.supplements.length === 0) return d.year
  return d.supplements.at(-1)?.year
}

function draftOf(d: Designation): DraftMark | undefined {
  switch (d.scheme) {
    case 'iso': {
      const { stage: word, iteration = 1 } = d.supplements.at(-1) ?? d
      return word === undefined ? undefined : { word, iteration }
    }
    case 'cen':
      return d.draft === undefined ? undefined : { word: d.draft, iteration: d.iteration ?? 1 }
    case 'internet-draft':
      return d.revision === undefined ? undefined : { word: 'draft', iteration: d.revision }
    default:
      return undefined
  }
}

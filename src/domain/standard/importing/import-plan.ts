import type { PartialDay } from '../../calendar/day.ts'
import type { Standard } from '../rules.ts'
import type { ExportedField } from './field-text.ts'
import type { Place, RowFault } from './given.ts'

/** What an import would do; nothing is done before a person has seen it, or has said beforehand that it may. */
export type ImportPlan = {
  added: Added[]
  changed: Changed[]
  /** How many records the file tells of as they are. */
  unchanged: number
  /** Rows that only say again what an earlier row of the file says. */
  repeated: number
  faults: RowFault[]
  /** Faults beyond those that are kept. */
  unlisted: number
  /** Rows that have a fault. */
  faulty: number
  doubts: Doubt[]
  /** Ids on record that the file does not tell of: they stay as they are. */
  absent: string[]
  /** How often something was not read but concluded, so that a person can say no to it. */
  deduced: Partial<Record<Deduction, number>>
}

export type Added = { places: Place[]; standard: Standard }

export type Changed = {
  places: Place[]
  before: Standard
  after: Standard
  fields: FieldChange[]
}

/** Texts as `fieldText` has them; '' for what is absent. */
export type FieldChange = { field: ExportedField; from: string; to: string }

export type Deduction =
  | 'id'
  | 'stages'
  | 'stage-from-name'
  | 'stage-from-status'
  | 'since-from-publication'
  | 'as-of'
  | 'source'
  /** A day of publication that the source gives a draft is that of the text which it amends. */
  | 'publication-left'

/** Something that a person has to look at. What is held is not taken as long as it is in doubt. */
export type Doubt = {
  kind: DoubtKind
  isHeld: boolean
  places: Place[]
  /** Rows that say otherwise, and are left out already for a fault of their own. */
  besides?: Place[]
  /** What the rows are called in the file. */
  designation: string
  /** The record, or the other row, that it is about. */
  other?: { id?: string; designation: string }
  /** What the rows say differently, in the order of the places and of those besides. */
  differing?: { field: string; values: string[] }[]
  /** The stage on record and that of the file, with the days from which each is known. */
  stages?: { from: string; to: string; recordedAsOf: PartialDay; asOf: PartialDay }
  /** The days that hardly go with each other or with the number. */
  days?: { publishedOn?: PartialDay; effectiveOn?: PartialDay; asOf?: PartialDay }
}

export type DoubtKind =
  /** One number stands in several rows that differ. */
  | 'same-name'
  /** Rows give two records one id. */
  | 'same-id'
  /** A row's name is a former one of a text that another row, or another record, is called by. */
  | 'also-named'
  /** The stage is older than what is on record. */
  | 'older'
  /** The stage lies before the one on record, and does not usually follow it. */
  | 'backwards'
  /** One of the two has a year, the other has none. */
  | 'undated'
  /** The number bears a year that is more than one after that of the file. */
  | 'year-ahead'
  /** The number bears a year that is more than one from that of the publication. */
  | 'other-year'
  /** It would be in force before it was published. */
  | 'early-effect'
  /** Two numbers have one title. */
  | 'same-title'

/** How many rows of the file would be left out, for a fault or a doubt. */
export function heldOrFaulty({ faulty, doubts }: ImportPlan): number {
  return faulty + doubts.reduce((sum, { isHeld, places }) => sum + (isHeld ? places.length : 0), 0)
}

import type { Day, PartialDay } from '../calendar/day.ts'
import type { Names } from '../language/rules.ts'
import type { StageSystemName } from '../stage/stage-table.ts'

export type { StageSystemName }
export type TwinRelation = 'identical' | 'modified' | 'based-on' | 'contributes-to'

/**
 * A standard or a project on its way to one, as one record of its source tells it: `CD 27017`, `DIS 27017` and
 * `27017:2015` are three records of one project.
 */
export type Standard = {
  id: string
  /** Its present name, canonical. */
  designation: string
  /** Every other name it has or had, canonical where it is a designation. */
  otherNames: string[]
  /** The issuing body's own number of the project, one for all its records: ISO's `88134`. */
  project?: string
  titles: Names
  stages: StageSystemName
  stage: string
  stageSince?: PartialDay
  /** When the source said so. */
  asOf: PartialDay
  source: string
  /** When the plan that holds it was issued (计划下达); limit dates are counted from here. */
  plannedOn?: PartialDay
  /** The day to which its national limit was extended; absent where it was not. */
  extendedTo?: Day
  /** Made by the fast procedure, which may leave stages out. */
  fast?: boolean
  /** The committee's own target for the next stage. */
  targetOn?: Day
  group?: string
  lead?: string
  publishedOn?: PartialDay
  effectiveOn?: PartialDay
  replaces: string[]
  twins: { designation: string; relation: TwinRelation }[]
  topics: string[]
  url?: string
  /** Earlier stages, oldest first. */
  history: { stage: string; on: PartialDay }[]
}

/**
 * A stage move as it was recorded. Entries are added and never changed but for the secretariat's decision: what was
 * wrong is put right by a correction, an entry of its own.
 */
export type StageMove = {
  id: number
  standard: string
  kind: 'move' | 'correction'
  from?: string
  to: string
  /** When the standard moved, as exactly as the source tells. */
  on?: PartialDay
  /** Nothing is told to anybody else before it is accepted. */
  state: 'accepted' | 'proposed' | 'declined'
  /** The member who recorded it; absent where a file or the operator did. */
  by?: string
  why?: string
  source?: string
  /** The entry that a correction puts right. */
  corrects?: number
  recordedAt: Date
  decidedBy?: string
  decidedAt?: Date
  /** Why it was declined. */
  decidedWhy?: string
}

/** A stage move with the present names of its standard. */
export type ToldMove = StageMove & Pick<Standard, 'designation' | 'titles' | 'stages'>

/** A change of the committee's own target; its reason is kept. */
export type TargetChange = {
  standard: string
  from?: Day
  to?: Day
  why?: string
  by?: string
  recordedAt: Date
}

/** An extension of a limit date that was asked for. */
export type Extension = {
  standard: string
  askedOn: Day
  until: Day
  why?: string
  by?: string
  recordedAt: Date
}

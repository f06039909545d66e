import type { Day, PartialDay } from '../calendar/day.ts'
import type { Names } from '../language/rules.ts'

export type StageSystemName = 'gb' | 'iso'
export type TwinRelation = 'identical' | 'modified' | 'based-on' | 'contributes-to'

/** A standard or a project on its way to one. */
export type Standard = {
  id: string
  /** Its present name, canonical. */
  designation: string
  /** Every other name it has or had, canonical where it is a designation. */
  otherNames: string[]
  titles: Names
  stages: StageSystemName
  stage: string
  stageSince?: PartialDay
  /** When the source said so. */
  asOf: PartialDay
  source: string
  /** The committee's own target for the next stage. */
  targetOn?: Day
  group?: string
  lead?: string
  effectiveOn?: PartialDay
  replaces: string[]
  twins: { designation: string; relation: TwinRelation }[]
  topics: string[]
  url?: string
  /** Earlier stages, oldest first. */
  history: { stage: string; on: PartialDay }[]
}

/** A stage move as it was recorded; history is never overwritten. */
export type StageMove = {
  standard: string
  designation: string
  titles: Names
  stages: StageSystemName
  from?: string
  to: string
  on?: PartialDay
  recordedAt: Date
}

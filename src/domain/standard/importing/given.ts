import type { PartialDay } from '../../calendar/day.ts'
import type { StageSystemName, Standard } from '../rules.ts'

/** Where something stands in a file, as whoever has it open finds it. */
export type Place = {
  /** From 1: the line of a text, the row of a sheet, or the number of a record in a list without lines. */
  line: number
  sheet?: string
  /** The letters of a sheet's column. */
  column?: string
}

/** What a source says of a standard where it names no stage. */
export type GivenStatus = 'planned' | 'being-made' | 'published' | 'withdrawn' | 'abandoned'

/**
 * What one row of a file says of a standard: what it is silent about is absent. The stage is still as the file has it,
 * since what it means depends on whose standard it is.
 */
export type Given = Partial<Omit<Standard, 'titles' | 'stage' | 'history'>> & {
  titleZh?: string
  titleEn?: string
  /** A code, a name or an abbreviation of a stage. */
  stageText?: string
  status?: GivenStatus
  history?: { stage: string; on: PartialDay }[]
  stages?: StageSystemName
}

/** A field that a row can give, as people are told of it. */
export type Field = Exclude<keyof Given, 'stageText' | 'status'> | 'stage' | 'status'

/** One row of a file. `columns` holds the column of each field, where the file has columns. */
export type ImportRow = { place: Place; given: Given }

/** What is wrong with a cell. */
export type Problem =
  /** It should be there. */
  | { kind: 'missing' }
  /** It is none of what it should be; `nearest` may have been meant, or else `orElse`. */
  | { kind: 'not'; what: Wanted; nearest?: string; orElse?: string }
  | { kind: 'too-long'; length: number; most: number }
  | { kind: 'too-many'; count: number; most: number }
  /** An id, a number or a name of another text too: `nearest` says which it may be. */
  | { kind: 'ambiguous'; nearest?: string }
  /** A name that is no designation, and no stage system beside it. */
  | { kind: 'unread'; nearest?: string }
  /** A designation of a body of which no stages are known, and no stage system beside it. */
  | { kind: 'no-system' }
  /** A day of what has happened that lies after the day of which the file can tell. */
  | { kind: 'ahead'; asOf: PartialDay; nearest?: string }
  /** A day of a year before any that is kept. */
  | { kind: 'too-early'; nearest?: string }
  /** A text that would replace itself. */
  | { kind: 'itself' }
  /** The spreadsheet shows an error, or a formula that was never worked out. */
  | { kind: 'formula' }
  /** More cells than the heading row has: the row has slipped. */
  | { kind: 'uneven' }

export type Wanted =
  | 'day'
  | 'partial-day'
  | 'stage'
  | 'status'
  | 'stages'
  | 'group'
  | 'organisation'
  | 'id'
  | 'url'
  | 'relation'
  | 'flag'

/** A fault, with what stands there; a row with one is left out. */
export type RowFault = { place: Place; field?: Field; value?: string; problem: Problem }

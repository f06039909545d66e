/** Whose stages: GB/T 16733, the harmonized codes of ISO, those of CEN and CENELEC, or the states of the IETF. */
export type StageSystemName = 'gb' | 'iso' | 'cen' | 'ietf'

/** Words of the field in both languages. */
export type Words = { en: string; zh: string }

export type StagePhase = {
  code: string
  name: Words
  /** Where the phase lies on one scale for all systems, that of ISO's two digits: 40 is the enquiry, 60 publication. */
  level: number
}

/** What a stage says of its text: still being made, in force, or closed by abandonment or withdrawal. */
export type StageState = 'draft' | 'published' | 'closed'

export type StageRow = {
  code: string
  /** The code of the phase that it belongs to. */
  phase: string
  name: Words
  state: StageState
  /** Where a text usually goes from here, the most usual first; empty at an end. */
  next: readonly string[]
  /** Where the fast procedure may go besides, leaving stages out. */
  fast?: readonly string[]
}

export type StageTable = { phases: readonly StagePhase[]; rows: readonly StageRow[] }

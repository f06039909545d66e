/** Words of the field in both languages. */
export type Words = { en: string; zh: string }

export type StagePhase = { code: string; name: Words }

/** What a stage says of its text: still being made, in force, or closed by abandonment or withdrawal. */
export type StageState = 'draft' | 'published' | 'closed'

export type StageRow = {
  code: string
  /** The code of the phase, its first two digits. */
  phase: string
  name: Words
  state: StageState
  /** Where a text usually goes from here, the most usual first; empty at an end. */
  next: readonly string[]
}

export type StageTable = { phases: readonly StagePhase[]; rows: readonly StageRow[] }

import type { StagePhase, StageRow, StageState } from './stage-table.ts'

/** Phases whose codes are the two digits that all of ISO's kin count by, and so are their place on the common scale. */
export function codedPhases(
  phases: readonly (readonly [code: string, en: string, zh: string])[],
): StagePhase[] {
  return phases.map(([code, en, zh]) => ({ code, name: { en, zh }, level: Number(code) }))
}

/** A stage whose first two digits are its phase (`40.20`). */
export function codedStage(
  code: string,
  en: string,
  zh: string,
  next: readonly string[],
  state: StageState = 'draft',
): StageRow {
  return { code, phase: code.slice(0, 2), name: { en, zh }, state, next }
}

import type { StageSystemName } from '../../src/domain/stage/stage-table.ts'
import { stageSystem } from '../../src/domain/stage/system.ts'

const systems: readonly StageSystemName[] = ['gb', 'iso', 'cen', 'ietf']
/** `WG Consensus: Waiting for Write-Up` is five words. */
export const longestStage = 8

/** Whether these words are a stage of any system. */
export function isStage(said: string): boolean {
  return systems.some((name) => stageSystem(name).read(said) !== undefined)
}

/**
 * How many words at the end, with a name before them, are a stage or look like one (`35`); the fewest that do, and 0
 * where none.
 */
export function stageLength(parts: readonly string[]): number {
  const lengths = Array.from({ length: Math.min(longestStage, parts.length - 1) }, (_, at) => at + 1)
  const said = (count: number) => parts.slice(-count).join(' ')
  return lengths.find((count) => isStage(said(count)) || /^\d\d(?:\.\d\d)?$/.test(said(count))) ?? 0
}

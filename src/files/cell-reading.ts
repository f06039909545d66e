import { nearestName } from '../../config/nearest-name.ts'
import type { Field, Given, Problem } from '../domain/standard/importing/given.ts'
import type { StandardColumn } from './standard-columns.ts'

/** What a cell gives its row, what is wrong with it, or that it says something for which there is no place. */
export type CellReading =
  | { kind: 'given'; given: Partial<Given> }
  | { kind: 'fault'; field: Field; problem: Problem; value?: string }
  | { kind: 'left'; column: StandardColumn }

/** Makes the reading of a cell that says something, or something wrong. */
export type Give = (given: Partial<Given>) => CellReading
export type Blame = (problem: Problem, value?: string) => CellReading

/** How many entries a cell may list. */
export const mostListed = 100

/** What people write where there is nothing to write. */
const nothing = /^(?:[-–—―－_/\\.·…]+|无|暂无|待定|未定|空|n\/?a|null|none|nil|tbd|nan|\\n)$/i

/** Whether a cell says that there is nothing to say. */
export function isBlank(text: string): boolean {
  return text === '' || nothing.test(text)
}

/** What may have been meant, where anything comes near. */
export function near(nearest: string | undefined): { nearest?: string } {
  return nearest === undefined ? {} : { nearest }
}

/** The days that may have been meant. */
export function meantDays({ nearest, orElse }: { nearest?: string; orElse?: string }): {
  nearest?: string
  orElse?: string
} {
  return { ...near(nearest), ...(orElse !== undefined && { orElse }) }
}

/** The candidate that comes nearest to a text, if any does. */
export function nearestOf(text: string, candidates: readonly string[]): { nearest?: string } {
  return near(nearestName(text, candidates))
}

import type { Day } from '../calendar/day.ts'
import type { Standard } from './rules.ts'

/** The day that lists go by: when a standard that is being made is due at its next stage. */
export function dueOn({ targetOn }: Standard): Day | undefined {
  return targetOn
}

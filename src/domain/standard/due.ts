import type { Day } from '../calendar/day.ts'
import { nationalLimit } from '../clock/gb-clocks.ts'
import type { Standard } from './rules.ts'

/**
 * The day that lists go by for a standard that is being made: the committee's own target or the national limit, whichever
 * comes first. Of a limit that is known only as a month, its last day: what is listed as overdue is so for certain.
 */
export function dueOn(standard: Standard): Day | undefined {
  const days = [standard.targetOn, nationalLimit(standard)?.latest].filter((day) => day !== undefined)
  return days.sort()[0]
}

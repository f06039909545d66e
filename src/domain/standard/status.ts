import type { Day } from '../calendar/day.ts'
import { stageSystem } from '../stage/system.ts'
import type { Standard } from './rules.ts'

/** What people mean by a standard's status; the national portal's 制定中, 现行 and 废止 are among them. */
export type Status = 'being-made' | 'published' | 'not-yet-in-force' | 'in-force' | 'withdrawn'

/**
 * The status that follows from the stage on record and the day of entry into force. A text whose day is not
 * known, or not exactly enough to tell on `today`, is said to be published and no more.
 */
export function statusOf(standard: Pick<Standard, 'stages' | 'stage' | 'effectiveOn'>, today: Day): Status {
  const { stages, stage, effectiveOn } = standard
  const system = stageSystem(stages)
  if (system.isClosed(stage)) return 'withdrawn'
  if (!system.isPublished(stage)) return 'being-made'
  if (effectiveOn === undefined) return 'published'
  const reached = today.slice(0, effectiveOn.length)
  if (reached < effectiveOn) return 'not-yet-in-force'
  return reached > effectiveOn || effectiveOn.length === 10 ? 'in-force' : 'published'
}

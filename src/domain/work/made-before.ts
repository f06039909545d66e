import { stageSystem } from '../stage/system.ts'
import type { Standard } from '../standard/rules.ts'

/**
 * Whether a text was published before a year began, so that it is none of that year's work; false where nobody knows when
 * it was.
 */
export function isMadeBefore(
  {
    stages,
    stage,
    publishedOn,
    stageSince,
  }: Pick<Standard, 'stages' | 'stage' | 'publishedOn' | 'stageSince'>,
  year: number,
): boolean {
  const since = publishedOn ?? stageSince
  return stageSystem(stages).isPublished(stage) && since !== undefined && since < String(year)
}

import type { WorkKind } from './kind.ts'
import type { WorkItem } from './rules.ts'

/** Whether it ended as it was meant to: where its kind can end in several ways, in one that is achieved. */
export function isAchieved(
  { outcome }: Pick<WorkItem, 'outcome'>,
  { outcomes }: Pick<WorkKind, 'outcomes'>,
): boolean {
  if (outcomes === undefined) return true
  return outcomes.find(({ id }) => id === outcome)?.isAchieved === true
}

import { addDays, type Day } from '../calendar/day.ts'
import type { WorkKind, WorkStep } from './kind.ts'
import type { StepTaken, WorkItem } from './rules.ts'

/** A step of a piece of work, taken or due. */
export type StepState = { step: WorkStep; taken?: StepTaken; dueOn?: Day }

/** The steps of its kind in their order; a day is due where the kind counts days and the work has begun on a known day. */
export function stepsOf(
  { steps, startsOn }: WorkItem,
  kind: Pick<WorkKind, 'steps'> | undefined,
): StepState[] {
  const taken = new Map(steps.map((one) => [one.step, one]))
  return (kind?.steps ?? []).map((step) => {
    const own = taken.get(step.id)
    const isCounted = step.withinDays !== undefined && startsOn !== undefined
    return {
      step,
      ...(own !== undefined && { taken: own }),
      ...(isCounted && { dueOn: addDays(startsOn, step.withinDays ?? 0) }),
    }
  })
}

import { addDays, type Day } from '../calendar/day.ts'
import type { WorkKind, WorkStep } from './kind.ts'
import type { StepTaken, WorkItem } from './rules.ts'

/** A step of a piece of work, taken or due. */
export type StepState = { step: WorkStep; taken?: StepTaken; dueOn?: Day }

/**
 * The steps of its kind in their order. A step is due on the day for which it is planned; else where the kind counts days
 * and the work has begun on a known day.
 */
export function stepsOf(
  { steps, planned, startsOn }: WorkItem,
  kind: Pick<WorkKind, 'steps'> | undefined,
): StepState[] {
  const plannedOn = new Map(planned.map(({ step, on }) => [step, on]))
  const taken = new Map(steps.map((one) => [one.step, one]))
  return (kind?.steps ?? []).map((step) => {
    const own = taken.get(step.id)
    const isCounted = step.withinDays !== undefined && startsOn !== undefined
    const dueOn = plannedOn.get(step.id) ?? (isCounted ? addDays(startsOn, step.withinDays ?? 0) : undefined)
    return {
      step,
      ...(own !== undefined && { taken: own }),
      ...(dueOn !== undefined && { dueOn }),
    }
  })
}

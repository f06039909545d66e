import type { Context } from '../context.ts'
import { planTracing, type StandardsOfProjects } from './tracing.ts'

export type Plans = ReturnType<typeof plans>

/** The committee's annual plans: how they come on record, how far they have come, and what was decided of them. */
export function plans(
  context: Pick<Context, 'store' | 'now' | 'newId'>,
  standardsOfProjects: StandardsOfProjects,
) {
  const { store } = context
  return {
    ...planTracing(context, standardsOfProjects),
    all: () => store.plans.all(),
    /** Every goal of every year. */
    goals: () => store.goals.all(),
    /** What was decided of a year's plan, oldest first. */
    changes: (year: number) => store.plans.changesOf(year),
  }
}

import type { Context } from '../context.ts'
import type { Language } from '../language/rules.ts'
import { type Correction, correctPlan } from './correcting.ts'
import type { PlanDraft } from './draft.ts'
import { type PlanPreview, previewPlan, takePlan } from './importing.ts'
import type { Plan } from './rules.ts'
import { planTracing, type StandardsOfProjects, todayOf } from './tracing.ts'

export type Plans = ReturnType<typeof plans>

/** A draft beside what it would make of what is on record. */
export type DraftPreview = { draft: PlanDraft; preview: PlanPreview }

/** What came of agreeing to a draft: `moved-on` where it is not what was seen any more. */
export type DraftTaken = { kind: 'taken' | 'moved-on' } & DraftPreview

/** The committee's annual plans: how they come on record, how far they have come, and what was decided of them. */
export function plans(
  context: Pick<Context, 'store' | 'now' | 'newId'>,
  standardsOfProjects: StandardsOfProjects,
) {
  const { store, now, newId } = context

  async function withPreview(draft: PlanDraft): Promise<DraftPreview> {
    return { draft, preview: previewPlan(await store.plans.all(), draft.plan) }
  }

  return {
    ...planTracing(context, standardsOfProjects),
    /** Today on the committee's calendar. */
    today: async () => todayOf(await store.committee.get(), now()),
    all: () => store.plans.all(),
    /** Every goal of every year. */
    goals: () => store.goals.all(),
    /** What was decided of a year's plan, oldest first. */
    changes: (year: number) => store.plans.changesOf(year),

    /** What a plan that was read would make of what is on record. */
    preview: async (plan: Plan): Promise<PlanPreview> => previewPlan(await store.plans.all(), plan),

    /** Puts a plan on record; the same one twice changes nothing. */
    take: (plan: Plan, by?: string): Promise<PlanPreview> =>
      store.transaction((store) => takePlan(store, plan, { ...(by !== undefined && { by }), at: now() })),

    /** Keeps a plan that was read, to be looked at and corrected. `left`: paragraphs that belong to no point. */
    async drop(plan: Plan, left: number, by: string): Promise<DraftPreview> {
      const draft: PlanDraft = { id: newId(), plan, left, revision: 1, state: 'open', madeAt: now(), by }
      await store.plans.putDraft(draft)
      return withPreview(draft)
    },

    /** Undefined where there is no such draft. */
    async draft(id: string): Promise<DraftPreview | undefined> {
      const draft = await store.plans.draft(id)
      return draft && withPreview(draft)
    },

    /**
     * Puts one thing right in a draft. Undefined where there is no such draft, it is not open any more, or it has nothing
     * by that number.
     */
    async correct(id: string, correction: Correction, language: Language): Promise<DraftPreview | undefined> {
      const corrected = await store.transaction(async (store) => {
        const draft = await store.plans.draft(id)
        const plan = draft?.state === 'open' ? correctPlan(draft.plan, correction, language) : undefined
        if (draft === undefined || plan === undefined) return undefined
        const next: PlanDraft = { ...draft, plan, revision: draft.revision + 1 }
        await store.plans.putDraft(next)
        return next
      })
      return corrected && withPreview(corrected)
    },

    /** Puts on record what somebody has agreed to, as it was seen at that revision. Undefined where there is no such draft. */
    async agree(id: string, revision: number, by: string): Promise<DraftTaken | undefined> {
      return store.transaction(async (store) => {
        const draft = await store.plans.draft(id)
        if (draft === undefined) return undefined
        if (draft.state !== 'open' || draft.revision !== revision)
          return { kind: 'moved-on', draft, preview: previewPlan(await store.plans.all(), draft.plan) }
        const preview = await takePlan(store, draft.plan, { by, at: now() })
        const taken: PlanDraft = { ...draft, state: 'taken' }
        await store.plans.putDraft(taken)
        return { kind: 'taken', draft: taken, preview }
      })
    },

    /** Leaves everything as it is. */
    async cancel(id: string): Promise<void> {
      await store.transaction(async (store) => {
        const draft = await store.plans.draft(id)
        if (draft?.state === 'open') await store.plans.putDraft({ ...draft, state: 'cancelled' })
      })
    },
  }
}

import { noteChange } from '../audit/note-change.ts'
import { byFile, type DoneBy } from '../audit/rules.ts'
import { dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import type { Language } from '../language/rules.ts'
import type { Store } from '../store.ts'
import { isActive } from '../working-group/rules.ts'
import { type Correction, correctPlan } from './correcting.ts'
import type { PlanDraft } from './draft.ts'
import { changesPlan, type PlanPreview, previewInFull, takePlan, withCorrections } from './importing.ts'
import type { GroupKnown } from './reading/groups-touched.ts'
import type { Plan } from './rules.ts'
import { planTracing, type StandardsOfProjects, todayOf } from './tracing.ts'

export type Plans = ReturnType<typeof plans>

/** Whoever has dropped a document. */
export type Dropper = DoneBy & Required<Pick<DoneBy, 'member'>>

/** A draft beside what it would make of what is on record. */
export type DraftPreview = { draft: PlanDraft; preview: PlanPreview }

/** What came of agreeing to a draft: `moved-on` where it is not what was seen any more. */
export type DraftTaken = { kind: 'taken' | 'moved-on' } & DraftPreview

/** The committee's annual plans: how they come on record, how far they have come, and what was decided of them. */
export function plans(
  context: Pick<Context, 'store' | 'now' | 'newId' | 'wake'>,
  standardsOfProjects: StandardsOfProjects,
) {
  const { store, now, newId, wake } = context

  async function withPreview(draft: PlanDraft): Promise<DraftPreview> {
    return { draft, preview: await previewInFull(store, draft.plan) }
  }

  /** What was done to a draft is kept beside what became of the year's plan. */
  async function noteDraft(
    store: Store,
    what: 'draft' | 'correct' | 'cancel',
    { id, plan, revision }: PlanDraft,
    by: DoneBy,
    correction?: object,
  ): Promise<void> {
    const after = {
      draft: id,
      revision,
      ...(plan.document !== undefined && { document: plan.document }),
      ...(correction !== undefined && { correction }),
    }
    await noteChange(store, by, now(), { subject: { kind: 'plan', id: String(plan.year) }, what, after })
  }

  /** Whoever leads a group whose goals serve a sentence hears what became of that. */
  function wakeFor({ sameYear }: PlanPreview): void {
    if (sameYear !== undefined && sameYear.changed.length + sameYear.dropped.length > 0)
      wake('deliver-notices')
  }

  return {
    ...planTracing(context, standardsOfProjects),
    /** Today on the committee's calendar. */
    today: async () => todayOf(await store.committee.get(), now()),
    all: () => store.plans.all(),
    /** The groups that exist today, as the reading of a plan knows them. */
    async groupsKnown(): Promise<GroupKnown[]> {
      const groups = await store.groups.all()
      const active = groups.filter((group) => isActive(group, dayIn(group.zone, now())))
      return active.map(({ code, names, scope = [] }) => ({ code, names, scope }))
    },
    /** Every goal of every year. */
    goals: () => store.goals.all(),
    /** The ids of every piece of work, of every year. */
    workIds: async () => new Set((await store.work.all()).map(({ id }) => id)),
    /** What was decided of a year's plan, oldest first. */
    changes: (year: number) => store.plans.changesOf(year),

    /** What a plan that was read would make of what is on record. */
    async preview(plan: Plan): Promise<PlanPreview> {
      return previewInFull(store, withCorrections(await store.plans.all(), plan))
    },

    /** Puts a plan on record, with the reason for what it changes; the same one twice changes nothing. */
    async take(plan: Plan, by: DoneBy = byFile, why?: string): Promise<PlanPreview> {
      const preview = await store.transaction(async (store) => {
        const settled = withCorrections(await store.plans.all(), plan)
        return takePlan(store, settled, {
          by,
          ...(why !== undefined && { why }),
          at: now(),
          newId,
        })
      })
      wakeFor(preview)
      return preview
    },

    /** Keeps a plan that was read, to be looked at and corrected. `left`: paragraphs that belong to no point. */
    async drop(read: Plan, left: number, by: Dropper): Promise<DraftPreview> {
      const draft = await store.transaction(async (store) => {
        const plan = withCorrections(await store.plans.all(), read)
        const draft: PlanDraft = {
          id: newId(),
          plan,
          left,
          revision: 1,
          state: 'open',
          madeAt: now(),
          by: by.member.id,
        }
        await store.plans.putDraft(draft)
        await noteDraft(store, 'draft', draft, by)
        return draft
      })
      return withPreview(draft)
    },

    /** Undefined where there is no such draft. */
    async draft(id: string): Promise<DraftPreview | undefined> {
      const draft = await store.plans.draft(id)
      return draft && withPreview(draft)
    },

    /**
     * Puts one thing right in a draft. Undefined where there is no such draft, it is not open any more, it has nothing by
     * that number, or it is not at the revision at which it was `seen`: numbers move with every correction.
     */
    async correct(
      id: string,
      correction: Correction,
      language: Language,
      by: DoneBy,
      seen?: number,
    ): Promise<DraftPreview | undefined> {
      const corrected = await store.transaction(async (store) => {
        const draft = await store.plans.draft(id)
        if (seen !== undefined && draft?.revision !== seen) return undefined
        const plan = draft?.state === 'open' ? correctPlan(draft.plan, correction, language) : undefined
        if (draft === undefined || plan === undefined) return undefined
        const next: PlanDraft = { ...draft, plan, revision: draft.revision + 1 }
        await store.plans.putDraft(next)
        await noteDraft(store, 'correct', next, by, { ...correction })
        return next
      })
      return corrected && withPreview(corrected)
    },

    /**
     * Puts on record what somebody has agreed to, as it was seen at that revision. Where it changes points of a plan that
     * is on record, that takes a reason: whoever gave none has seen something else. Undefined where there is no such draft.
     */
    async agree(id: string, revision: number, by: DoneBy, why?: string): Promise<DraftTaken | undefined> {
      const agreed = await store.transaction(async (store): Promise<DraftTaken | undefined> => {
        const draft = await store.plans.draft(id)
        if (draft === undefined) return undefined
        const seen = await previewInFull(store, draft.plan)
        const lacksReason = why === undefined && changesPlan(seen)
        if (draft.state !== 'open' || draft.revision !== revision || lacksReason)
          return { kind: 'moved-on', draft, preview: seen }
        const preview = await takePlan(store, draft.plan, {
          by,
          at: now(),
          newId,
          ...(why !== undefined && { why }),
        })
        const taken: PlanDraft = { ...draft, state: 'taken' }
        await store.plans.putDraft(taken)
        return { kind: 'taken', draft: taken, preview }
      })
      if (agreed?.kind === 'taken') wakeFor(agreed.preview)
      return agreed
    },

    /** Leaves everything as it is. */
    async cancel(id: string, by: DoneBy): Promise<void> {
      await store.transaction(async (store) => {
        const draft = await store.plans.draft(id)
        if (draft?.state !== 'open') return
        await store.plans.putDraft({ ...draft, state: 'cancelled' })
        await noteDraft(store, 'cancel', draft, by)
      })
    },
  }
}

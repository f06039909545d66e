// "Correct" in the modal that asks how a part of a plan is to read.

import { z } from 'zod'
import { actedBy } from '../../src/contract/acted-by.ts'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import {
  correctPlanPartId,
  longestDates,
  longestPoint,
  longestTitle,
  longestTopics,
  planPart,
  planTitleBlock,
  planYearBlock,
  pointDatesBlock,
  pointGroupsBlock,
  pointKindsBlock,
  pointTextBlock,
  pointTopicsBlock,
  pointUrgentBlock,
  pointWhatBlock,
} from '../../src/views/correct-plan-modal.ts'
import { draftId, draftNeeded, draftNow, draftRevision, partOfPlan } from '../actions/plan-draft-value.ts'
import { correctionMeant } from './correction-meant.ts'

const chosen = z.array(z.string().min(1).max(64)).max(100)

export const correctPlanPart = submission({
  id: correctPlanPartId,
  meta: z.strictObject({ draft: draftId, revision: draftRevision, part: partOfPlan }),
  fields: z.object({
    [planTitleBlock]: z.string().trim().min(1).max(longestTitle).optional(),
    [planYearBlock]: z.string().trim().max(20).optional(),
    [pointWhatBlock]: z.enum(['point', 'no-point', 'continuation']).optional(),
    [pointTextBlock]: z.string().trim().min(1).max(longestPoint).optional(),
    [pointKindsBlock]: chosen.optional(),
    [pointGroupsBlock]: z.union([chosen, z.string().max(longestTopics)]).optional(),
    [pointTopicsBlock]: z.string().max(longestTopics).optional(),
    [pointDatesBlock]: z.string().max(longestDates).optional(),
    [pointUrgentBlock]: chosen.optional(),
  }),
  who: 'secretariat',
  async run(app, caller, { meta, fields }) {
    const before = await draftNeeded(app, meta.draft)
    const { draft } = before
    const part = planPart(draft.plan, meta.part)
    if (draft.state !== 'open' || draft.revision !== meta.revision || part === undefined)
      return ephemeral(await draftNow(app, caller, before, 'not-corrected'))
    const known = { kinds: await app.work.kinds(), called: app.groups.called }
    const meant = await correctionMeant(draft.plan, part, fields, known, caller.language)
    const { correction, language } = meant
    const by = actedBy(caller)
    const corrected = await app.plans.correct(meta.draft, correction, language, by, meta.revision)
    if (corrected !== undefined) return ephemeral(await draftNow(app, caller, corrected, 'corrected'))
    const now = await draftNeeded(app, meta.draft)
    // A first point has none before it to go on with.
    if (now.draft.revision === meta.revision && now.draft.state === 'open')
      throw new FieldErrors({ [pointWhatBlock]: new UserError('modal.unfit') })
    return ephemeral(await draftNow(app, caller, now, 'not-corrected'))
  },
})

// What of a plan is to be corrected was chosen from the modal's menu: the modal asks how it is to read.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { UserError } from '../../src/contract/errors.ts'
import { choosePlanPartId, correctPlanModal, planPart } from '../../src/views/correct-plan-modal.ts'
import { draftNeeded, draftSeen, partOfPlan } from './plan-draft-value.ts'

const chosen = z
  .string()
  .max(150)
  .transform((text) => {
    const at = text.lastIndexOf('/')
    return { draft: text.slice(0, Math.max(at, 0)), part: text.slice(at + 1) }
  })
  .pipe(z.strictObject({ draft: draftSeen, part: partOfPlan }))

export const choosePlanPart = action({
  id: choosePlanPartId,
  value: chosen,
  who: 'secretariat',
  async run(app, caller, { draft: { id, revision }, part: called }) {
    const { draft } = await draftNeeded(app, id)
    const part = planPart(draft.plan, called)
    // Numbers move with every correction: the same number may be another point by now.
    if (draft.state !== 'open' || draft.revision !== revision || part === undefined)
      throw new UserError('plan.draft-moved')
    const known = { kinds: await app.work.kinds(), groups: await app.groups.active() }
    return { kind: 'update', view: correctPlanModal(draft, part, known, caller.language) }
  },
})

// "Leave everything as it is" under the preview of a plan.
import { actedBy } from '../../src/contract/acted-by.ts'
import { action } from '../../src/contract/action.ts'
import { replace } from '../../src/contract/reply.ts'
import { cancelPlanId, planClosed } from '../../src/views/plan-preview.ts'
import { draftId, draftNeeded } from './plan-draft-value.ts'

export const cancelPlan = action({
  id: cancelPlanId,
  value: draftId,
  who: 'secretariat',
  async run(app, caller, id) {
    await app.plans.cancel(id, actedBy(caller))
    const { draft } = await draftNeeded(app, id)
    return replace(planClosed(draft, caller.language))
  },
})

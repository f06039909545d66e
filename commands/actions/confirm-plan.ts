// "Put on record" under the preview of a plan. What changes a plan that is on record takes a reason: a modal asks for it.
import { action } from '../../src/contract/action.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { replace } from '../../src/contract/reply.ts'
import { changesPlan } from '../../src/domain/plan/importing.ts'
import { changePlanModal } from '../../src/views/change-plan-modal.ts'
import { confirmPlanId } from '../../src/views/plan-preview.ts'
import { isAsSeen, planAsked, putOnRecord } from './plan-asked.ts'
import { draftNeeded } from './plan-draft-value.ts'

export const confirmPlan = action({
  id: confirmPlanId,
  value: jsonValue(planAsked),
  who: 'secretariat',
  async run(app, caller, asked) {
    const now = await draftNeeded(app, asked.draft)
    if (isAsSeen(now, asked) && changesPlan(now.preview))
      return { kind: 'modal', view: changePlanModal(now, asked, caller.language) }
    return replace(await putOnRecord(app, caller, asked))
  },
})

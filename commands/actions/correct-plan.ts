// "Correct…" under the preview of a plan: it opens a modal that asks what is to be put right.
import { action } from '../../src/contract/action.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { choosePlanPartModal } from '../../src/views/correct-plan-modal.ts'
import { correctPlanId } from '../../src/views/plan-preview.ts'
import { draftNeeded, draftNow, draftSeen } from './plan-draft-value.ts'

export const correctPlan = action({
  id: correctPlanId,
  value: draftSeen,
  who: 'secretariat',
  async run(app, caller, { id, revision }) {
    const now = await draftNeeded(app, id)
    if (now.draft.state !== 'open' || now.draft.revision !== revision)
      return ephemeral(await draftNow(app, caller, now, 'moved-on'))
    return { kind: 'modal', view: choosePlanPartModal(now.draft, caller.language) }
  },
})

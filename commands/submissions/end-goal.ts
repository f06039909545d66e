// "Close" or "Give up" with the reason, in the modal that asks for it.
import { z } from 'zod'
import { submission } from '../../src/contract/submission.ts'
import { longestReason } from '../../src/domain/goal/deciding.ts'
import { endGoalId, endWhyBlock } from '../../src/views/end-goal-modal.ts'
import { plainId } from '../actions/offer-asked.ts'
import { endGoalNow } from '../slash/goal-ending.ts'

export const endGoal = submission({
  id: endGoalId,
  meta: z.strictObject({ goal: plainId, state: z.enum(['closed', 'dropped']) }),
  fields: z.object({ [endWhyBlock]: z.string().trim().min(1).max(longestReason) }),
  who: 'secretariat',
  run: (app, caller, { meta, fields }) =>
    endGoalNow(app, caller, meta.goal, { state: meta.state, why: fields[endWhyBlock] }),
})

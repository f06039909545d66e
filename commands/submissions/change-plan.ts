// The reason for another edition of a year's plan, from the modal that "Put on record…" opens.
import { z } from 'zod'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import { longestReason } from '../../src/domain/goal/deciding.ts'
import { changePlanId, changeWhyBlock } from '../../src/views/change-plan-modal.ts'
import { planAsked, putOnRecord } from '../actions/plan-asked.ts'

export const changePlan = submission({
  id: changePlanId,
  meta: planAsked,
  fields: z.object({ [changeWhyBlock]: z.string().trim().min(1).max(longestReason) }),
  who: 'secretariat',
  run: async (app, caller, { meta, fields }) =>
    ephemeral(await putOnRecord(app, caller, meta, fields[changeWhyBlock])),
})

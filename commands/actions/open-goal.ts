// "Open" beside a goal in a message that tells of it: the message stays as it is.
import { action } from '../../src/contract/action.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { openGoalId } from '../../src/views/plan-buttons.ts'
import { planAnswer } from '../slash/plan-answer.ts'
import { plainId } from './offer-asked.ts'

export const openGoal = action({
  id: openGoalId,
  value: plainId,
  who: 'anyone',
  run: async (app, caller, id) => ephemeral(await planAnswer(app, caller, { what: id })),
})

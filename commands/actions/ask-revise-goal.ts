// The secretariat's "Change…" below a goal: it opens a modal.
import { action } from '../../src/contract/action.ts'
import { reviseGoalId } from '../../src/views/plan-buttons.ts'
import { goalBehind, reviseGoalReply } from '../slash/goal-modals.ts'
import { plainId } from './offer-asked.ts'

export const askReviseGoal = action({
  id: reviseGoalId,
  value: plainId,
  who: 'secretariat',
  run: async (app, caller, id) => reviseGoalReply(app, caller, await goalBehind(app, id)),
})

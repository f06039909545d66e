// The secretariat's "Close…" below a goal: it opens a modal that asks for what was reached.
import { action } from '../../src/contract/action.ts'
import { closeGoalId } from '../../src/views/plan-buttons.ts'
import { askEnding } from '../slash/goal-ending.ts'
import { goalBehind } from '../slash/goal-modals.ts'
import { plainId } from './offer-asked.ts'

export const askCloseGoal = action({
  id: closeGoalId,
  value: plainId,
  who: 'secretariat',
  run: async (app, caller, id) => askEnding(app, caller, await goalBehind(app, id), { state: 'closed' }),
})

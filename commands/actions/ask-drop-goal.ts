// The secretariat's "Give up…" below a goal: it opens a modal that asks for the reason.
import { action } from '../../src/contract/action.ts'
import { dropGoalId } from '../../src/views/plan-buttons.ts'
import { askEnding } from '../slash/goal-ending.ts'
import { goalBehind } from '../slash/goal-modals.ts'
import { plainId } from './offer-asked.ts'

export const askDropGoal = action({
  id: dropGoalId,
  value: plainId,
  who: 'secretariat',
  run: async (app, caller, id) => askEnding(app, caller, await goalBehind(app, id), { state: 'dropped' }),
})

// The secretariat's "Give up…" below a goal: it opens a modal that asks for the reason.
import { action } from '../../src/contract/action.ts'
import { endGoalModal } from '../../src/views/end-goal-modal.ts'
import { dropGoalId } from '../../src/views/plan-buttons.ts'
import { ended, goalBehind } from '../slash/goal-modals.ts'
import { plainId } from './offer-asked.ts'

export const askDropGoal = action({
  id: dropGoalId,
  value: plainId,
  who: 'secretariat',
  async run(app, caller, id) {
    const goal = await goalBehind(app, id)
    if (goal.state !== 'open') throw ended(goal)
    return { kind: 'modal', view: endGoalModal(goal, 'dropped', caller.language) }
  },
})

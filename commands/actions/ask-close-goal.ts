// The secretariat's "Close…" below a goal: it opens a modal that asks for what was reached.
import { action } from '../../src/contract/action.ts'
import { endGoalModal } from '../../src/views/end-goal-modal.ts'
import { closeGoalId } from '../../src/views/plan-buttons.ts'
import { somethingDone } from '../slash/goal-ending.ts'
import { ended, goalBehind } from '../slash/goal-modals.ts'
import { plainId } from './offer-asked.ts'

export const askCloseGoal = action({
  id: closeGoalId,
  value: plainId,
  who: 'secretariat',
  async run(app, caller, id) {
    const goal = await goalBehind(app, id)
    if (goal.state !== 'open') throw ended(goal)
    await somethingDone(app, goal)
    return { kind: 'modal', view: endGoalModal(goal, 'closed', caller.language) }
  },
})

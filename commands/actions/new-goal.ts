// The secretariat's "New goal…" below a point of the plan: it opens a modal.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { newGoalId } from '../../src/views/plan-buttons.ts'
import { newGoalReply, pointBehind } from '../slash/goal-modals.ts'

export const newGoal = action({
  id: newGoalId,
  value: z.string().min(1).max(100),
  who: 'secretariat',
  async run(app, caller, id) {
    const { plan, point } = await pointBehind(app, id)
    return newGoalReply(app, caller, plan, point)
  },
})

// "Add assignment…" below a goal or a piece of work: it opens a modal that asks for it.
import { action } from '../../src/contract/action.ts'
import { addAssignmentId } from '../../src/views/plan-buttons.ts'
import { belowCalled, groupBelow } from '../slash/work-meant.ts'
import { openAddAssignment } from '../slash/work-modals.ts'
import { planId } from './plan-id.ts'

export const askAddAssignment = action({
  id: addAssignmentId,
  value: planId,
  who: 'convenor-or-secretariat',
  group: async (app, caller, id) => groupBelow(caller, await belowCalled(app, id)),
  run: async (app, caller, id) => openAddAssignment(app, caller, await belowCalled(app, id)),
})

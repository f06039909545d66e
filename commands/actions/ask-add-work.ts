// "Add work…" below a goal: it opens a modal that asks for it.
import { action } from '../../src/contract/action.ts'
import { addWorkId } from '../../src/views/plan-buttons.ts'
import { goalCalled, groupToBreakDown } from '../slash/work-meant.ts'
import { openAddWork } from '../slash/work-modals.ts'
import { planId } from './plan-id.ts'

export const askAddWork = action({
  id: addWorkId,
  value: planId,
  who: 'convenor-or-secretariat',
  group: async (app, caller, id) => groupToBreakDown(caller, await goalCalled(app, id)),
  run: async (app, caller, id) => openAddWork(app, caller, await goalCalled(app, id)),
})

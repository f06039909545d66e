// "Step…" of a piece of work: it opens a modal that asks which was taken.
import { action } from '../../src/contract/action.ts'
import { takeStepId } from '../../src/views/plan-buttons.ts'
import { itemCalled } from '../slash/work-meant.ts'
import { openTakeStep } from '../slash/work-modals.ts'
import { planId } from './plan-id.ts'

export const askTakeStep = action({
  id: takeStepId,
  value: planId,
  who: 'convenor-or-secretariat',
  group: async (app, _caller, id) => (await itemCalled(app, id)).group,
  run: async (app, caller, id) => openTakeStep(app, caller, await itemCalled(app, id)),
})

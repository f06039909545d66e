// "Result…" of a piece of work: it opens a modal that asks for its evidence.
import { action } from '../../src/contract/action.ts'
import { finishWorkId } from '../../src/views/plan-buttons.ts'
import { itemCalled } from '../slash/work-meant.ts'
import { openFinishWork } from '../slash/work-modals.ts'
import { planId } from './plan-id.ts'

export const askFinishWork = action({
  id: finishWorkId,
  value: planId,
  who: 'convenor-or-secretariat',
  group: async (app, _caller, id) => (await itemCalled(app, id)).group,
  run: async (app, caller, id) => openFinishWork(app, caller, await itemCalled(app, id)),
})

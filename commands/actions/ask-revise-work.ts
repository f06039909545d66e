// "Change…" of a piece of work: it opens a modal with what stands on record.
import { action } from '../../src/contract/action.ts'
import { reviseWorkId } from '../../src/views/plan-buttons.ts'
import { itemCalled } from '../slash/work-meant.ts'
import { openReviseWork } from '../slash/work-modals.ts'
import { planId } from './plan-id.ts'

export const askReviseWork = action({
  id: reviseWorkId,
  value: planId,
  who: 'convenor-or-secretariat',
  group: async (app, _caller, id) => (await itemCalled(app, id)).group,
  run: async (app, caller, id) => openReviseWork(app, caller, await itemCalled(app, id)),
})

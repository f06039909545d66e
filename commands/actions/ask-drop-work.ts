// "Give up…" of a piece of work: it opens a modal that asks why.
import { action } from '../../src/contract/action.ts'
import { UserError } from '../../src/contract/errors.ts'
import { dropWorkModal } from '../../src/views/drop-work-modal.ts'
import { dropWorkId } from '../../src/views/plan-buttons.ts'
import { itemCalled } from '../slash/work-meant.ts'
import { planId } from './plan-id.ts'

export const askDropWork = action({
  id: dropWorkId,
  value: planId,
  who: 'convenor-or-secretariat',
  group: async (app, _caller, id) => (await itemCalled(app, id)).group,
  async run(app, caller, id) {
    const item = await itemCalled(app, id)
    if (item.state !== 'open') throw new UserError('work.not-open')
    return { kind: 'modal', view: dropWorkModal(item, caller.language) }
  },
})

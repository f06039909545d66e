// "Reopen…" of a piece of work that has ended: it opens a modal that asks why.
import { action } from '../../src/contract/action.ts'
import { UserError } from '../../src/contract/errors.ts'
import { reopenWorkModal } from '../../src/views/drop-work-modal.ts'
import { reopenWorkId } from '../../src/views/plan-buttons.ts'
import { itemCalled } from '../slash/work-meant.ts'
import { planId } from './plan-id.ts'

export const askReopenWork = action({
  id: reopenWorkId,
  value: planId,
  who: 'convenor-or-secretariat',
  group: async (app, _caller, id) => (await itemCalled(app, id)).group,
  async run(app, caller, id) {
    const item = await itemCalled(app, id)
    if (item.state === 'open') throw new UserError('work.not-ended')
    return { kind: 'modal', view: reopenWorkModal(item, caller.language) }
  },
})

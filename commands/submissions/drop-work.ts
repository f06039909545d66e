// "Give it up" in the modal that asks why a piece of work is given up.

import { z } from 'zod'
import { actedBy } from '../../src/contract/acted-by.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import { longestReason } from '../../src/domain/goal/deciding.ts'
import { dropWorkModalId, dropWorkWhyBlock } from '../../src/views/drop-work-modal.ts'
import { planId } from '../actions/plan-id.ts'
import { answerSaved } from '../slash/plan-answer.ts'
import { itemCalled } from '../slash/work-meant.ts'
import { refuseWork } from '../slash/work-refusal.ts'
import { text } from './given.ts'

export const dropWork = submission({
  id: dropWorkModalId,
  meta: z.strictObject({ item: planId }),
  fields: z.object({ [dropWorkWhyBlock]: text(longestReason) }),
  who: 'convenor-or-secretariat',
  group: async (app, _caller, { meta }) => (await itemCalled(app, meta.item)).group,
  async run(app, caller, { meta, fields }) {
    const by = { ...actedBy(caller), why: fields[dropWorkWhyBlock] }
    const done = await app.work.drop(meta.item, by)
    if (!done.ok) throw refuseWork(done, caller)
    return ephemeral(await answerSaved(app, caller, { what: done.item.id }))
  },
})

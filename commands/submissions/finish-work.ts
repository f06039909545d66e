// "Record" in the modal that asks for the result of a piece of work.

import { z } from 'zod'
import { actedBy } from '../../src/contract/acted-by.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import {
  evidenceBlocks,
  finishWorkModalId,
  outcomeBlock,
  resultDayBlock,
} from '../../src/views/finish-work-modal.ts'
import { planId } from '../actions/plan-id.ts'
import { answerSaved } from '../slash/plan-answer.ts'
import { itemCalled } from '../slash/work-meant.ts'
import { refuseWork } from '../slash/work-refusal.ts'
import { day, maybeText, typed } from './given.ts'

export const finishWork = submission({
  id: finishWorkModalId,
  meta: z.strictObject({ item: planId }),
  fields: z.looseObject({ [resultDayBlock]: day, [outcomeBlock]: maybeText(80) }),
  who: 'convenor-or-secretariat',
  group: async (app, _caller, { meta }) => (await itemCalled(app, meta.item)).group,
  async run(app, caller, { meta, fields }) {
    const { [resultDayBlock]: on, [outcomeBlock]: outcome } = fields
    const result = { evidence: evidenceIn(fields), on, ...(outcome !== undefined && { outcome }) }
    const done = await app.work.finish(meta.item, result, actedBy(caller))
    if (!done.ok)
      throw refuseWork(done, caller, { day: resultDayBlock, outcome: outcomeBlock, evidence: evidenceBlocks })
    return ephemeral(await answerSaved(app, caller, { what: done.item.id }))
  },
})

/** What was filled into the fields of evidence; one that was left empty takes back what was given before. */
function evidenceIn(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([block, value]) =>
      block.startsWith(evidenceBlocks)
        ? [[block.slice(evidenceBlocks.length), typeof value === 'string' ? typed(value) : ''] as const]
        : [],
    ),
  )
}

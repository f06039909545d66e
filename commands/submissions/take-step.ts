// "Record" in the modal that asks which step of a piece of work was taken.

import { z } from 'zod'
import { actedBy } from '../../src/contract/acted-by.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import {
  longestNote,
  stepBlock,
  stepDayBlock,
  stepNoteBlock,
  takeStepModalId,
} from '../../src/views/take-step-modal.ts'
import { planId } from '../actions/plan-id.ts'
import { answerSaved } from '../slash/plan-answer.ts'
import { itemCalled } from '../slash/work-meant.ts'
import { refuseWork } from '../slash/work-refusal.ts'
import { day, maybeText, text } from './given.ts'

export const takeStep = submission({
  id: takeStepModalId,
  meta: z.strictObject({ item: planId }),
  fields: z.object({
    [stepBlock]: text(80),
    [stepDayBlock]: day,
    [stepNoteBlock]: maybeText(longestNote),
  }),
  who: 'convenor-or-secretariat',
  group: async (app, _caller, { meta }) => (await itemCalled(app, meta.item)).group,
  async run(app, caller, { meta, fields }) {
    const { [stepBlock]: step, [stepDayBlock]: on, [stepNoteBlock]: note } = fields
    const taken = { step, on, ...(note !== undefined && { note }) }
    const done = await app.work.takeStep(meta.item, taken, actedBy(caller))
    if (!done.ok) throw refuseWork(done, caller, { day: stepDayBlock, step: stepBlock })
    return ephemeral(await answerSaved(app, caller, { what: done.item.id }))
  },
})

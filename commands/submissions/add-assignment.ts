// "Add" in the modal that asks for an assignment.

import { z } from 'zod'
import { actedBy } from '../../src/contract/acted-by.ts'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import { addAssignmentModalId } from '../../src/views/add-assignment-modal.ts'
import { taskBlock } from '../../src/views/add-work-modal.ts'
import { planId } from '../actions/plan-id.ts'
import { givenAnswer } from '../slash/given-answer.ts'
import { answerSaved } from '../slash/plan-answer.ts'
import { itemCalled } from '../slash/work-meant.ts'
import { refuseWork } from '../slash/work-refusal.ts'
import { owedSaid, taskFields } from './owner-said.ts'
import { place, placeFields, placeSaid } from './place-said.ts'

export const addAssignment = submission({
  id: addAssignmentModalId,
  meta: z.strictObject({ item: planId.optional(), place: place.optional() }),
  fields: z.object({ ...placeFields, ...taskFields }),
  who: 'convenor-or-secretariat',
  group: async (app, _caller, sent) =>
    sent.meta.item === undefined ? placeSaid(sent).group : (await itemCalled(app, sent.meta.item)).group,
  async run(app, caller, sent) {
    const { item } = sent.meta
    const below = item === undefined ? placeSaid(sent) : { item }
    const group = 'group' in below ? below.group : (await itemCalled(app, below.item)).group
    const owed = await owedSaid(app, sent.fields, group, caller.language)
    if (owed === undefined) throw new FieldErrors({ [taskBlock]: new UserError('modal.missing') })
    const assigned = await app.work.assign({ ...owed, ...below }, actedBy(caller))
    if (!assigned.ok) throw refuseWork(assigned, caller)
    const saved = await answerSaved(app, caller, { what: 'item' in below ? below.item : below.goal })
    return ephemeral(await givenAnswer(app, caller, assigned.assignment, saved))
  },
})

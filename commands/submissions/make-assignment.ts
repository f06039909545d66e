// "Add" in the modal that asks for an assignment of a group.

import { z } from 'zod'
import type { App } from '../../src/app.ts'
import { actedBy } from '../../src/contract/acted-by.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import { ephemeral, type Message } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import { longestNames, taskBlock, workStandardsBlock } from '../../src/views/add-work-modal.ts'
import { makeAssignmentModalId, makeGroupBlock } from '../../src/views/make-assignment-modal.ts'
import { placeBlock } from '../../src/views/work-places.ts'
import { assignmentShown } from '../slash/assignment-answer.ts'
import { givenAnswer } from '../slash/given-answer.ts'
import { refuseWork } from '../slash/work-refusal.ts'
import { maybeText, text } from './given.ts'
import { owedSaid, taskFields } from './owner-said.ts'
import { placeFields } from './place-said.ts'
import { standardsSaid } from './standards-said.ts'

export const makeAssignment = submission({
  id: makeAssignmentModalId,
  meta: z.strictObject({ from: z.literal('shortcut').optional() }),
  fields: z.object({
    ...placeFields,
    ...taskFields,
    [makeGroupBlock]: text(40),
    [workStandardsBlock]: maybeText(longestNames),
  }),
  who: 'convenor-or-secretariat',
  group: async (_app, _caller, { fields }) => fields[makeGroupBlock],
  async run(app, caller, { meta, fields }) {
    const { [makeGroupBlock]: group, [placeBlock]: place } = fields
    if (!(await app.groups.active()).some(({ code }) => code === group))
      throw new UserError('refused.outdated-button')
    if (place !== undefined && place.group !== group)
      throw new FieldErrors({
        [placeBlock]: new UserError('add-assignment.other-group', { group: place.group }),
      })
    const owed = await owedSaid(app, fields, group, caller.language)
    if (owed === undefined) throw new FieldErrors({ [taskBlock]: new UserError('modal.missing') })
    const today = await app.assignments.today()
    const said = fields[workStandardsBlock] ?? ''
    const ids = await standardsSaid(app, said, { block: workStandardsBlock, today })
    const recordsOf = await app.standards.presentRecords()
    const standards = ids.map((id) => recordsOf([id])[0]?.designation ?? id)
    const by = actedBy(caller, meta.from)
    if (place !== undefined) {
      const assigned = await app.work.assign({ ...owed, ...place, standards }, by)
      if (!assigned.ok) throw refuseWork(assigned, caller)
      return ephemeral(await answered(app, caller, assigned.assignment))
    }
    const made = await app.assignments.add({ ...owed, group, standards }, by)
    if (!made.ok) throw new UserError('add-assignment.leads-none')
    return ephemeral(await answered(app, caller, made.assignment))
  },
})

async function answered(app: App, caller: Caller, assignment: Assignment): Promise<Message> {
  return givenAnswer(app, caller, assignment, await assignmentShown(app, caller, assignment))
}

// "Pass on" in the modal that asks who owes an assignment from now on.
import { z } from 'zod'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import { longestReason } from '../../src/domain/goal/deciding.ts'
import { assignmentWhyBlock } from '../../src/views/explain-assignment-modal.ts'
import { giveAssignmentModalId } from '../../src/views/give-assignment-modal.ts'
import { ownerBlock } from '../../src/views/owner-inputs.ts'
import { gestureAnswer } from '../slash/assignment-gesture.ts'
import { assignmentFields, assignmentMeta, assignmentSaid } from './assignment-said.ts'
import { maybeText } from './given.ts'
import { partyFields, partySaid } from './party-said.ts'

export const giveAssignment = submission({
  id: giveAssignmentModalId,
  meta: assignmentMeta,
  fields: z.object({ ...assignmentFields, ...partyFields, [assignmentWhyBlock]: maybeText(longestReason) }),
  who: 'owner-or-lead',
  async run(app, caller, { meta, fields }) {
    const { [assignmentWhyBlock]: why } = fields
    const to = await partySaid(app, caller, fields)
    if (to === undefined) throw new FieldErrors({ [ownerBlock]: new UserError('owner.none') })
    const gesture = { kind: 'give' as const, to, ...(why !== undefined && { why }) }
    const blocks = { whom: ownerBlock }
    return ephemeral(await gestureAnswer(app, caller, assignmentSaid(meta, fields), gesture, 'modal', blocks))
  },
})

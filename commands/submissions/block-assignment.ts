// "Record" in the modal that asks what holds an assignment up.
import { z } from 'zod'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import { longestReason } from '../../src/domain/goal/deciding.ts'
import { blockAssignmentModalId } from '../../src/views/block-assignment-modal.ts'
import { assignmentWhyBlock } from '../../src/views/explain-assignment-modal.ts'
import { planId } from '../actions/plan-id.ts'
import { gestureAnswer } from '../slash/assignment-gesture.ts'
import { text } from './given.ts'
import { partyFields, partySaid } from './party-said.ts'

export const blockAssignment = submission({
  id: blockAssignmentModalId,
  meta: z.strictObject({ assignment: planId }),
  fields: z.object({ ...partyFields, [assignmentWhyBlock]: text(longestReason) }),
  who: 'owner-or-lead',
  async run(app, caller, { meta, fields }) {
    const party = await partySaid(app, caller, fields)
    const waitsFor = party === undefined ? {} : { waitsFor: { kind: party.kind, id: party.id } }
    const gesture = { kind: 'block' as const, why: fields[assignmentWhyBlock], ...waitsFor }
    return ephemeral(await gestureAnswer(app, caller, meta.assignment, gesture, 'modal'))
  },
})

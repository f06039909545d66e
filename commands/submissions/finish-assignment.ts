// "Record" in the modal that asks which assignment is done.
import { z } from 'zod'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import { longestEvidence } from '../../src/domain/work/evidence.ts'
import {
  doneDayBlock,
  doneEvidenceBlock,
  finishAssignmentModalId,
} from '../../src/views/finish-assignment-modal.ts'
import { whichBlock } from '../../src/views/which-assignment.ts'
import { gestureAnswer } from '../slash/assignment-gesture.ts'
import { day, maybeText, text } from './given.ts'

export const finishAssignment = submission({
  id: finishAssignmentModalId,
  meta: z.strictObject({}),
  fields: z.object({
    [whichBlock]: text(100),
    [doneEvidenceBlock]: maybeText(longestEvidence),
    [doneDayBlock]: day,
  }),
  who: 'owner-or-lead',
  async run(app, caller, { fields }) {
    const { [whichBlock]: id, [doneEvidenceBlock]: evidence, [doneDayBlock]: on } = fields
    const gesture = { kind: 'finish' as const, on, ...(evidence !== undefined && { evidence }) }
    const blocks = { day: doneDayBlock, which: whichBlock }
    return ephemeral(await gestureAnswer(app, caller, id, gesture, 'modal', blocks))
  },
})

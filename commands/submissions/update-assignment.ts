// "Record" in the modal that asks how an assignment goes.
import { z } from 'zod'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import { longestReason } from '../../src/domain/goal/deciding.ts'
import { newsBlock, updateAssignmentModalId } from '../../src/views/update-assignment-modal.ts'
import { gestureAnswer } from '../slash/assignment-gesture.ts'
import { assignmentFields, assignmentMeta, assignmentSaid } from './assignment-said.ts'
import { text } from './given.ts'

export const updateAssignment = submission({
  id: updateAssignmentModalId,
  meta: assignmentMeta,
  fields: z.object({ ...assignmentFields, [newsBlock]: text(longestReason) }),
  who: 'owner-or-lead',
  async run(app, caller, { meta, fields }) {
    const gesture = { kind: 'update' as const, text: fields[newsBlock] }
    return ephemeral(await gestureAnswer(app, caller, assignmentSaid(meta, fields), gesture, 'modal'))
  },
})

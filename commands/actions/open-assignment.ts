// "Open…" below a list of assignments, which stays.
import { action } from '../../src/contract/action.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { openAssignmentId } from '../../src/views/assignment-buttons.ts'
import { assignmentAnswer } from '../slash/assignment-answer.ts'
import { assignmentCalled } from '../slash/assignment-meant.ts'
import { planId } from './plan-id.ts'

export const openAssignment = action({
  id: openAssignmentId,
  value: planId,
  who: 'anyone',
  run: async (app, caller, id) =>
    ephemeral(await assignmentAnswer(app, caller, await assignmentCalled(app, id), 'button')),
})

// "History" below an assignment, and "Older" and "Newer" there.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { replace } from '../../src/contract/reply.ts'
import { openAssignmentHistoryId } from '../../src/views/assignment-buttons.ts'
import { assignmentHistoryAnswer } from '../slash/assignment-history-answer.ts'
import { assignmentCalled } from '../slash/assignment-meant.ts'
import { planId } from './plan-id.ts'

export const openAssignmentHistory = action({
  id: openAssignmentHistoryId,
  value: jsonValue(z.strictObject({ assignment: planId, page: z.int().min(1).max(100_000) })),
  who: 'anyone',
  run: async (app, caller, { assignment, page }) =>
    replace(await assignmentHistoryAnswer(app, caller, await assignmentCalled(app, assignment), page)),
})

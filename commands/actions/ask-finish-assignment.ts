// "Mark one as done…" below somebody's own assignments: it opens a modal that asks which.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { finishAssignmentId } from '../../src/views/plan-buttons.ts'
import { openFinishAssignment } from '../slash/work-modals.ts'

export const askFinishAssignment = action({
  id: finishAssignmentId,
  value: z.literal('mine'),
  who: 'owner-or-lead',
  run: (app, caller) => openFinishAssignment(app, caller),
})

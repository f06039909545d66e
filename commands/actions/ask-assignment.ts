// "Decline…", "Update…" and the like below an assignment: they open a modal that asks for the rest.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { askAssignmentId, askedFor } from '../../src/views/assignment-buttons.ts'
import { assignmentCalled } from '../slash/assignment-meant.ts'
import { openAsked } from '../slash/assignment-modals.ts'
import { day } from '../submissions/given.ts'
import { planId } from './plan-id.ts'

export const askAssignment = action({
  id: askAssignmentId,
  value: jsonValue(z.strictObject({ assignment: planId, kind: z.enum(askedFor), on: day.optional() })),
  who: 'owner-or-lead',
  run: async (app, caller, { assignment, kind, on }) =>
    openAsked(app, caller, await assignmentCalled(app, assignment), kind, { on }),
})

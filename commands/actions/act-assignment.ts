// "Accept", "Goes on again" and "Grant" below an assignment: they need no words.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { replace } from '../../src/contract/reply.ts'
import type { Gesture } from '../../src/domain/assignment/gestures.ts'
import { type AssignmentDone, actAssignmentId, doneAtOnce } from '../../src/views/assignment-buttons.ts'
import { gestureAnswer } from '../slash/assignment-gesture.ts'
import { day } from '../submissions/given.ts'
import { planId } from './plan-id.ts'

export const actAssignment = action({
  id: actAssignmentId,
  value: jsonValue(z.strictObject({ assignment: planId, kind: z.enum(doneAtOnce), on: day.optional() })),
  who: 'owner-or-lead',
  run: async (app, caller, done) =>
    replace(await gestureAnswer(app, caller, done.assignment, gestureOf(done), 'button')),
})

function gestureOf({ kind, on }: Pick<AssignmentDone, 'kind'> & { on?: string | undefined }): Gesture {
  if (kind === 'grant') return { kind: 'decide-due', isGranted: true, ...(on !== undefined && { on }) }
  return { kind }
}

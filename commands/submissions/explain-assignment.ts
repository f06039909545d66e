// "Record" in the modal that asks why an assignment is given back, taken up again or withdrawn, or its day stays.
import { z } from 'zod'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import type { Gesture } from '../../src/domain/assignment/gestures.ts'
import { longestReason } from '../../src/domain/goal/deciding.ts'
import {
  assignmentWhyBlock,
  type ExplainedKind,
  explainAssignmentModalId,
  explained,
} from '../../src/views/explain-assignment-modal.ts'
import { planId } from '../actions/plan-id.ts'
import { gestureAnswer } from '../slash/assignment-gesture.ts'
import { day, text } from './given.ts'

export const explainAssignment = submission({
  id: explainAssignmentModalId,
  meta: z.strictObject({ assignment: planId, kind: z.enum(explained), on: day.optional() }),
  fields: z.object({ [assignmentWhyBlock]: text(longestReason) }),
  who: 'owner-or-lead',
  async run(app, caller, { meta, fields }) {
    const gesture = gestureOf(meta.kind, fields[assignmentWhyBlock], meta.on)
    return ephemeral(await gestureAnswer(app, caller, meta.assignment, gesture, 'modal'))
  },
})

function gestureOf(kind: ExplainedKind, why: string, on: string | undefined): Gesture {
  if (kind !== 'refuse') return { kind, why }
  return { kind: 'decide-due', isGranted: false, why, ...(on !== undefined && { on }) }
}

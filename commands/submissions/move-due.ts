// The modal that asks for another due day: whoever decides sets it, others ask for it.
import { z } from 'zod'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import type { Gesture } from '../../src/domain/assignment/gestures.ts'
import { longestReason } from '../../src/domain/goal/deciding.ts'
import { assignmentWhyBlock } from '../../src/views/explain-assignment-modal.ts'
import { dueBlock, moveDueModalId } from '../../src/views/move-due-modal.ts'
import { gestureAnswer } from '../slash/assignment-gesture.ts'
import { assignmentCalled, decides } from '../slash/assignment-meant.ts'
import { assignmentFields, assignmentMeta, assignmentSaid } from './assignment-said.ts'
import { maybeDay, text } from './given.ts'

export const moveDue = submission({
  id: moveDueModalId,
  meta: assignmentMeta,
  fields: z.object({ ...assignmentFields, [dueBlock]: maybeDay, [assignmentWhyBlock]: text(longestReason) }),
  who: 'owner-or-lead',
  async run(app, caller, { meta, fields }) {
    const { [dueBlock]: on, [assignmentWhyBlock]: why } = fields
    const isSet = decides(caller, await assignmentCalled(app, assignmentSaid(meta, fields)))
    if (on === undefined && !isSet) throw new FieldErrors({ [dueBlock]: new UserError('modal.missing') })
    const gesture: Gesture =
      isSet || on === undefined
        ? { kind: 'set-due', why, ...(on !== undefined && { on }) }
        : { kind: 'ask-due', on, why }
    const blocks = { day: dueBlock }
    return ephemeral(await gestureAnswer(app, caller, assignmentSaid(meta, fields), gesture, 'modal', blocks))
  },
})

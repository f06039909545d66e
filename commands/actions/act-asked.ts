// "Accept" and "My part is done" in a message in person: the message itself shows what came of it.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { nothing } from '../../src/contract/reply.ts'
import { actAskedId } from '../../src/views/asks-message.ts'
import { gestured } from '../slash/assignment-gesture.ts'
import { planId } from './plan-id.ts'

export const actAsked = action({
  id: actAskedId,
  value: jsonValue(z.strictObject({ assignment: planId, kind: z.enum(['accept', 'unblock']) })),
  who: 'owner-or-lead',
  async run(app, caller, { assignment, kind }) {
    await gestured(app, caller, assignment, { kind }, 'button')
    return nothing
  },
})

// "Why?" below somebody's own assignments.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { whyAssignmentId } from '../../src/views/plan-buttons.ts'
import { whyAnswer } from '../slash/assignments-why.ts'

export const whyAssignment = action({
  id: whyAssignmentId,
  value: z.literal('mine'),
  who: 'member',
  run: async (app, caller) => ephemeral(await whyAnswer(app, caller)),
})

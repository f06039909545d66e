// "Gaps" below a plan.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { replace } from '../../src/contract/reply.ts'
import { openGapsId } from '../../src/views/plan-buttons.ts'
import { gapsAnswer } from '../slash/plan-gaps.ts'

export const openGaps = action({
  id: openGapsId,
  value: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number),
  who: 'anyone',
  run: async (app, caller, year) => replace(await gapsAnswer(app, caller, '', year)),
})

// "Open" beside an area, a point, a goal or a piece of work.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { replace } from '../../src/contract/reply.ts'
import { openPlanId } from '../../src/views/plan-buttons.ts'
import { planAnswer } from '../slash/plan-answer.ts'

const ref = jsonValue(z.strictObject({ year: z.int().min(1980).max(2200), what: z.string().max(80) }))

export const openPlan = action({
  id: openPlanId,
  value: ref,
  who: 'anyone',
  run: async (app, caller, asked) => replace(await planAnswer(app, caller, asked)),
})

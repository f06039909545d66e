// "Gaps" below a plan.
import { action } from '../../src/contract/action.ts'
import { replace } from '../../src/contract/reply.ts'
import { openGapsId } from '../../src/views/plan-buttons.ts'
import { gapsAnswer } from '../slash/plan-gaps.ts'
import { planYear } from './plan-year.ts'

export const openGaps = action({
  id: openGapsId,
  value: planYear,
  who: 'anyone',
  run: async (app, caller, year) => replace(await gapsAnswer(app, caller, '', year)),
})

// "At risk" on the secretariat's Home tab.
import { action } from '../../src/contract/action.ts'
import { replace } from '../../src/contract/reply.ts'
import { openRisksId } from '../../src/views/plan-buttons.ts'
import { risksAnswer } from '../slash/plan-risks.ts'
import { planYear } from './plan-year.ts'

export const openRisks = action({
  id: openRisksId,
  value: planYear,
  who: 'anyone',
  run: async (app, caller, year) => replace(await risksAnswer(app, caller, year)),
})

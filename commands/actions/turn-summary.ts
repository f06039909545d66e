// The year's summary in the other language.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { replace } from '../../src/contract/reply.ts'
import { turnSummaryId } from '../../src/views/year-summary.ts'
import { summaryAnswer } from '../slash/plan-summary.ts'

const ref = jsonValue(
  z.strictObject({ year: z.int().min(1980).max(2200), language: z.enum(['en', 'zh-CN']) }),
)

export const turnSummary = action({
  id: turnSummaryId,
  value: ref,
  who: 'anyone',
  run: async (app, _caller, { year, language }) => replace(await summaryAnswer(app, language, year)),
})

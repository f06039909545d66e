// "One by one", "Previous", "Next" and "Back to the gaps".
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { replace } from '../../src/contract/reply.ts'
import { gapKinds, pageGapsId } from '../../src/views/gaps-message.ts'
import { gapsAnswer } from '../slash/plan-gaps.ts'

export const pageGaps = action({
  id: pageGapsId,
  value: jsonValue(
    z.strictObject({
      year: z.int().min(1980).max(2200),
      group: z.string().min(1).max(80).optional(),
      kind: z.enum(gapKinds).optional(),
      page: z.int().min(1).max(100_000).optional(),
    }),
  ),
  who: 'anyone',
  run: async (app, caller, { year, group = '', kind, page = 1 }) =>
    replace(await gapsAnswer(app, caller, group, year, kind && { kind, page })),
})

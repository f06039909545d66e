// "Older" and "Newer" below the decisions about a plan.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { replace } from '../../src/contract/reply.ts'
import { openChangesId } from '../../src/views/plan-changes.ts'
import { changesAnswer } from '../slash/changes-answer.ts'

export const openChanges = action({
  id: openChangesId,
  value: jsonValue(
    z.strictObject({
      year: z.int().min(1980).max(2200),
      what: z.string().max(80),
      page: z.int().min(1).max(100_000),
    }),
  ),
  who: 'anyone',
  run: async (app, caller, asked) => replace(await changesAnswer(app, caller, asked)),
})

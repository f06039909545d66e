// "Next" and "Previous" under a list of standards.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { replace } from '../../src/contract/reply.ts'
import { pageStandardsId } from '../../src/views/page-buttons.ts'
import { findAnswer, listPage } from '../slash/standard-pages.ts'
import { parseStandardWords } from '../slash/standard-words.ts'

const turn = jsonValue(
  z.strictObject({
    of: z.enum(['find', 'list']),
    text: z.string().max(2_000),
    from: z.int().min(0).max(1_000_000),
  }),
  2_000,
)

export const pageStandards = action({
  id: pageStandardsId,
  value: turn,
  who: 'anyone',
  async run(app, caller, { of, text, from }) {
    if (of === 'find') return replace((await findAnswer(app, caller, text, from)).message)
    return replace(await listPage(app, caller, text, parseStandardWords(text), from))
  },
})

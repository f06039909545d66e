// "Leave everything as it is" under the preview of a list of work.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { replace } from '../../src/contract/reply.ts'
import { importCancelled } from '../../src/views/import-preview.ts'
import { cancelWorkListId } from '../../src/views/work-list-preview.ts'

export const cancelWorkList = action({
  id: cancelWorkListId,
  value: z.string().min(1).max(200),
  who: 'any-convenor',
  run: async (_app, caller, name) => replace(importCancelled(name, caller.language)),
})

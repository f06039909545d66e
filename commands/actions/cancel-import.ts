// "Leave everything as it is" under the preview of a list.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { replace } from '../../src/contract/reply.ts'
import { cancelImportId, importCancelled } from '../../src/views/import-preview.ts'

export const cancelImport = action({
  id: cancelImportId,
  value: z.string().min(1).max(200),
  who: 'secretariat',
  run: async (_app, caller, name) => replace(importCancelled(name, caller.language)),
})

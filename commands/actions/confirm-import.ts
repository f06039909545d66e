// "Put on record" under the preview of a list.

import { z } from 'zod'
import { actedBy } from '../../src/contract/acted-by.ts'
import { action } from '../../src/contract/action.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { replace } from '../../src/contract/reply.ts'
import { confirmImportId, importDone } from '../../src/views/import-preview.ts'
import { droppedList, previewOf } from '../events/dropped-list.ts'

const asked = jsonValue(
  z.strictObject({
    file: z.string().regex(/^F[A-Z0-9]{2,30}$/),
    digest: z.string().max(64),
    version: z.number().int().min(0),
  }),
)

export const confirmImport = action({
  id: confirmImportId,
  value: asked,
  who: 'secretariat',
  async run(app, caller, { file: id, digest, version }) {
    const dropped = await droppedList(app, caller, id)
    if (!dropped.ok) return replace(dropped.answer)
    const { file, list } = dropped
    if (file.digest !== digest)
      return replace(previewOf(dropped, await app.imports.preview(list), caller, true))
    const taken = await app.imports.take(list, {
      skipFaulty: true,
      version,
      by: actedBy(caller, 'file'),
      file: { name: file.name, digest },
    })
    if (taken.kind === 'moved-on') return replace(previewOf(dropped, taken.preview, caller, true))
    return replace(importDone(file.name, taken.plan, caller.language))
  },
})

// "Put on record" under the preview of a list of work.

import { z } from 'zod'
import { actedBy } from '../../src/contract/acted-by.ts'
import { action } from '../../src/contract/action.ts'
import { UserError } from '../../src/contract/errors.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { replace } from '../../src/contract/reply.ts'
import { isSecretariat } from '../../src/domain/member/rules.ts'
import { isNews } from '../../src/domain/work/listing.ts'
import { readWork } from '../../src/files/read-work.ts'
import { workSeen } from '../../src/files/work-seen.ts'
import { importRefused } from '../../src/views/import-preview.ts'
import { confirmWorkListId, workListTaken } from '../../src/views/work-list-preview.ts'
import { droppedFile } from '../events/dropped-file.ts'
import { mayAddWork, workListShown } from '../events/dropped-work-list.ts'

const asked = jsonValue(
  z.strictObject({
    file: z.string().regex(/^F[A-Z0-9]{1,30}$/),
    digest: z.string().max(64),
    seen: z.string().max(32),
  }),
)

export const confirmWorkList = action({
  id: confirmWorkListId,
  value: asked,
  who: 'any-convenor',
  // Whoever leads no group adds no work; of which groups the others may, each row is asked for by itself.
  async run(app, caller, { file: id, digest, seen }) {
    const file = await droppedFile(app, id)
    const isAnothers = file.sharedBy !== undefined && file.sharedBy !== caller.slackId
    if (isAnothers && !isSecretariat(caller.roles)) throw new UserError('refused.outdated-button')
    const read = readWork(file.bytes, file.name)
    if (!read.ok) return replace(importRefused(file.name, read.refusal, caller.language))
    const { kind, listing } = await app.work.takeList(read.value, {
      may: mayAddWork(caller),
      skipFaulty: true,
      by: actedBy(caller, 'file'),
      isAsSeen: (now) => file.digest === digest && workSeen(now) === seen,
    })
    if (kind !== 'taken') return replace(await workListShown(app, caller, file, read.value, { listing }))
    const served = new Set(listing.works.filter(isNews).flatMap(({ given }) => given.goals))
    const goals = (await app.plans.goals()).filter((goal) => served.has(goal.id))
    return replace(workListTaken({ name: file.name, listing }, goals, caller.language))
  },
})

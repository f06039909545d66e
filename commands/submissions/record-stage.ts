// "Record" or "Propose" in the modal that `/standard record GB/T 43697` opens.

import { z } from 'zod'
import type { App } from '../../src/app.ts'
import { actedBy } from '../../src/contract/acted-by.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import { isDay } from '../../src/domain/calendar/day.ts'
import { isSecretariat } from '../../src/domain/member/rules.ts'
import type { NotRecorded } from '../../src/domain/standard/recording.ts'
import {
  longestReason,
  recordDayBlock,
  recordStageBlock,
  recordStageId,
  recordWhyBlock,
} from '../../src/views/record-modal.ts'
import { recordedMessage } from '../../src/views/recorded-message.ts'
import { refuseRecording } from '../slash/recording-refusal.ts'

const id = z.string().regex(/^[\w.-]{1,64}$/)
const stage = z.string().min(1).max(32)

export const recordStage = submission({
  id: recordStageId,
  meta: z.strictObject({ standard: id, seen: stage }),
  fields: z.object({
    [recordStageBlock]: stage,
    [recordDayBlock]: z.string().refine(isDay),
    [recordWhyBlock]: z.string().trim().max(longestReason).optional(),
  }),
  who: 'convenor-or-secretariat',
  group: async (app, _caller, { meta }) => (await onRecord(app, meta.standard)).group,
  async run(app, caller, { meta, fields }) {
    const to = fields[recordStageBlock]
    const why = fields[recordWhyBlock]
    const asked = {
      to,
      on: fields[recordDayBlock],
      seen: meta.seen,
      ...(why !== undefined && why !== '' && { why }),
    }
    const enter = isSecretariat(caller.roles) ? app.recordings.record : app.recordings.propose
    const outcome = await enter(meta.standard, asked, actedBy(caller))
    if (outcome?.ok !== true) throw refusalIn(outcome, caller, to)
    return ephemeral(recordedMessage(outcome, caller.language))
  },
})

async function onRecord(app: App, standard: string) {
  const card = await app.standards.card(standard)
  if (card === undefined) throw new UserError('standard.gone')
  return card.standard
}

/** Under the field that can mend it, where there is one. */
function refusalIn(refusal: NotRecorded | undefined, caller: Caller, to: string): Error {
  const error = refuseRecording(refusal, caller, to)
  switch (refusal?.why) {
    case 'needs-reason':
      return new FieldErrors({ [recordWhyBlock]: error })
    case 'day-ahead':
    case 'day-too-early':
      return new FieldErrors({ [recordDayBlock]: error })
    case 'not-a-stage':
    case 'already-proposed':
      return new FieldErrors({ [recordStageBlock]: error })
    default:
      return error
  }
}

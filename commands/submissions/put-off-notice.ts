// "Put off" in the modal that asks until which day.
import { z } from 'zod'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import { nothing } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import { snoozeDayBlock, snoozeModalId } from '../../src/views/snooze-modal.ts'
import { noticeId } from '../actions/reminder-standing.ts'
import { mayBeSnoozed, snoozed } from '../actions/snoozing.ts'
import { day } from './given.ts'

export const putOffNotice = submission({
  id: snoozeModalId,
  meta: z.strictObject({ notice: noticeId }),
  fields: z.object({ [snoozeDayBlock]: day }),
  who: 'member',
  async run(app, caller, { meta, fields }) {
    const notice = await mayBeSnoozed(app, caller, meta.notice)
    try {
      await snoozed(app, caller, notice, fields[snoozeDayBlock])
    } catch (refusal) {
      if (refusal instanceof UserError) throw new FieldErrors({ [snoozeDayBlock]: refusal })
      throw refusal
    }
    return nothing
  },
})

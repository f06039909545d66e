// "Put off…" below a reminder in a channel, for its convenor, or below a message in person, for whoever was asked.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { nothing } from '../../src/contract/reply.ts'
import { snoozeNoticeId, snoozeSpans } from '../../src/views/snooze-menu.ts'
import { snoozeModal } from '../../src/views/snooze-modal.ts'
import { noticeId } from './reminder-standing.ts'
import { mayBeSnoozed, snoozed } from './snoozing.ts'

export const snoozeNotice = action({
  id: snoozeNoticeId,
  value: jsonValue(z.strictObject({ notice: noticeId, until: z.enum(snoozeSpans) })),
  who: 'member',
  async run(app, caller, { notice: id, until }) {
    const notice = await mayBeSnoozed(app, caller, id)
    const days = await app.calendars.putOffDays(notice.group)
    if (until === 'date') return { kind: 'modal', view: snoozeModal(id, days.monday, caller.language) }
    await snoozed(app, caller, notice, days[until])
    return nothing
  },
})

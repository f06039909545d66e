// The convenor's "Acknowledge" under the week's reminder.
import { actedBy } from '../../src/contract/acted-by.ts'
import { action } from '../../src/contract/action.ts'
import { memberBehind } from '../../src/contract/caller.ts'
import { nothing } from '../../src/contract/reply.ts'
import { acknowledgeReminderId } from '../../src/views/reminder-buttons.ts'
import { noticeId, reminderStanding } from './reminder-standing.ts'

export const acknowledgeReminder = action({
  id: acknowledgeReminderId,
  value: noticeId,
  who: 'convenor',
  group: async (app, _caller, id) => (await reminderStanding(app, id)).group,
  async run(app, caller, id) {
    const { slackId, message } = caller
    const answer = { notice: id, member: memberBehind(caller).id, slackId }
    await app.notices.acknowledge(answer, { by: actedBy(caller), ...(message !== undefined && { message }) })
    return nothing
  },
})

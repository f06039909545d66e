// "Acknowledge" in a message in person, for the reminder that stands in the group's channel.
import { actedBy } from '../../src/contract/acted-by.ts'
import { action } from '../../src/contract/action.ts'
import { memberBehind } from '../../src/contract/caller.ts'
import { nothing } from '../../src/contract/reply.ts'
import { acknowledgeAskedId } from '../../src/views/asks-message.ts'
import { noticeId, reminderStanding } from './reminder-standing.ts'

export const acknowledgeAsked = action({
  id: acknowledgeAskedId,
  value: noticeId,
  who: 'convenor',
  group: async (app, _caller, id) => (await reminderStanding(app, id)).group,
  async run(app, caller, id) {
    const { slackId } = caller
    // Another may have been said since the message was: it is answered by the same press.
    const { group = '' } = await reminderStanding(app, id)
    const newest = (await app.notices.newestReminder(group)) ?? id
    // The button stands elsewhere than the reminder: where that is, this press does not tell.
    await app.notices.acknowledge(
      { notice: newest, member: memberBehind(caller).id, slackId },
      { by: actedBy(caller) },
    )
    return nothing
  },
})

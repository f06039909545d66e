// The convenor's "Acknowledge" under the week's reminder.
import { z } from 'zod'
import type { App } from '../../src/app.ts'
import { action } from '../../src/contract/action.ts'
import { memberBehind } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { nothing } from '../../src/contract/reply.ts'
import { mayStand } from '../../src/domain/notice/rules.ts'
import { acknowledgeReminderId } from '../../src/views/reminder-message.ts'

export const acknowledgeReminder = action({
  id: acknowledgeReminderId,
  value: z.string().regex(/^[\w.-]{1,64}$/),
  who: 'convenor',
  group: async (app, _caller, id) => (await reminder(app, id)).group,
  async run(app, caller, id) {
    const { slackId, message } = caller
    await app.notices.acknowledge({ notice: id, member: memberBehind(caller).id, slackId }, message)
    return nothing
  },
})

/** The button was pressed under a message, so what nobody has said can't be meant. */
async function reminder(app: App, id: string) {
  const notice = await app.notices.byId(id)
  if (notice === undefined || notice.kind !== 'reminder' || !mayStand(notice))
    throw new UserError('refused.outdated-button')
  return notice
}

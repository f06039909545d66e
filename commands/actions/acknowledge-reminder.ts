// The convenor's "Acknowledge" under the week's reminder.
import { z } from 'zod'
import type { App } from '../../src/app.ts'
import { action } from '../../src/contract/action.ts'
import { memberBehind } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { nothing } from '../../src/contract/reply.ts'
import { acknowledgeReminderId } from '../../src/views/reminder-message.ts'

export const acknowledgeReminder = action({
  id: acknowledgeReminderId,
  value: z.string().min(1).max(64),
  who: 'convenor',
  group: async (app, _caller, id) => (await reminder(app, id)).group,
  async run(app, caller, id) {
    await app.notices.acknowledge({ notice: id, member: memberBehind(caller).id, slackId: caller.slackId })
    return nothing
  },
})

async function reminder(app: App, id: string) {
  const notice = await app.notices.byId(id)
  if (notice === undefined || notice.kind !== 'reminder') throw new UserError('refused.outdated-button')
  return notice
}

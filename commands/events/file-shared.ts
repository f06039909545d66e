// A file was dropped into the conversation with the bot.
import { UserError } from '../../src/contract/errors.ts'
import { slackEvent } from '../../src/contract/event.ts'
import { ephemeral, nothing } from '../../src/contract/reply.ts'
import { isSecretariat } from '../../src/domain/member/rules.ts'
import { droppedList, previewOf, secretariatNames } from './dropped-list.ts'

export const fileShared = slackEvent({
  type: 'file_shared',
  async run(app, caller, { file_id: id, channel_id: channel }) {
    // What people share with each other in a group's channel is no business of the bot's.
    if (typeof id !== 'string' || typeof channel !== 'string' || !channel.startsWith('D')) return nothing
    if ((await app.committees.get()) === undefined) throw new UserError('committee.none')
    if (!isSecretariat(caller.roles))
      throw new UserError('import.only-secretariat', { names: await secretariatNames(app, caller) })
    const dropped = await droppedList(app, caller, id)
    if (!dropped.ok) return ephemeral(dropped.answer)
    return ephemeral(previewOf(dropped, await app.imports.preview(dropped.list), caller))
  },
})

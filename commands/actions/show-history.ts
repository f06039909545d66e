// "All dates" on a standard's card.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { historyMessage } from '../../src/views/history-message.ts'
import { showHistoryId } from '../../src/views/running-lines.ts'
import { historyOf } from '../slash/history-of.ts'

export const showHistory = action({
  id: showHistoryId,
  value: z.string().regex(/^[\w.-]{1,64}$/),
  who: 'anyone',
  async run(app, caller, id) {
    return ephemeral(historyMessage(await historyOf(app, id), caller.zone, caller.language))
  },
})

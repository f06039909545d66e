// "Open" under a message about what has moved; the message stays as it is.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { openStandardId } from '../../src/views/moves-message.ts'
import { cardBehind, cardFor } from '../slash/standard-card-for.ts'

export const openStandard = action({
  id: openStandardId,
  value: z.string().regex(/^[\w.-]{1,64}$/),
  who: 'anyone',
  async run(app, caller, id) {
    const card = await cardBehind(app, caller, id)
    return ephemeral(await cardFor(app, caller, card))
  },
})

// "Follow" on a standard's card, or beside one of several hits.

import { z } from 'zod'
import { actedBy } from '../../src/contract/acted-by.ts'
import { action } from '../../src/contract/action.ts'
import { replace } from '../../src/contract/reply.ts'
import { followStandardId } from '../../src/views/follow-row.ts'
import { checkFollowed } from '../slash/follow-words.ts'
import { cardBehind, cardFor } from '../slash/standard-card-for.ts'

export const followStandard = action({
  id: followStandardId,
  value: z.string().regex(/^[\w.-]{1,64}$/),
  who: 'member',
  async run(app, caller, id) {
    const card = await cardBehind(app, caller, id)
    checkFollowed(await app.follows.followStandard(actedBy(caller), card.standard, caller.language))
    return replace(await cardFor(app, caller, card))
  },
})

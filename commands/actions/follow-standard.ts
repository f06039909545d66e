// "Follow" on a standard's card, or beside one of several hits.

import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { memberBehind } from '../../src/contract/caller.ts'
import { replace } from '../../src/contract/reply.ts'
import { followStandardId } from '../../src/views/follow-row.ts'
import { checkFollowed } from '../slash/follow-words.ts'
import { cardBehind, cardFor } from '../slash/standard-card-for.ts'

export const followStandard = action({
  id: followStandardId,
  value: z.string().regex(/^[\w.-]{1,64}$/),
  who: 'member',
  async run(app, caller, id) {
    const member = memberBehind(caller)
    const card = await cardBehind(app, caller, id)
    checkFollowed(await app.follows.followStandard(member.id, card.standard, caller.language))
    return replace(await cardFor(app, caller, card))
  },
})

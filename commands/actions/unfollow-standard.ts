// "Unfollow" on a standard's card.

import { z } from 'zod'
import { actedBy } from '../../src/contract/acted-by.ts'
import { action } from '../../src/contract/action.ts'
import { replace } from '../../src/contract/reply.ts'
import { unfollowStandardId } from '../../src/views/follow-row.ts'

import { cardBehind, cardFor } from '../slash/standard-card-for.ts'

export const unfollowStandard = action({
  id: unfollowStandardId,
  value: z.string().regex(/^[\w.-]{1,64}$/),
  who: 'member',
  async run(app, caller, id) {
    const card = await cardBehind(app, caller, id)
    await app.follows.unfollowStandard(actedBy(caller), card.standard)
    return replace(await cardFor(app, caller, card))
  },
})

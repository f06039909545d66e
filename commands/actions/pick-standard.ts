// The "Open" button beside one of several hits.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { replace } from '../../src/contract/reply.ts'
import { pickStandardId } from '../../src/views/standard-list.ts'
import { cardBehind, cardFor } from '../slash/standard-card-for.ts'

export const pickStandard = action({
  id: pickStandardId,
  value: z.string().regex(/^[\w.-]{1,64}$/),
  who: 'anyone',
  async run(app, caller, id) {
    const card = await cardBehind(app, caller, id)
    return replace(await cardFor(app, caller, card))
  },
})

// The "Open" button beside one of several hits.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { UserError } from '../../src/contract/errors.ts'
import { replace } from '../../src/contract/reply.ts'
import { dayIn } from '../../src/domain/calendar/day.ts'
import { standardCard } from '../../src/views/standard-card.ts'
import { pickStandardId } from '../../src/views/standard-list.ts'

export const pickStandard = action({
  id: pickStandardId,
  value: z.string().regex(/^[\w.-]{1,64}$/),
  who: 'anyone',
  async run(app, caller, id) {
    const today = dayIn(caller.zone, app.now())
    const card = await app.standards.card(id, today)
    if (card === undefined) throw new UserError('standard.gone')
    return replace(standardCard(card, today, caller.language))
  },
})

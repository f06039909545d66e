// "Offers" on the Home tab.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { openOffersId } from '../../src/views/plan-buttons.ts'
import { offersAnswer } from '../slash/offers-waiting.ts'

export const openOffers = action({
  id: openOffersId,
  value: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number),
  who: 'any-convenor-or-chair',
  run: async (app, caller, year) => ephemeral(await offersAnswer(app, caller, { year, isWhole: false })),
})

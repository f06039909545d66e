// "Previous" and "Next" below the offers of a year.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { replace } from '../../src/contract/reply.ts'
import { pageOffersId } from '../../src/views/offer-list.ts'
import { offersAnswer } from '../slash/offers-waiting.ts'

export const pageOffers = action({
  id: pageOffersId,
  value: jsonValue(z.strictObject({ year: z.int().min(1980).max(2200), page: z.int().min(1).max(100_000) })),
  who: 'chair-or-secretariat',
  run: async (app, caller, asked) => replace(await offersAnswer(app, caller, { ...asked, isWhole: true })),
})

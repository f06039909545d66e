// The secretariat's "Offer to 3 groups" below what would be offered.

import { z } from 'zod'
import { actedBy } from '../../src/contract/acted-by.ts'
import { action } from '../../src/contract/action.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { replace } from '../../src/contract/reply.ts'
import { offerGoalsId, offerPreview, offersSent } from '../../src/views/offer-preview.ts'

export const offerGoals = action({
  id: offerGoalsId,
  value: jsonValue(
    z.strictObject({ year: z.int().min(1980).max(2200), seen: z.string().regex(/^[\d: ]{1,400}$/) }),
  ),
  who: 'secretariat',
  async run(app, caller, { year, seen }) {
    const offers = await app.goals.offerSeen(year, seen, actedBy(caller))
    if (offers === undefined || offers.length === 0)
      return replace(offerPreview(await app.goals.meant(year), offers === undefined, caller.language))
    return replace(offersSent(year, offers.length, caller.language))
  },
})

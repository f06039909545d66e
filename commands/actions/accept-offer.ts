// The convenor's "Accept all": what of the offer still waits for an answer.

import { z } from 'zod'
import type { App } from '../../src/app.ts'
import { actedBy } from '../../src/contract/acted-by.ts'
import { action } from '../../src/contract/action.ts'
import { UserError } from '../../src/contract/errors.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { ephemeral, nothing, replace } from '../../src/contract/reply.ts'
import { acceptOfferId } from '../../src/views/offered-goal.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { waitingAnswer } from '../slash/offers-waiting.ts'
import { plainId } from './offer-asked.ts'

export const acceptOffer = action({
  id: acceptOfferId,
  value: jsonValue(z.strictObject({ offer: plainId, isListed: z.literal(true).exactOptional() })),
  who: 'convenor',
  group: async (app, _caller, { offer }) => (await offered(app, offer)).group,
  async run(app, caller, { offer, isListed }) {
    const { group } = await offered(app, offer)
    const accepted = (await app.goals.acceptAll(offer, actedBy(caller))) ?? []
    if (isListed !== true && accepted.length > 0) return nothing
    const told =
      accepted.length > 0
        ? plainMessage('answer.accepted-all', { group, count: accepted.length }, caller.language)
        : plainMessage('answer.all-answered', {}, caller.language)
    return isListed === true ? replace(await waitingAnswer(app, caller, told.text)) : ephemeral(told)
  },
})

async function offered(app: App, id: string) {
  const offer = await app.goals.offerById(id)
  if (offer === undefined) throw new UserError('refused.outdated-button')
  return offer
}

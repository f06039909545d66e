// "Quiet hours…", which asks when and how often somebody wants to hear.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { memberBehind } from '../../src/contract/caller.ts'
import { askHearingId } from '../../src/views/hearing-message.ts'
import { hearingModal } from '../../src/views/hearing-modal.ts'

export const askHearing = action({
  id: askHearingId,
  value: z.literal('mine'),
  who: 'member',
  async run(app, caller) {
    const heard = await app.hearing.of(memberBehind(caller).id)
    return { kind: 'modal', view: hearingModal(heard, caller.zone, caller.language) }
  },
})

// The convenor's "Decline…" beside an offered goal: it opens a modal that asks for the reason.
import { action } from '../../src/contract/action.ts'
import { askDeclineId } from '../../src/views/offered-goal.ts'
import { askReason } from './ask-reason.ts'
import { offerAsked } from './offer-asked.ts'

export const askDeclineGoal = action({
  id: askDeclineId,
  value: offerAsked,
  who: 'convenor',
  group: async (_app, _caller, { group }) => group,
  run: (app, caller, asked) => askReason(app, caller, asked, 'decline'),
})

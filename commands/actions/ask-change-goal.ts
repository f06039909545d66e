// The convenor's "Ask for a change…" beside an offered goal: it opens a modal that asks for the reason.
import { action } from '../../src/contract/action.ts'
import { askChangeId } from '../../src/views/offered-goal.ts'
import { askReason } from './ask-reason.ts'
import { offerAsked } from './offer-asked.ts'

export const askChangeGoal = action({
  id: askChangeId,
  value: offerAsked,
  who: 'convenor',
  group: async (_app, _caller, { group }) => group,
  run: (app, caller, asked) => askReason(app, caller, asked, 'ask-change'),
})

// The convenor's "Accept" beside an offered goal.
import { actedBy } from '../../src/contract/acted-by.ts'
import { action } from '../../src/contract/action.ts'
import { acceptGoalId } from '../../src/views/offered-goal.ts'
import { afterAnswer, offerAsked } from './offer-asked.ts'

export const acceptGoal = action({
  id: acceptGoalId,
  value: offerAsked,
  // Not the secretariat, which offers: a group takes a goal on by its own word.
  who: 'convenor',
  group: async (_app, _caller, { group }) => group,
  async run(app, caller, asked) {
    const { goal, group } = asked
    const outcome = await app.goals.answer(goal, group, { word: 'accept' }, actedBy(caller))
    return afterAnswer(app, caller, asked, outcome?.ok === true)
  },
})

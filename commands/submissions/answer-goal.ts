// A change that is asked for, or a refusal, with its reason, from the modal that the buttons beside an offered goal open.

import { z } from 'zod'
import { actedBy } from '../../src/contract/acted-by.ts'
import { ephemeral, type Reply } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import { longestReason } from '../../src/domain/goal/deciding.ts'
import { answerGoalId, answerWhyBlock } from '../../src/views/answer-goal-modal.ts'
import { afterAnswer, offerAskedFields } from '../actions/offer-asked.ts'

export const answerGoal = submission({
  id: answerGoalId,
  meta: z.strictObject({ ...offerAskedFields, word: z.enum(['ask-change', 'decline']) }),
  fields: z.object({ [answerWhyBlock]: z.string().trim().min(1).max(longestReason) }),
  who: 'convenor',
  group: async (_app, _caller, { meta }) => meta.group,
  async run(app, caller, { meta, fields }): Promise<Reply> {
    const { word, ...asked } = meta
    const answer = { word, why: fields[answerWhyBlock] }
    const outcome = await app.goals.answer(asked.goal, asked.group, answer, actedBy(caller))
    const reply = await afterAnswer(app, caller, asked, outcome?.ok === true)
    // A modal stands in no message that could be replaced.
    return reply.kind === 'replace' ? ephemeral(reply.message) : reply
  },
})

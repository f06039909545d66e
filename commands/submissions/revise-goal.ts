// "Change" in the modal that "Change…" below a goal opens.

import { z } from 'zod'
import { actedBy } from '../../src/contract/acted-by.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import { isAsItWas, longestReason } from '../../src/domain/goal/deciding.ts'
import { changeGoalId, goalWhyBlock } from '../../src/views/goal-modal.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { plainId } from '../actions/offer-asked.ts'
import { ended, goalBehind } from '../slash/goal-modals.ts'
import { answerSaved } from '../slash/plan-answer.ts'
import { goalFields, goalFilledIn } from './goal-fields.ts'

export const reviseGoal = submission({
  id: changeGoalId,
  meta: z.strictObject({ goal: plainId, seen: z.int().min(0) }),
  fields: z.object({ ...goalFields, [goalWhyBlock]: z.string().trim().min(1).max(longestReason) }),
  who: 'secretariat',
  async run(app, caller, { meta, fields }) {
    const before = await goalBehind(app, meta.goal)
    const own = before.groups.map(({ group }) => group)
    const { year, ...filled } = await goalFilledIn(app, before.year, fields, { ...before, groups: own })
    const isAsSeen = (await app.goals.timesChanged(before)) === meta.seen
    if (isAsSeen && isAsItWas(before, filled)) throw new UserError('goal.as-it-was', { goal: before.id })
    const by = { ...actedBy(caller), why: fields[goalWhyBlock], seen: meta.seen }
    const goal = await app.goals.revise(before.id, { dueOn: undefined, ...filled }, by)
    if (goal === undefined) {
      const now = await goalBehind(app, before.id)
      throw now.state === 'open' ? new UserError('goal.moved-on', { goal: now.id }) : ended(now)
    }
    const count = goal.groups.filter(({ state }) => state === 'draft').length
    const key = count > 0 ? 'goal.revised-offer' : 'goal.revised'
    const told = plainMessage(key, { goal: goal.id, count }, caller.language)
    const card = await answerSaved(app, caller, { year, what: goal.id })
    return ephemeral({ text: told.text, blocks: [...told.blocks, ...card.blocks] })
  },
})

// "Set" in the modal that "New goal…" below a point opens.

import { z } from 'zod'
import { actedBy } from '../../src/contract/acted-by.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import { pointsOf } from '../../src/domain/plan/rules.ts'
import { makeGoalId } from '../../src/views/goal-modal.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { answerSaved } from '../slash/plan-answer.ts'
import { goalFields, goalFilledIn } from './goal-fields.ts'

export const makeGoal = submission({
  id: makeGoalId,
  meta: z.strictObject({ year: z.int().min(1980).max(2200), point: z.string().min(1).max(100) }),
  fields: z.object(goalFields),
  who: 'secretariat',
  async run(app, caller, { meta, fields }) {
    const { year } = meta
    const plan = (await app.plans.all()).find((one) => one.year === year)
    const texts = plan && pointsOf(plan).find(({ point }) => point.id === meta.point)?.point.texts
    const given = await goalFilledIn(app, year, fields, { ...(texts && { texts }), groups: [] })
    const groups = given.groups ?? []
    const goal = await app.goals.make({ ...given, groups }, actedBy(caller))
    const key = groups.length > 0 ? 'goal.made' : 'goal.made-no-group'
    const told = plainMessage(key, { goal: goal.id, year: String(year) }, caller.language)
    const card = await answerSaved(app, caller, { year, what: goal.id })
    return ephemeral({ text: told.text, blocks: [...told.blocks, ...card.blocks] })
  },
})

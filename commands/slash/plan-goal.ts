// /plan goal 2.3
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { permit } from '../../src/contract/permit.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { newGoalReply } from './goal-modals.ts'
import { planAnswer } from './plan-answer.ts'
import { planMeant } from './plan-meant.ts'
import { parsePlanWords } from './plan-words.ts'

export const planGoal = slashCommand({
  command: '/plan',
  verb: 'goal',
  otherVerbs: ['目标'],
  summary: 'help.plan-goal',
  usage: ['/plan goal 2.3'],
  // `/plan goal g7` names a goal as people do, which anyone may look at.
  who: 'anyone',
  parse(text) {
    const words = parsePlanWords(text)
    if (words.what === '') throw new UserError('goal.ask')
    return words
  },
  async run(app, caller, words) {
    const meant = await planMeant(app, words)
    if (meant.kind === 'goal') return ephemeral(await planAnswer(app, caller, words))
    await permit(app, 'secretariat', caller, undefined)
    if (meant.kind !== 'point') throw new UserError('goal.not-a-point', { asked: words.what })
    return newGoalReply(app, caller, meant.trace.plan, meant.point.point)
  },
})

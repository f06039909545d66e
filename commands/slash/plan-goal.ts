// /plan goal 2.3
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
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
  chineseUsage: ['/plan 目标 2.3'],
  who: 'secretariat',
  parse(text) {
    const words = parsePlanWords(text)
    if (words.what === '') throw new UserError('goal.ask')
    return words
  },
  // `/plan goal g7` names a goal as people do.
  isForAll: async (app, _caller, words) => (await planMeant(app, words)).kind === 'goal',
  async run(app, caller, words) {
    const meant = await planMeant(app, words)
    if (meant.kind === 'goal') return ephemeral(await planAnswer(app, caller, words))
    if (meant.kind !== 'point') throw new UserError('goal.not-a-point', { asked: words.what })
    return newGoalReply(app, caller, meant.trace.plan, meant.point.point)
  },
})

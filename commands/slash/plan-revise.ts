// /plan revise g7
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { goalMeant } from './goal-meant.ts'
import { reviseGoalReply } from './goal-modals.ts'
import { parsePlanWords } from './plan-words.ts'

export const planRevise = slashCommand({
  command: '/plan',
  verb: 'revise',
  otherVerbs: ['修改'],
  summary: 'help.plan-revise',
  usage: ['/plan revise g7'],
  chineseUsage: ['/plan 修改 g7'],
  who: 'secretariat',
  parse(text) {
    const words = parsePlanWords(text)
    if (words.what === '') throw new UserError('goal.which')
    return words
  },
  run: async (app, caller, words) => reviseGoalReply(app, caller, await goalMeant(app, words)),
})

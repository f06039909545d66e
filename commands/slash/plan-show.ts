// /plan 2.3
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { planAnswer } from './plan-answer.ts'
import { parsePlanWords } from './plan-words.ts'

export const planShow = slashCommand({
  command: '/plan',
  alsoCalled: ['要点', '工作要点'],
  summary: 'help.plan',
  usage: ['/plan', '/plan 2024', '/plan 2', '/plan 2.3', '/plan g7'],
  who: 'anyone',
  parse: parsePlanWords,
  run: async (app, caller, words) => ephemeral(await planAnswer(app, caller, words)),
})

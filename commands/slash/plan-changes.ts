// /plan changes 2024 g7
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { changesAnswer } from './changes-answer.ts'
import { parsePlanWords } from './plan-words.ts'

export const planChanges = slashCommand({
  command: '/plan',
  verb: 'changes',
  otherVerbs: ['变更', '变更记录'],
  summary: 'help.plan-changes',
  usage: ['/plan changes', '/plan changes 2024', '/plan changes g7', '/plan changes 2.3'],
  chineseUsage: ['/plan 变更', '/plan 变更 2024', '/plan 变更 g7'],
  who: 'anyone',
  parse: parsePlanWords,
  run: async (app, caller, words) => ephemeral(await changesAnswer(app, caller, { ...words, page: 1 })),
})

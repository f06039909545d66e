// /plan close g7 because the standard is published
import { slashCommand } from '../../src/contract/command.ts'
import { endGoalReply } from './goal-ending.ts'
import { parseEnding } from './goal-ending-words.ts'

export const planClose = slashCommand({
  command: '/plan',
  verb: 'close',
  otherVerbs: ['完成'],
  summary: 'help.plan-close',
  usage: ['/plan close g7 because the standard is published', '/plan close g7'],
  chineseUsage: ['/plan 完成 g7 因为标准已发布', '/plan 完成 g7'],
  who: 'secretariat',
  parse: (text) => parseEnding(text, 'ending.ask-close'),
  run: (app, caller, asked) => endGoalReply(app, caller, asked, 'closed'),
})

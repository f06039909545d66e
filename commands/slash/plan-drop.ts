// /plan drop g7 because the project was stopped
import { slashCommand } from '../../src/contract/command.ts'
import { endGoalReply } from './goal-ending.ts'
import { parseEnding } from './goal-ending-words.ts'

export const planDrop = slashCommand({
  command: '/plan',
  verb: 'drop',
  otherVerbs: ['取消'],
  summary: 'help.plan-drop',
  usage: ['/plan drop g7 because the project was stopped', '/plan drop g7'],
  chineseUsage: ['/plan 取消 g7 因为项目终止', '/plan 取消 g7'],
  who: 'secretariat',
  parse: (text) => parseEnding(text, 'ending.ask-drop'),
  run: (app, caller, asked) => endGoalReply(app, caller, asked, 'dropped'),
})

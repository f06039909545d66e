// /plan add g7
import { slashCommand } from '../../src/contract/command.ts'
import { parsePlanWords } from './plan-words.ts'
import { goalNeeded, groupToBreakDown } from './work-meant.ts'
import { openAddWork } from './work-modals.ts'

export const planAdd = slashCommand({
  command: '/plan',
  verb: 'add',
  otherVerbs: ['添加', '分解'],
  summary: 'help.plan-add',
  usage: ['/plan add g7'],
  chineseUsage: ['/plan 添加 g7'],
  who: 'convenor-or-secretariat',
  group: async (app, caller, words) => groupToBreakDown(caller, await goalNeeded(app, words)),
  parse: parsePlanWords,
  run: async (app, caller, words) => openAddWork(app, caller, await goalNeeded(app, words)),
})

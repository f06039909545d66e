// /plan assign w3
import { slashCommand } from '../../src/contract/command.ts'
import { parsePlanWords } from './plan-words.ts'
import { belowNeeded, groupBelow } from './work-meant.ts'
import { openAddAssignment } from './work-modals.ts'

export const planAssign = slashCommand({
  command: '/plan',
  verb: 'assign',
  otherVerbs: ['分派', '派任务'],
  summary: 'help.plan-assign',
  usage: ['/plan assign w3', '/plan assign g7'],
  chineseUsage: ['/plan 分派 w3', '/plan 分派 g7'],
  who: 'convenor-or-secretariat',
  group: async (app, caller, words) => groupBelow(caller, await belowNeeded(app, words)),
  parse: parsePlanWords,
  run: async (app, caller, words) => openAddAssignment(app, caller, await belowNeeded(app, words)),
})

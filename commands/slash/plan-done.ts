// /plan done w3
import { slashCommand } from '../../src/contract/command.ts'
import { parsePlanWords } from './plan-words.ts'
import { itemNeeded } from './work-meant.ts'
import { openFinishWork } from './work-modals.ts'

export const planDone = slashCommand({
  command: '/plan',
  verb: 'done',
  otherVerbs: ['成果', '结果'],
  summary: 'help.plan-done',
  usage: ['/plan done w3'],
  chineseUsage: ['/plan 成果 w3'],
  who: 'convenor-or-secretariat',
  group: async (app, _caller, words) => (await itemNeeded(app, words)).group,
  parse: parsePlanWords,
  run: async (app, caller, words) => openFinishWork(app, caller, await itemNeeded(app, words)),
})

// /plan step w3
import { slashCommand } from '../../src/contract/command.ts'
import { parsePlanWords } from './plan-words.ts'
import { itemNeeded } from './work-meant.ts'
import { openTakeStep } from './work-modals.ts'

export const planStep = slashCommand({
  command: '/plan',
  verb: 'step',
  otherVerbs: ['步骤'],
  summary: 'help.plan-step',
  usage: ['/plan step w3'],
  chineseUsage: ['/plan 步骤 w3'],
  who: 'convenor-or-secretariat',
  group: async (app, _caller, words) => (await itemNeeded(app, words)).group,
  parse: parsePlanWords,
  run: async (app, caller, words) => openTakeStep(app, caller, await itemNeeded(app, words)),
})

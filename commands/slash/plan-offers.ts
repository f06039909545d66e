// /plan offers
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { offersAnswer } from './offers-waiting.ts'
import { parsePlanWords } from './plan-words.ts'

export const planOffers = slashCommand({
  command: '/plan',
  verb: 'offers',
  otherVerbs: ['答复', '征询'],
  summary: 'help.plan-offers',
  usage: ['/plan offers', '/plan offers 2024'],
  chineseUsage: ['/plan 征询', '/plan 征询 2024'],
  who: 'any-convenor-or-chair',
  parse: parsePlanWords,
  run: async (app, caller, { year }) =>
    // With a year it is the whole that the secretariat asks for.
    ephemeral(await offersAnswer(app, caller, { year, isWhole: year !== undefined })),
})

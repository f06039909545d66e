// /plan offer
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { offerPreview } from '../../src/views/offer-preview.ts'
import { planMeant } from './plan-meant.ts'
import { parsePlanWords } from './plan-words.ts'

export const planOffer = slashCommand({
  command: '/plan',
  verb: 'offer',
  otherVerbs: ['提出'],
  summary: 'help.plan-offer',
  usage: ['/plan offer', '/plan offer 2024'],
  chineseUsage: ['/plan 提出', '/plan 提出 2024'],
  who: 'secretariat',
  parse: parsePlanWords,
  async run(app, caller, { year }) {
    const { trace } = await planMeant(app, { what: '', ...(year !== undefined && { year }) })
    return ephemeral(offerPreview(await app.goals.meant(trace.plan.year), false, caller.language))
  },
})

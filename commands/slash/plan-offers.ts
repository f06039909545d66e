// /plan offers
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { isSecretariat } from '../../src/domain/member/rules.ts'
import { offersMade } from '../../src/views/offer-list.ts'
import { groupsLed, waitingAnswer } from './offers-waiting.ts'
import { planMeant } from './plan-meant.ts'
import { parsePlanWords } from './plan-words.ts'

export const planOffers = slashCommand({
  command: '/plan',
  verb: 'offers',
  otherVerbs: ['答复', '征询'],
  summary: 'help.plan-offers',
  usage: ['/plan offers', '/plan offers 2024'],
  who: 'anyone',
  parse: parsePlanWords,
  async run(app, caller, { year }) {
    const led = groupsLed(caller)
    const isOfSecretariat = isSecretariat(caller.roles)
    // Whoever is both answers first; with a year it is the whole that they ask for.
    if (led.length > 0 && !(isOfSecretariat && year !== undefined)) {
      const isWaiting = (await app.goals.waiting(led)).length > 0
      if (isWaiting || !isOfSecretariat) return ephemeral(await waitingAnswer(app, caller))
    }
    if (!isOfSecretariat) throw new UserError('offers.not-yours')
    const { trace } = await planMeant(app, { what: '', ...(year !== undefined && { year }) })
    const made = await app.goals.offered(trace.plan.year)
    return ephemeral(offersMade(made, trace.plan.year, caller.zone, caller.language))
  },
})

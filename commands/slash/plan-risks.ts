// /plan risks
import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral, type Message } from '../../src/contract/reply.ts'
import { pointsAtRisk } from '../../src/domain/plan/risks.ts'
import { risksMessage } from '../../src/views/risks-message.ts'
import { traceOfYear } from './plan-meant.ts'
import { parsePlanWords } from './plan-words.ts'

export const planRisks = slashCommand({
  command: '/plan',
  verb: 'risks',
  otherVerbs: ['risk', '风险'],
  summary: 'help.plan-risks',
  usage: ['/plan risks', '/plan risks 2024'],
  chineseUsage: ['/plan 风险', '/plan 风险 2024'],
  who: 'anyone',
  parse: parsePlanWords,
  run: async (app, caller, { year }) => ephemeral(await risksAnswer(app, caller, year)),
})

/** Which points of a year's plan are at risk today. @throws UserError where that year has no plan */
export async function risksAnswer(app: App, { language }: Caller, year?: number): Promise<Message> {
  const trace = await traceOfYear(app, year)
  const today = await app.plans.today()
  return risksMessage(trace, pointsAtRisk(trace, today), today, language)
}

// /plan risks
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { pointsAtRisk } from '../../src/domain/plan/risks.ts'
import { planRisks } from '../../src/views/plan-risks.ts'
import { traceOfYear } from './plan-meant.ts'
import { parsePlanWords } from './plan-words.ts'

export const planRisksShow = slashCommand({
  command: '/plan',
  verb: 'risks',
  otherVerbs: ['risk', '风险'],
  summary: 'help.plan-risks',
  usage: ['/plan risks', '/plan risks 2024'],
  who: 'anyone',
  parse: parsePlanWords,
  async run(app, { language }, { year }) {
    const trace = await traceOfYear(app, year)
    const today = await app.plans.today()
    return ephemeral(planRisks(trace, pointsAtRisk(trace, today), today, language))
  },
})

// /plan 2.3
import { slashCommand } from '../../src/contract/command.ts'
import { route } from '../../src/contract/dispatch.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { planAnswer } from './plan-answer.ts'
import { planChanges } from './plan-changes.ts'
import { planEnd } from './plan-end.ts'
import { planGaps } from './plan-gaps.ts'
import { planGoal } from './plan-goal.ts'
import { planOffer } from './plan-offer.ts'
import { planOffers } from './plan-offers.ts'
import { planPipeline } from './plan-pipeline.ts'
import { planRisks } from './plan-risks.ts'
import { planSummary } from './plan-summary.ts'
import { parsePlanWords } from './plan-words.ts'

/** `/plan 2024 gaps` is said as often as `/plan gaps 2024`. */
const behindYear = [
  planChanges,
  planEnd,
  planGaps,
  planGoal,
  planOffer,
  planOffers,
  planPipeline,
  planRisks,
  planSummary,
]

export const planShow = slashCommand({
  command: '/plan',
  alsoCalled: ['要点', '工作要点'],
  named: /^[gw]\d+(?![\w.-])/iu,
  summary: 'help.plan',
  usage: ['/plan', '/plan 2024', '/plan 2', '/plan 2.3', '/plan g7'],
  who: 'anyone',
  parse: parsePlanWords,
  async run(app, caller, words) {
    const { year, what } = words
    const meant = year === undefined ? undefined : route(behindYear, '/plan', what)
    if (meant !== undefined) return meant.handler.answer(app, caller, `${year} ${meant.text}`.trim())
    return ephemeral(await planAnswer(app, caller, words))
  },
})

// /plan end 2024
import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral, type Message } from '../../src/contract/reply.ts'
import { isSecretariat } from '../../src/domain/member/rules.ts'
import type { Plan } from '../../src/domain/plan/rules.ts'
import type { PlanTrace } from '../../src/domain/plan/trace.ts'
import { type YearEnd, yearEnd } from '../../src/domain/plan/year-end.ts'
import { yearEndMessage } from '../../src/views/year-end.ts'
import { traceOfYear } from './plan-meant.ts'
import { parsePlanWords } from './plan-words.ts'

export const planEnd = slashCommand({
  command: '/plan',
  verb: 'end',
  otherVerbs: ['年终', '结转'],
  summary: 'help.plan-end',
  usage: ['/plan end', '/plan end 2024'],
  chineseUsage: ['/plan 年终', '/plan 年终 2024'],
  who: 'anyone',
  parse: parsePlanWords,
  run: async (app, caller, { year }) => ephemeral(await endAnswer(app, caller, year)),
})

/** A year that comes to its end, and the plan of the next one. */
export type Ending = { trace: PlanTrace; end: YearEnd; next?: Plan }

/** @throws UserError where that year has no plan */
export async function endingOf(app: App, year?: number): Promise<Ending> {
  const trace = await traceOfYear(app, year)
  const next = (await app.plans.all()).find((plan) => plan.year === trace.plan.year + 1)
  return { trace, end: yearEnd(trace, next), ...(next && { next }) }
}

/** What the end of a year makes of each goal; `note` tells what was just done. @throws UserError where that year has no plan */
export async function endAnswer(app: App, caller: Caller, year?: number, note?: string): Promise<Message> {
  const { trace, end, next } = await endingOf(app, year)
  const changes = await app.plans.changes(trace.plan.year)
  const told = {
    closedWhy: new Map(
      changes.flatMap(({ kind, subject, why }) =>
        kind === 'goal-closed' && why !== undefined ? [[subject, why] as const] : [],
      ),
    ),
    kinds: await app.work.kinds(),
    isSecretariat: isSecretariat(caller.roles),
    ...(note !== undefined && { note }),
  }
  return yearEndMessage(trace, end, next, told, caller.language)
}

// /plan gaps WG8
import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral, type Message } from '../../src/contract/reply.ts'
import { gapsOfGroup } from '../../src/domain/plan/gaps.ts'
import { gapsMessage } from '../../src/views/gaps-message.ts'
import { traceOfYear } from './plan-meant.ts'
import { parsePlanWords } from './plan-words.ts'
import { groupNeeded } from './wg-meant.ts'

export const planGaps = slashCommand({
  command: '/plan',
  verb: 'gaps',
  otherVerbs: ['gap', '缺口', '空白'],
  summary: 'help.plan-gaps',
  usage: ['/plan gaps', '/plan gaps 2024', '/plan gaps WG8'],
  who: 'anyone',
  parse: parsePlanWords,
  run: async (app, caller, { year, what }) => ephemeral(await gapsAnswer(app, caller, what, year)),
})

export async function gapsAnswer(app: App, caller: Caller, group: string, year?: number): Promise<Message> {
  const trace = await traceOfYear(app, year)
  const gaps = await app.plans.gaps(trace)
  const found = group === '' ? undefined : await groupNeeded(app, caller, group)
  const told = { year: trace.plan.year, today: await app.plans.today() }
  if (found === undefined) return gapsMessage(gaps, told, caller.language)
  return gapsMessage(gapsOfGroup(gaps, found.code), { ...told, group: found.code }, caller.language)
}

// /plan gaps WG8
import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral, type Message } from '../../src/contract/reply.ts'
import { isSecretariat } from '../../src/domain/member/rules.ts'
import { gapsOfGroup } from '../../src/domain/plan/gaps.ts'
import type { GapKind } from '../../src/views/gap-rows.ts'
import { gapsMessage, gapsOfKind } from '../../src/views/gaps-message.ts'
import { traceOfYear } from './plan-meant.ts'
import { parsePlanWords } from './plan-words.ts'
import { groupNeeded } from './wg-meant.ts'

export const planGaps = slashCommand({
  command: '/plan',
  verb: 'gaps',
  otherVerbs: ['gap', '缺口', '空白'],
  summary: 'help.plan-gaps',
  usage: ['/plan gaps', '/plan gaps 2024', '/plan gaps WG8'],
  chineseUsage: ['/plan 缺口', '/plan 缺口 2024', '/plan 缺口 WG8'],
  who: 'anyone',
  parse: parsePlanWords,
  run: async (app, caller, { year, what }) => ephemeral(await gapsAnswer(app, caller, what, year)),
})

/**
 * The gaps of a year's plan, or of one group's part in it; of one kind, page by page, where one is named.
 * @throws UserError where that year has no plan, or nobody is called so
 */
export async function gapsAnswer(
  app: App,
  caller: Caller,
  group: string,
  year?: number,
  of?: { kind: GapKind; page: number },
): Promise<Message> {
  const trace = await traceOfYear(app, year)
  const all = await app.plans.gaps(trace)
  const found = group === '' ? undefined : await groupNeeded(app, caller, group)
  const gaps = found === undefined ? all : gapsOfGroup(all, found.code)
  const told = {
    year: trace.plan.year,
    today: await app.plans.today(),
    isSecretariat: isSecretariat(caller.roles),
    known: new Set(trace.goals.flatMap(({ goal, items }) => [goal.id, ...items.map(({ item }) => item.id)])),
    ...(found !== undefined && { group: found.code }),
  }
  return of === undefined
    ? gapsMessage(gaps, told, caller.language)
    : gapsOfKind(gaps, told, of, caller.language)
}

import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { isSecretariat } from '../../src/domain/member/rules.ts'
import { answersOwed, groupDesks, hasPart } from '../../src/domain/plan/desk.ts'
import { countGaps } from '../../src/domain/plan/gaps.ts'
import { pointsAtRisk } from '../../src/domain/plan/risks.ts'
import { convenorDesk, type Desk, secretariatDesk } from '../../src/views/plan-desk.ts'

/** What a person answers for in the plan in force: all of it, or the groups that they lead. Nothing, where nothing. */
export async function homeDesks(app: App, { roles, language }: Caller): Promise<Desk[]> {
  const leads = new Set(
    roles.flatMap(({ role, group }) => (role === 'convenor' || role === 'deputy' ? (group ?? []) : [])),
  )
  const isOfSecretariat = isSecretariat(roles)
  if (!isOfSecretariat && leads.size === 0) return []
  const trace = await app.plans.trace()
  if (trace === undefined) return []
  const today = await app.plans.today()
  const codes = (await app.groups.active()).map(({ code }) => code)
  const desks = groupDesks(trace, codes, today)
  const own = desks
    .filter((desk) => leads.has(desk.group) && hasPart(desk))
    .map((desk) => convenorDesk(trace, desk, language))
  if (!isOfSecretariat) return own
  const facts = {
    desks,
    gaps: countGaps(await app.plans.gaps(trace)),
    risks: pointsAtRisk(trace, today).length,
    waiting: answersOwed(trace),
  }
  return [secretariatDesk(trace, facts, language), ...own]
}

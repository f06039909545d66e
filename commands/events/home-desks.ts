import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { isSecretariat } from '../../src/domain/member/rules.ts'
import { answersOwed, changesWanted, groupDesks, hasPart, isAtWork } from '../../src/domain/plan/desk.ts'
import { pointsAtRisk } from '../../src/domain/plan/risks.ts'
import type { PlanTrace } from '../../src/domain/plan/trace.ts'
import { convenorDesk, type Desk, secretariatDesk } from '../../src/views/plan-desk.ts'

/**
 * What a person answers for in the plan in force, and in those of other years whose goals go on: all of it, or the groups
 * that they lead. Nothing, where nothing.
 */
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
  const others = await otherYears(app, trace)
  const own = [trace, ...others].flatMap((one) =>
    groupDesks(one, codes, today)
      .filter((desk) => leads.has(desk.group) && (one === trace ? hasPart(desk) : isAtWork(desk)))
      .map((desk) => convenorDesk(one, desk, language)),
  )
  if (!isOfSecretariat) return own
  const facts = {
    desks: groupDesks(trace, codes, today),
    gaps: await app.plans.gaps(trace),
    risks: pointsAtRisk(trace, today),
    today,
    waiting: answersOwed(trace),
    wanted: changesWanted(trace),
    otherYears: others.map((one) => ({
      year: one.plan.year,
      waiting: answersOwed(one) + changesWanted(one),
    })),
  }
  return [secretariatDesk(trace, facts, language), ...own]
}

/** The newest first: what is left of an old year is looked at last. */
async function otherYears(app: App, { plan }: PlanTrace): Promise<PlanTrace[]> {
  const open = (await app.plans.goals()).filter(({ state, year }) => state === 'open' && year !== plan.year)
  const years = [...new Set(open.map(({ year }) => year))].sort((a, b) => b - a)
  const traces = await Promise.all(years.map((year) => app.plans.trace(year)))
  return traces.filter((one) => one !== undefined)
}

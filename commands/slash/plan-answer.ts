import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Message } from '../../src/contract/reply.ts'
import type { Altered } from '../../src/domain/goal/altered.ts'
import { isSecretariat, leadsGroup } from '../../src/domain/member/rules.ts'
import { countGaps } from '../../src/domain/plan/gaps.ts'
import { liveGoals, type TracedGoal } from '../../src/domain/plan/trace.ts'
import { goalCard } from '../../src/views/goal-card.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { planArea, planHeading, planOverview } from '../../src/views/plan-overview.ts'
import { type PlanReader, pointCard } from '../../src/views/point-card.ts'
import { workCard } from '../../src/views/work-card.ts'
import { type PlanMeant, planMeant } from './plan-meant.ts'
import type { PlanWords } from './plan-words.ts'

/** What a person sees of a plan. @throws UserError where nothing is called so */
export async function planAnswer(app: App, caller: Caller, words: PlanWords): Promise<Message> {
  return shown(app, caller, await planMeant(app, words))
}

/** The same after something was put on record: what can't be shown then must not read as if it had been refused. */
export async function answerSaved(app: App, caller: Caller, words: PlanWords): Promise<Message> {
  try {
    return await planAnswer(app, caller, words)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return plainMessage('plan.saved', { what: words.what }, caller.language)
  }
}

async function shown(app: App, caller: Caller, meant: PlanMeant): Promise<Message> {
  const { language } = caller
  const { trace } = meant
  switch (meant.kind) {
    case 'whole':
      return planOverview(trace, countGaps(await app.plans.gaps(trace)), language)
    case 'area':
      return planArea(trace, meant.area, language)
    case 'heading':
      return planHeading(trace, meant.heading, language)
    case 'point':
      return pointCard(
        trace,
        meant.point,
        await app.work.kinds(),
        {
          ...readerOf(caller),
          today: await app.plans.today(),
          altered: await alteredOf(app, liveGoals(meant.point)),
        },
        language,
      )
    case 'goal': {
      const facts = {
        kinds: await app.work.kinds(),
        today: await app.plans.today(),
        reader: readerOf(caller),
        altered: await app.goals.lastAltered(meant.goal.goal),
      }
      return goalCard(trace, meant.goal, facts, language)
    }
    case 'work': {
      const lead = (await app.members.organisations()).find(({ id }) => id === meant.work.item.lead)
      const facts = { today: await app.plans.today(), reader: readerOf(caller), ...(lead && { lead }) }
      return workCard(trace, meant.work, facts, language)
    }
  }
}

/** When what is asked with these goals was changed last; none where it never was. */
async function alteredOf(app: App, goals: readonly TracedGoal[]): Promise<Map<string, Altered>> {
  const found = await Promise.all(
    goals.map(async ({ goal }) => [goal.id, await app.goals.lastAltered(goal)] as const),
  )
  return new Map(found.flatMap(([id, altered]) => (altered === undefined ? [] : [[id, altered] as const])))
}

/** The secretariat answers for everything, and so may do what a group's convenor may. */
export function readerOf({ roles }: Pick<Caller, 'roles'>): PlanReader {
  const isOfSecretariat = isSecretariat(roles)
  return { isSecretariat: isOfSecretariat, leads: (group) => isOfSecretariat || leadsGroup(roles, group) }
}

import type { App } from '../../src/app.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Goal } from '../../src/domain/goal/rules.ts'
import { planMeant } from './plan-meant.ts'
import type { PlanWords } from './plan-words.ts'

/** The goal that a person means. @throws UserError where it is none */
export async function goalMeant(app: App, words: PlanWords): Promise<Goal> {
  const meant = await planMeant(app, words)
  if (meant.kind === 'goal') return meant.goal.goal
  throw new UserError('goal.no-goal', { asked: words.what, year: String(meant.trace.plan.year) })
}

import type { App } from '../../src/app.ts'
import { actedBy } from '../../src/contract/acted-by.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral, type Reply } from '../../src/contract/reply.ts'
import { longestReason } from '../../src/domain/goal/deciding.ts'
import type { Goal } from '../../src/domain/goal/rules.ts'
import type { TracedGoal } from '../../src/domain/plan/trace.ts'
import { type EndState, endGoalModal } from '../../src/views/end-goal-modal.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import type { GoalEnding } from './goal-ending-words.ts'
import { goalMeant } from './goal-meant.ts'
import { ended } from './goal-modals.ts'
import { traceOfYear } from './plan-meant.ts'

/** Asks whether the goal that is meant is to end, with the reason that was typed along: many hear of it. */
export async function endGoalReply(
  app: App,
  caller: Caller,
  { words, why }: GoalEnding,
  state: EndState,
): Promise<Reply> {
  const goal = await goalMeant(app, words)
  if (why !== undefined && why.length > longestReason)
    throw new UserError('modal.too-long', { length: why.length, longest: longestReason })
  return askEnding(app, caller, goal, { state, why })
}

/** The modal in which an open goal ends, with what that touches. @throws UserError where it has ended, or can't be reached */
export async function askEnding(
  app: App,
  { language }: Pick<Caller, 'language'>,
  goal: Goal,
  ending: { state: EndState; why?: string | undefined },
): Promise<Reply> {
  if (goal.state !== 'open') throw ended(goal)
  const { goals } = await traceOfYear(app, goal.year)
  const traced = goals.find((one) => one.goal.id === goal.id)
  if (traced === undefined) throw new UserError('refused.outdated-button')
  if (ending.state === 'closed') refuseUndone(traced)
  return { kind: 'modal', view: endGoalModal(traced, ending, language) }
}

/** Ends an open goal, with its reason on record. @throws UserError where it has ended meanwhile */
export async function endGoalNow(
  app: App,
  caller: Caller,
  id: string,
  { state, why }: { state: EndState; why: string },
): Promise<Reply> {
  const before = await app.goals.byId(id)
  if (state === 'closed' && before?.state === 'open') await somethingDone(app, before)
  const goal = await app.goals.end(id, state, { ...actedBy(caller), why })
  if (goal === undefined) {
    const now = await app.goals.byId(id)
    throw now === undefined ? new UserError('refused.outdated-button') : ended(now)
  }
  const key = state === 'closed' ? 'ending.closed' : 'ending.dropped'
  return ephemeral(plainMessage(key, { goal: goal.id }, caller.language))
}

/** That a goal is reached is told by the work below it, and by nobody's word. @throws UserError where nothing is done */
async function somethingDone(app: App, { id, year }: Goal): Promise<void> {
  const trace = await app.plans.trace(year)
  const traced = trace?.goals.find(({ goal }) => goal.id === id)
  if (traced !== undefined) refuseUndone(traced)
}

function refuseUndone({ goal, share }: TracedGoal): void {
  if (share === 0) throw new UserError('ending.nothing-done', { goal: goal.id })
}

import type { App } from '../../src/app.ts'
import { type Caller, memberBehind } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral, type Reply } from '../../src/contract/reply.ts'
import { longestReason } from '../../src/domain/goal/deciding.ts'
import type { Goal } from '../../src/domain/goal/rules.ts'
import { type EndState, endGoalModal } from '../../src/views/end-goal-modal.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import type { GoalEnding } from './goal-ending-words.ts'
import { goalMeant } from './goal-meant.ts'
import { ended } from './goal-modals.ts'

/** Ends the goal that is meant; without a reason, a modal asks for it. */
export async function endGoalReply(
  app: App,
  caller: Caller,
  { words, why }: GoalEnding,
  state: EndState,
): Promise<Reply> {
  const goal = await goalMeant(app, words)
  if (goal.state !== 'open') throw ended(goal)
  if (state === 'closed') await somethingDone(app, goal)
  if (why === undefined) return { kind: 'modal', view: endGoalModal(goal, state, caller.language) }
  if (why.length > longestReason)
    throw new UserError('modal.too-long', { length: why.length, longest: longestReason })
  return endGoalNow(app, caller, goal.id, { state, why })
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
  const goal = await app.goals.end(id, state, { member: memberBehind(caller).id, why })
  if (goal === undefined) {
    const now = await app.goals.byId(id)
    throw now === undefined ? new UserError('refused.outdated-button') : ended(now)
  }
  const key = state === 'closed' ? 'ending.closed' : 'ending.dropped'
  return ephemeral(plainMessage(key, { goal: goal.id }, caller.language))
}

/** That a goal is reached is told by the work below it, and by nobody's word. @throws UserError where nothing is done */
export async function somethingDone(app: App, { id, year }: Goal): Promise<void> {
  const trace = await app.plans.trace(year)
  const traced = trace?.goals.find(({ goal }) => goal.id === id)
  if (traced?.share === 0) throw new UserError('ending.nothing-done', { goal: id })
}

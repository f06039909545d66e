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

/** The modal in which an open goal ends, with what that touches. @throws UserError where it has ended */
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
  return { kind: 'modal', view: endGoalModal(traced, ending, language) }
}

/** Ends an open goal, with its reason on record. @throws UserError where it has ended meanwhile */
export async function endGoalNow(
  app: App,
  caller: Caller,
  id: string,
  { state, why }: { state: EndState; why: string },
): Promise<Reply> {
  const goal = await app.goals.end(id, state, { member: memberBehind(caller).id, why })
  if (goal === undefined) {
    const before = await app.goals.byId(id)
    throw before === undefined ? new UserError('refused.outdated-button') : ended(before)
  }
  const key = state === 'closed' ? 'ending.closed' : 'ending.dropped'
  return ephemeral(plainMessage(key, { goal: goal.id }, caller.language))
}

import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { answerGoalModal, type ReasonedWord } from '../../src/views/answer-goal-modal.ts'
import type { OfferAsked } from '../../src/views/offered-goal.ts'
import { afterAnswer, askedGoal } from './offer-asked.ts'

/** Asks for the reason of an answer, unless there is nothing to answer any more. */
export async function askReason(
  app: App,
  caller: Caller,
  asked: OfferAsked,
  word: ReasonedWord,
): Promise<Reply> {
  const offered = await askedGoal(app, asked)
  if (offered.part.state !== 'offered') return afterAnswer(app, caller, asked, false)
  const { isListed } = asked
  return { kind: 'modal', view: answerGoalModal(offered, { word, isListed }, caller.language) }
}

import { z } from 'zod'
import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { ephemeral, nothing, type Reply, replace } from '../../src/contract/reply.ts'
import type { OfferedGoal } from '../../src/domain/goal/offer-facts.ts'
import { answerGiven, answerGivenInWords, answerTaken } from '../../src/views/answer-given.ts'
import type { OfferAsked } from '../../src/views/offered-goal.ts'
import { waitingAnswer } from '../slash/offers-waiting.ts'

/** A goal's or an offer's name in the value of a button. */
export const plainId = z.string().regex(/^[\w.-]{1,64}$/)
/** A group's code as a committee writes it. */
export const groupCode = z.string().min(1).max(64)
/** What `OfferAsked` holds. */
export const offerAskedFields = {
  goal: plainId,
  group: groupCode,
  isListed: z.literal(true).exactOptional(),
}
/** The value of the buttons beside an offered goal. */
export const offerAsked = jsonValue(z.strictObject(offerAskedFields))

/** The group's part in the goal. @throws UserError where there is none: the message can't be of today */
export async function askedGoal(app: App, { goal, group }: OfferAsked): Promise<OfferedGoal> {
  const offered = await app.goals.asked(goal, group)
  if (offered === undefined) throw new UserError('refused.outdated-button')
  return offered
}

/**
 * What is said to an answer: the message in which it was given shows it by itself; a list is shown anew. Where it was not
 * taken, who answered before.
 */
export async function afterAnswer(
  app: App,
  caller: Caller,
  asked: OfferAsked,
  isTaken: boolean,
): Promise<Reply> {
  const { zone, language } = caller
  const offered = await askedGoal(app, asked)
  if (asked.isListed !== true) return isTaken ? nothing : ephemeral(answerGiven(offered, zone, language))
  const told = isTaken ? answerTaken(offered, language) : answerGivenInWords(offered, zone, language)
  return replace(await waitingAnswer(app, caller, told))
}

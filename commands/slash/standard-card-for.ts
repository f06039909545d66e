import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Message } from '../../src/contract/reply.ts'
import { type Day, dayIn } from '../../src/domain/calendar/day.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import type { StandardCard } from '../../src/domain/standard/service.ts'
import { withFollowRow } from '../../src/views/follow-row.ts'
import { standardCard } from '../../src/views/standard-card.ts'

/** A card for the caller, and without their own part for all: a member sees whether they follow it. */
export async function cardAnswer(
  app: App,
  { member, language, zone }: Caller,
  card: StandardCard,
): Promise<{ message: Message; aloud: Message }> {
  const aloud = inWords(card, dayIn(zone, app.now()), language)
  if (member === undefined) return { message: aloud, aloud }
  const following = await app.follows.following(member.id, card.standard)
  return { message: withFollowRow(aloud, card.standard, following, language), aloud }
}

/** The card as the caller reads it. */
export async function cardFor(app: App, caller: Caller, card: StandardCard): Promise<Message> {
  return (await cardAnswer(app, caller, card)).message
}

/** A card that is the same as a moment ago has the same words. */
const worded = new WeakMap<StandardCard, Map<string, Message>>()

function inWords(card: StandardCard, today: Day, language: Language): Message {
  const known = worded.get(card) ?? new Map<string, Message>()
  const message = known.get(`${today} ${language}`) ?? standardCard(card, today, language)
  worded.set(card, known.set(`${today} ${language}`, message))
  return message
}

/** The card of the standard behind a button, as of the caller's day. @throws UserError where it is gone */
export async function cardBehind(app: App, { zone }: Caller, id: string): Promise<StandardCard> {
  const card = await app.standards.card(id, dayIn(zone, app.now()))
  if (card === undefined) throw new UserError('standard.gone')
  return card
}

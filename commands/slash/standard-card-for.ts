import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Message } from '../../src/contract/reply.ts'
import { dayIn } from '../../src/domain/calendar/day.ts'
import type { StandardCard } from '../../src/domain/standard/service.ts'
import { withFollowRow } from '../../src/views/follow-row.ts'
import { standardCard } from '../../src/views/standard-card.ts'

/** The card as the caller reads it; a member sees whether they follow it. */
export async function cardFor(app: App, caller: Caller, card: StandardCard): Promise<Message> {
  const { member, language, zone } = caller
  const message = standardCard(card, dayIn(zone, app.now()), language)
  if (member === undefined) return message
  const following = await app.follows.following(member.id, card.standard)
  return withFollowRow(message, card.standard, following, language)
}

/** The card of the standard behind a button, as of the caller's day. @throws UserError where it is gone */
export async function cardBehind(app: App, { zone }: Caller, id: string): Promise<StandardCard> {
  const card = await app.standards.card(id, dayIn(zone, app.now()))
  if (card === undefined) throw new UserError('standard.gone')
  return card
}

import type { Message } from '../contract/reply.ts'
import type { Day } from '../domain/calendar/day.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { OwnerAway } from '../domain/reminder/hearers.ts'
import { texts } from '../texts/texts.ts'
import { shortDay } from './dates.ts'
import { brief } from './mrkdwn.ts'
import { withNote } from './with-note.ts'

/** So many are named. */
const mostNamed = 5

/** The answer to whoever gave something, with who of those that owe it is away, until when, and who stands in, if anybody. */
export function withOwnersAway(
  message: Message,
  away: readonly OwnerAway[],
  today: Day,
  language: Language,
): Message {
  if (away.length === 0) return message
  const say = texts(language)
  const told = away.slice(0, mostNamed).map(({ member, until, standIn }) => {
    const words = { name: brief(nameIn(member.names, language), 80), until: shortDay(until, today, language) }
    return standIn === undefined
      ? say('owner.away', words)
      : say('owner.away-stood-in', { ...words, standIn: brief(nameIn(standIn.names, language), 80) })
  })
  return withNote(message, told, ':warning:')
}

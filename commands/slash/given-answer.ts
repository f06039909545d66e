import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import type { Message } from '../../src/contract/reply.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import { withOwnersAway } from '../../src/views/owners-away.ts'

/** The answer to whoever gave something to somebody: said of those who are away, but not to themselves. */
export async function givenAnswer(
  app: App,
  { member, language }: Caller,
  owed: Pick<Assignment, 'owner' | 'group'>,
  message: Message,
): Promise<Message> {
  const [away, today] = await Promise.all([app.assignments.ownersAway(owed), app.assignments.today()])
  const others = away.filter((one) => one.member.id !== member?.id)
  return withOwnersAway(message, others, today, language)
}

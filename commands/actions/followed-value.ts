import { z } from 'zod'
import type { App } from '../../src/app.ts'
import { actedBy } from '../../src/contract/acted-by.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { topicName } from '../../src/views/follow-row.ts'

import { cardBehind } from '../slash/standard-card-for.ts'

/** What a button ends the following of: `standard:` and an id, or `topic:` and its name. */
export const followedValue = z
  .string()
  .regex(/^(?:standard|topic):[\w.-]{1,64}$/)
  .transform((text) => {
    const at = text.indexOf(':')
    return { kind: text.slice(0, at), value: text.slice(at + 1) }
  })

/** Follows it no more; what it is called, and whether it was followed. */
export async function stopFollowing(
  app: App,
  caller: Caller,
  { kind, value }: z.output<typeof followedValue>,
): Promise<{ name: string; wasFollowed: boolean }> {
  if (kind === 'topic')
    return { name: topicName(value), wasFollowed: await app.follows.unfollowTopic(actedBy(caller), value) }
  const { standard } = await cardBehind(app, caller, value)
  return {
    name: standard.designation,
    wasFollowed: await app.follows.unfollowStandard(actedBy(caller), standard),
  }
}

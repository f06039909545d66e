import type { App } from '../app.ts'
import type { Caller } from './caller.ts'

/**
 * The app as the caller sees it: every handler is given no other. Where all who read a channel hear the answer, it is made
 * of what they see: of no closed group but the channel's own.
 */
export function seenByCaller(
  app: App,
  { standing, group, isSpoken, channelId }: Caller,
  { isAloud = false }: { isAloud?: boolean } = {},
): Promise<App> {
  const isInPerson = channelId?.startsWith('D') === true
  return app.seenBy((isAloud || isSpoken === true) && !isInPerson ? { channelOf: group } : { standing })
}

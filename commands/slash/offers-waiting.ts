import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import type { Message } from '../../src/contract/reply.ts'
import { offersWaiting } from '../../src/views/offer-list.ts'

/** The groups for which the caller answers today. */
export function groupsLed({ roles }: Pick<Caller, 'roles'>): string[] {
  return roles.flatMap(({ role, group }) =>
    (role === 'convenor' || role === 'deputy') && group !== undefined ? group : [],
  )
}

/** What waits for the caller's answer, for all groups that they lead; `told`: what just came of one. */
export async function waitingAnswer(app: App, caller: Caller, told?: string): Promise<Message> {
  const { zone, language } = caller
  const waiting = await app.goals.waiting(groupsLed(caller))
  return offersWaiting(waiting, { zone, ...(told !== undefined && { told }) }, language)
}

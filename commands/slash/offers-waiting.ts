import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { isAllowed } from '../../src/contract/permit.ts'
import type { Message } from '../../src/contract/reply.ts'
import { groupsLed } from '../../src/domain/member/rules.ts'
import { offersMade, offersWaiting } from '../../src/views/offer-list.ts'
import { planMeant } from './plan-meant.ts'

/**
 * What waits for a convenor's answer; for the secretariat and the chair, what became of a year's offers. Whoever is both
 * answers first, unless it is the whole that they ask for.
 */
export async function offersAnswer(
  app: App,
  caller: Caller,
  { year, isWhole, page = 1 }: { year?: number | undefined; isWhole: boolean; page?: number },
): Promise<Message> {
  const led = groupsLed(caller.roles)
  if (!isAllowed('chair-or-secretariat', caller, undefined)) return waitingAnswer(app, caller)
  if (!isWhole && led.length > 0 && (await app.goals.waiting(led)).length > 0)
    return waitingAnswer(app, caller)
  const { trace } = await planMeant(app, { what: '', ...(year !== undefined && { year }) })
  const made = await app.goals.offered(trace.plan.year)
  return offersMade(made, { year: trace.plan.year, page }, caller.zone, caller.language)
}

/** What waits for the caller's answer, for all groups that they lead; `told`: what just came of one. */
export async function waitingAnswer(app: App, caller: Caller, told?: string): Promise<Message> {
  const { zone, language } = caller
  const led = groupsLed(caller.roles)
  const waiting = await app.goals.waiting(led)
  const changing = (await app.plans.goals()).flatMap(({ id, state, groups }) =>
    state === 'open' && groups.some((part) => part.state === 'change-asked' && led.includes(part.group))
      ? [id]
      : [],
  )
  return offersWaiting(waiting, { zone, changing, ...(told !== undefined && { told }) }, language)
}

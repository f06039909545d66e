import type { App } from '../../src/app.ts'
import { actedBy } from '../../src/contract/acted-by.ts'
import { type Caller, memberBehind } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { permit } from '../../src/contract/permit.ts'
import type { Day } from '../../src/domain/calendar/day.ts'
import { mayStand, type Notice } from '../../src/domain/notice/rules.ts'
import { partialDayInWords } from '../../src/views/dates.ts'

/**
 * The message that the caller puts off: a group's reminder its convenor's, a message in person whoever's it is.
 * @throws UserError where there is none such, it is acknowledged, or it is not theirs
 */
export async function mayBeSnoozed(app: App, caller: Caller, id: string): Promise<Notice> {
  const notice = await app.notices.byId(id)
  const isAsking = notice?.kind === 'reminder' || notice?.kind === 'asks'
  if (notice === undefined || !isAsking || !mayStand(notice)) throw new UserError('refused.outdated-button')
  if (notice.kind === 'reminder') await permit(app, 'convenor', caller, notice.group)
  else if (caller.member?.id !== notice.member) throw new UserError('snooze.not-yours')
  return notice
}

/** @throws UserError for a day that is none to put it off to, and where it is acknowledged meanwhile */
export async function snoozed(
  app: App,
  caller: Caller,
  { id }: Pick<Notice, 'id'>,
  until: Day,
): Promise<void> {
  const { language } = caller
  const outcome = await app.notices.snooze(
    { notice: id, until, member: memberBehind(caller).id },
    actedBy(caller),
  )
  if (outcome === 'bad-day') throw new UserError('snooze.bad-day', { on: partialDayInWords(until, language) })
  if (outcome === 'came-back') throw new UserError('refused.outdated-button')
  if (outcome === 'acknowledged') throw new UserError('snooze.acknowledged')
}

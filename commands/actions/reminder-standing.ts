import { z } from 'zod'
import type { App } from '../../src/app.ts'
import { UserError } from '../../src/contract/errors.ts'
import { mayStand } from '../../src/domain/notice/rules.ts'

/** The id of a notice, as a button carries it. */
export const noticeId = z.string().regex(/^[\w.-]{1,64}$/)

/** The reminder whose button was pressed: what nobody has said can't be meant. @throws UserError where there is none */
export async function reminderStanding(app: App, id: string) {
  const notice = await app.notices.byId(id)
  if (notice === undefined || notice.kind !== 'reminder' || !mayStand(notice))
    throw new UserError('refused.outdated-button')
  return notice
}

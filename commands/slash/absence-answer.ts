import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import type { Message } from '../../src/contract/reply.ts'
import { type AbsenceTold, absenceList } from '../../src/views/absence-list.ts'
import { partyNames } from './assignment-answer.ts'

/** A member's absences, with what just came of one. */
export async function absencesAnswer(
  app: App,
  caller: Caller,
  member: string,
  told?: AbsenceTold,
): Promise<Message> {
  const [known, called] = await Promise.all([app.absences.of(member), partyNames(app)])
  const whose = member === caller.member?.id ? undefined : called({ kind: 'member', id: member })
  const more = { ...(whose !== undefined && { whose }), ...(told !== undefined && { told }) }
  return absenceList(known, { called, ...more }, caller.language)
}

// "I am back" and "Cancel" beside an absence.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { memberBehind } from '../../src/contract/caller.ts'
import { nothing, replace } from '../../src/contract/reply.ts'
import { endAbsenceId } from '../../src/views/absence-list.ts'
import { absencesAnswer } from '../slash/absence-answer.ts'
import { absenceRefusal } from '../slash/absence-refusal.ts'

/** The id of an absence, as a button or a modal carries it. */
export const absenceId = z.string().regex(/^[\w-]{1,64}$/)

export const endAbsence = action({
  id: endAbsenceId,
  value: absenceId,
  who: 'member',
  async run(app, caller, id) {
    const by = { member: memberBehind(caller), via: 'button' as const, request: caller.request }
    const outcome = await app.absences.end(id, by)
    if (!outcome.ok) throw await absenceRefusal(app, caller.language, outcome)
    const { absence } = outcome
    if (caller.isOnHome === true) return nothing
    return replace(await absencesAnswer(app, caller, absence.member, { absence, what: 'ended' }))
  },
})

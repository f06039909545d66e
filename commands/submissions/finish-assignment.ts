// "Record" in the modal that asks which assignment is done.
import { z } from 'zod'
import type { Caller } from '../../src/contract/caller.ts'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import type { NotDone } from '../../src/domain/assignment/gestures.ts'
import { nameIn } from '../../src/domain/language/rules.ts'
import { longestEvidence } from '../../src/domain/work/evidence.ts'
import { partialDayInWords } from '../../src/views/dates.ts'
import {
  doneDayBlock,
  doneEvidenceBlock,
  finishAssignmentModalId,
  whichBlock,
} from '../../src/views/finish-assignment-modal.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { day, maybeText, text } from './given.ts'

export const finishAssignment = submission({
  id: finishAssignmentModalId,
  meta: z.strictObject({}),
  fields: z.object({
    [whichBlock]: text(100),
    [doneEvidenceBlock]: maybeText(longestEvidence),
    [doneDayBlock]: day,
  }),
  who: 'anyone',
  async run(app, caller, { fields }) {
    if (caller.member === undefined) throw new UserError('assignments.stranger')
    const { [doneEvidenceBlock]: evidence, [doneDayBlock]: on } = fields
    const gesture = { kind: 'finish' as const, on, ...(evidence !== undefined && { evidence }) }
    const by = { member: caller.member, via: 'modal' as const, request: caller.request }
    const done = await app.assignments.act(fields[whichBlock], gesture, by)
    if (!done.ok) throw refused(done, caller)
    const told = {
      title: nameIn(done.assignment.titles, caller.language),
      on: partialDayInWords(on, caller.language),
    }
    return ephemeral(plainMessage('done.recorded', told, caller.language))
  },
})

function refused(refusal: NotDone, { language }: Caller): Error {
  switch (refusal.why) {
    case 'day-ahead': {
      const on = partialDayInWords(refusal.on, language)
      return new FieldErrors({ [doneDayBlock]: new UserError('day.ahead', { on }) })
    }
    case 'gone':
      return new UserError('done.gone')
    case 'not-yours':
      return new UserError('done.not-yours')
    default: {
      const { state, titles } = refusal.assignment
      return new FieldErrors({
        [whichBlock]: new UserError('done.not-open', { state, title: nameIn(titles, language) }),
      })
    }
  }
}

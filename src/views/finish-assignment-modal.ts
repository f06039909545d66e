import type { ModalView } from '@slack/types'
import type { Assignment } from '../domain/assignment/rules.ts'
import type { Day } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language/rules.ts'
import { longestEvidence } from '../domain/work/evidence.ts'
import { texts } from '../texts/texts.ts'
import { dayInput, modalWords, textInput } from './inputs.ts'
import { whichAssignment } from './which-assignment.ts'

/** The modal that asks which assignment is done. */
export const finishAssignmentModalId = 'assignment.finish'
/** Its inputs beside which one: what can be seen of it, and since when. */
export const doneEvidenceBlock = 'evidence' as const
export const doneDayBlock = 'day' as const

/** Asks which of these, at least one, is done. The line below each tells by whom it is owed. */
export function finishAssignmentModal(
  assignments: readonly Assignment[],
  today: Day,
  language: Language,
): ModalView {
  const say = texts(language)
  return {
    type: 'modal',
    callback_id: finishAssignmentModalId,
    ...modalWords({ title: say('done.title'), submit: say('record.submit'), close: say('record.close') }),
    blocks: [
      whichAssignment(assignments, say('done.which'), language),
      textInput({
        block: doneEvidenceBlock,
        label: say('done.evidence'),
        hint: say('done.evidence-hint'),
        most: longestEvidence,
        isMultiline: true,
        isOptional: true,
      }),
      dayInput({ block: doneDayBlock, label: say('done.day'), initial: today }),
    ],
  }
}

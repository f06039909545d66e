import type { ModalView } from '@slack/types'
import type { Assignment } from '../domain/assignment/rules.ts'
import { longestReason } from '../domain/goal/deciding.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { workLine } from './add-assignment-modal.ts'
import { section } from './blocks.ts'
import { assignmentWhyBlock } from './explain-assignment-modal.ts'
import { modalWords, textInput } from './inputs.ts'
import { type Parties, partyInputs } from './party-inputs.ts'

/** The modal that asks what holds it up; its private metadata is `{ assignment }` as JSON. */
export const blockAssignmentModalId = 'assignment.block'

/** Asks why an assignment can't go on, and for whom it waits, where it waits for somebody. */
export function blockAssignmentModal(
  assignment: Assignment,
  parties: Parties,
  language: Language,
): ModalView {
  const say = texts(language)
  return {
    type: 'modal',
    callback_id: blockAssignmentModalId,
    private_metadata: JSON.stringify({ assignment: assignment.id }),
    ...modalWords({
      title: say('block-assignment.title'),
      submit: say('record.submit'),
      close: say('record.close'),
    }),
    blocks: [
      section(`${workLine(assignment, language)}\n\n${say('block-assignment.what')}`),
      textInput({
        block: assignmentWhyBlock,
        label: say('block-assignment.why'),
        most: longestReason,
        isMultiline: true,
      }),
      ...partyInputs(say('block-assignment.whom'), parties, language),
    ],
  }
}

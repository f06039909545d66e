import type { ModalView } from '@slack/types'
import type { Assignment } from '../domain/assignment/rules.ts'
import { longestReason } from '../domain/goal/deciding.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { assignmentWhyBlock } from './explain-assignment-modal.ts'
import { modalWords, textInput } from './inputs.ts'
import { type Parties, partyInputs } from './party-inputs.ts'
import { aboutAssignments } from './which-assignment.ts'

/** The modal that asks who owes it from now on; its private metadata is `{ assignment }` as JSON. */
export const giveAssignmentModalId = 'assignment.give'

/** Asks to whom an assignment goes, to one person, organisation or group; which one, where there are several. */
export function giveAssignmentModal(
  assignments: readonly Assignment[],
  parties: Parties,
  language: Language,
): ModalView {
  const say = texts(language)
  const { meta, blocks } = aboutAssignments(assignments, language)
  return {
    type: 'modal',
    callback_id: giveAssignmentModalId,
    private_metadata: meta,
    ...modalWords({
      title: say('give-assignment.title'),
      submit: say('give-assignment.submit'),
      close: say('record.close'),
    }),
    blocks: [
      ...blocks,
      section(say('give-assignment.what')),
      ...partyInputs(say('owner.person'), parties, language),
      textInput({
        block: assignmentWhyBlock,
        label: say('drop.why'),
        most: longestReason,
        isMultiline: true,
        isOptional: true,
      }),
    ],
  }
}

import type { ModalView } from '@slack/types'
import type { Assignment } from '../domain/assignment/rules.ts'
import { longestReason } from '../domain/goal/deciding.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { workLine } from './add-assignment-modal.ts'
import { section } from './blocks.ts'
import { modalWords, textInput } from './inputs.ts'
import { brief } from './mrkdwn.ts'

/** The modal that asks how it goes; its private metadata is `{ assignment }` as JSON. */
export const updateAssignmentModalId = 'assignment.update'
/** The block whose input is the news. */
export const newsBlock = 'news' as const

/** Asks how an assignment goes, beside what was said last. */
export function updateAssignmentModal(assignment: Assignment, language: Language): ModalView {
  const say = texts(language)
  const { latest } = assignment.life
  return {
    type: 'modal',
    callback_id: updateAssignmentModalId,
    private_metadata: JSON.stringify({ assignment: assignment.id }),
    ...modalWords({
      title: say('update-assignment.title'),
      submit: say('record.submit'),
      close: say('record.close'),
    }),
    blocks: [
      section(
        latest === undefined
          ? workLine(assignment, language)
          : `${workLine(assignment, language)}\n> ${brief(latest.text, 400)}`,
      ),
      textInput({
        block: newsBlock,
        label: say('update-assignment.news'),
        most: longestReason,
        isMultiline: true,
      }),
    ],
  }
}

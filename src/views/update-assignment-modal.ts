import type { ModalView } from '@slack/types'
import type { Assignment } from '../domain/assignment/rules.ts'
import { longestReason } from '../domain/goal/deciding.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { modalWords, textInput } from './inputs.ts'
import { brief } from './mrkdwn.ts'
import { aboutAssignments } from './which-assignment.ts'

/** The modal that asks how it goes; its private metadata is `{ assignment }` as JSON. */
export const updateAssignmentModalId = 'assignment.update'
/** The block whose input is the news. */
export const newsBlock = 'news' as const

/** Asks how an assignment goes, beside what was said last; which one, where there are several. */
export function updateAssignmentModal(assignments: readonly Assignment[], language: Language): ModalView {
  const say = texts(language)
  const { meta, blocks } = aboutAssignments(assignments, language)
  const latest = assignments.length === 1 ? assignments[0]?.life.latest : undefined
  return {
    type: 'modal',
    callback_id: updateAssignmentModalId,
    private_metadata: meta,
    ...modalWords({
      title: say('update-assignment.title'),
      submit: say('record.submit'),
      close: say('record.close'),
    }),
    blocks: [
      ...blocks,
      ...(latest === undefined ? [] : [section(`> ${brief(latest.text, 400)}`)]),
      textInput({
        block: newsBlock,
        label: say('update-assignment.news'),
        most: longestReason,
        isMultiline: true,
      }),
    ],
  }
}

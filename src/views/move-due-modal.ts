import type { ModalView } from '@slack/types'
import type { Assignment } from '../domain/assignment/rules.ts'
import type { Day } from '../domain/calendar/day.ts'
import { longestReason } from '../domain/goal/deciding.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { assignmentWhyBlock } from './explain-assignment-modal.ts'
import { dayInput, modalWords, textInput } from './inputs.ts'
import { aboutAssignments } from './which-assignment.ts'

/** The modal that asks for another due day; its private metadata is `{ assignment }` as JSON. */
export const moveDueModalId = 'due.move'
/** The block whose input is the day. */
export const dueBlock = 'due' as const

/** Asks for another due day, and of which one, where there are several; whoever `decides` sets it, or leaves it out, and others ask for it. */
export function moveDueModal(
  assignments: readonly Assignment[],
  { decides, on, why }: { decides: boolean; on?: Day | undefined; why?: string | undefined },
  language: Language,
): ModalView {
  const say = texts(language)
  const { meta, blocks } = aboutAssignments(assignments, language)
  const [only] = assignments.length === 1 ? assignments : []
  const initial = on ?? only?.life.dueAsked?.on ?? only?.dueOn
  return {
    type: 'modal',
    callback_id: moveDueModalId,
    private_metadata: meta,
    ...modalWords({
      title: say(decides ? 'move-due.title-set' : 'move-due.title-ask'),
      submit: say(decides ? 'record.submit' : 'move-due.submit-ask'),
      close: say('record.close'),
    }),
    blocks: [
      ...blocks,
      section(say(decides ? 'move-due.set' : 'move-due.ask')),
      dayInput({
        block: dueBlock,
        label: say('move-due.day'),
        ...(decides && { isOptional: true }),
        ...(initial !== undefined && { initial }),
      }),
      textInput({
        block: assignmentWhyBlock,
        label: say('drop.why'),
        most: longestReason,
        isMultiline: true,
        ...(why !== undefined && { initial: why }),
      }),
    ],
  }
}

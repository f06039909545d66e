import type { ModalView } from '@slack/types'
import type { Assignment } from '../domain/assignment/rules.ts'
import type { Day } from '../domain/calendar/day.ts'
import { longestReason } from '../domain/goal/deciding.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { workLine } from './add-assignment-modal.ts'
import { section } from './blocks.ts'
import { assignmentWhyBlock } from './explain-assignment-modal.ts'
import { dayInput, modalWords, textInput } from './inputs.ts'

/** The modal that asks for another due day; its private metadata is `{ assignment }` as JSON. */
export const moveDueModalId = 'due.move'
/** The block whose input is the day. */
export const dueBlock = 'due' as const

/** Asks for another due day; whoever `decides` sets it, or leaves it out, and others ask for it. */
export function moveDueModal(
  assignment: Assignment,
  { decides, on, why }: { decides: boolean; on?: Day | undefined; why?: string | undefined },
  language: Language,
): ModalView {
  const say = texts(language)
  const { id, dueOn, life } = assignment
  const initial = on ?? life.dueAsked?.on ?? dueOn
  return {
    type: 'modal',
    callback_id: moveDueModalId,
    private_metadata: JSON.stringify({ assignment: id }),
    ...modalWords({
      title: say(decides ? 'move-due.title-set' : 'move-due.title-ask'),
      submit: say(decides ? 'record.submit' : 'move-due.submit-ask'),
      close: say('record.close'),
    }),
    blocks: [
      section(`${workLine(assignment, language)}\n\n${say(decides ? 'move-due.set' : 'move-due.ask')}`),
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

import type { ModalView } from '@slack/types'
import type { Assignment } from '../domain/assignment/rules.ts'
import type { Day } from '../domain/calendar/day.ts'
import { longestReason } from '../domain/goal/deciding.ts'
import type { Language } from '../domain/language/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { workLine } from './add-assignment-modal.ts'
import { section } from './blocks.ts'
import { partialDayInWords } from './dates.ts'
import { modalWords, textInput } from './inputs.ts'
import { brief } from './mrkdwn.ts'

/** The modal that asks why; its private metadata is `Explained` as JSON. */
export const explainAssignmentModalId = 'assignment.explain'
/** The block whose input is the reason. */
export const assignmentWhyBlock = 'why' as const

/** What takes a reason and no more. */
export const explained = ['decline', 'refuse', 'reopen', 'withdraw'] as const
export type ExplainedKind = (typeof explained)[number]
/** `on`: the day that was asked for as its reader saw it. */
export type Explained = { assignment: string; kind: ExplainedKind; on?: Day }

const words = {
  decline: { title: 'decline-assignment.title', what: 'decline-assignment.what' },
  refuse: { title: 'refuse-due.title', what: 'refuse-due.what' },
  reopen: { title: 'reopen-assignment.title', what: 'reopen-assignment.what' },
  withdraw: { title: 'withdraw-assignment.title', what: 'withdraw-assignment.what' },
} as const satisfies Record<ExplainedKind, Record<string, TextKey>>

/** Asks why an assignment is given back, taken up again or withdrawn, or why its due day stays. */
export function explainAssignmentModal(
  assignment: Assignment,
  { kind, why }: { kind: ExplainedKind; why?: string | undefined },
  language: Language,
): ModalView {
  const say = texts(language)
  const { id, life } = assignment
  const asked = kind === 'refuse' ? life.dueAsked : undefined
  const meta: Explained = { assignment: id, kind, ...(asked !== undefined && { on: asked.on }) }
  return {
    type: 'modal',
    callback_id: explainAssignmentModalId,
    private_metadata: JSON.stringify(meta),
    ...modalWords({
      title: say(words[kind].title),
      submit: say('record.submit'),
      close: say('record.close'),
    }),
    blocks: [
      section(`${workLine(assignment, language)}\n\n${say(words[kind].what)}`),
      ...(asked === undefined
        ? []
        : [
            section(
              `${say('assignment.due-asked', { on: partialDayInWords(asked.on, language) })}\n> ${brief(asked.why, 400)}`,
            ),
          ]),
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

import type { ModalView } from '@slack/types'
import type { Assignment } from '../domain/assignment/rules.ts'
import type { Day } from '../domain/calendar/day.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { longestEvidence } from '../domain/work/evidence.ts'
import { texts } from '../texts/texts.ts'
import { ownerName } from './assignment-line.ts'
import { choiceInput, dayInput, modalWords, option, textInput } from './inputs.ts'
import { shorten } from './mrkdwn.ts'

/** The modal that asks which assignment is done. */
export const finishAssignmentModalId = 'assignment.finish'
/** Its inputs: which, what can be seen of it, and since when. */
export const whichBlock = 'which' as const
export const doneEvidenceBlock = 'evidence' as const
export const doneDayBlock = 'day' as const

/** Asks which of these, at least one, is done. The line below each tells by whom it is owed. */
export function finishAssignmentModal(
  assignments: readonly Assignment[],
  today: Day,
  language: Language,
): ModalView {
  const say = texts(language)
  const options = assignments.map((one) => ({
    ...option(one.id, nameIn(one.titles, language)),
    description: {
      type: 'plain_text' as const,
      text: shorten(
        [ownerName(one, language), one.dueOn].filter((part) => part !== undefined).join(' · ') || '—',
        75,
      ),
      emoji: false,
    },
  }))
  const [only, ...others] = assignments
  return {
    type: 'modal',
    callback_id: finishAssignmentModalId,
    ...modalWords({ title: say('done.title'), submit: say('record.submit'), close: say('record.close') }),
    blocks: [
      choiceInput({
        block: whichBlock,
        label: say('done.which'),
        options,
        ...(only !== undefined && others.length === 0 && { initial: only.id }),
      }),
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

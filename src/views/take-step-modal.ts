import type { ModalView } from '@slack/types'
import type { Day } from '../domain/calendar/day.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { WorkKind } from '../domain/work/kind.ts'
import type { WorkItem } from '../domain/work/rules.ts'
import { stepsOf } from '../domain/work/steps.ts'
import { texts } from '../texts/texts.ts'
import { workLine } from './add-assignment-modal.ts'
import { section } from './blocks.ts'
import { choiceInput, dayInput, modalWords, option, textInput } from './inputs.ts'

/** The modal that asks which step was taken; its private metadata is `{ item }` as JSON. */
export const takeStepModalId = 'step.take'
/** Its inputs. */
export const stepBlock = 'step' as const
export const stepDayBlock = 'day' as const
export const stepNoteBlock = 'note' as const

/** Longer notes are not kept. */
export const longestNote = 500

/** Asks which step of its kind was taken, on which day. The first that was not is the likely one. */
export function takeStepModal(
  item: WorkItem,
  kind: WorkKind,
  { today, step }: { today: Day; step?: string },
  language: Language,
): ModalView {
  const say = texts(language)
  const steps = stepsOf(item, kind)
  const likely = step ?? steps.find(({ taken }) => taken === undefined)?.step.id
  const options = steps.map(({ step: { id, names }, taken }) =>
    option(id, `${taken === undefined ? '' : '✓ '}${nameIn(names, language)}`),
  )
  return {
    type: 'modal',
    callback_id: takeStepModalId,
    private_metadata: JSON.stringify({ item: item.id }),
    ...modalWords({ title: say('step.title'), submit: say('record.submit'), close: say('record.close') }),
    blocks: [
      section(workLine(item, language)),
      choiceInput({
        block: stepBlock,
        label: say('step.which'),
        options,
        ...(likely !== undefined && { initial: likely }),
      }),
      dayInput({ block: stepDayBlock, label: say('step.day'), initial: today }),
      textInput({
        block: stepNoteBlock,
        label: say('step.note'),
        most: longestNote,
        isMultiline: true,
        isOptional: true,
      }),
    ],
  }
}

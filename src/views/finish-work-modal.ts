import type { InputBlock, ModalView } from '@slack/types'
import type { Day } from '../domain/calendar/day.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { longestEvidence } from '../domain/work/evidence.ts'
import type { EvidenceField, WorkKind } from '../domain/work/kind.ts'
import type { WorkItem } from '../domain/work/rules.ts'
import { texts } from '../texts/texts.ts'
import { workLine } from './add-assignment-modal.ts'
import { context, section } from './blocks.ts'
import { choiceInput, dayInput, linkInput, modalWords, numberInput, option, textInput } from './inputs.ts'

/** The modal that asks for a result; its private metadata is `{ item }` as JSON. */
export const finishWorkModalId = 'work.finish'
/** Its inputs, beside one for each field of evidence. */
export const resultDayBlock = 'day' as const
export const outcomeBlock = 'outcome' as const
/** The ids of the fields of evidence stand behind this. */
export const evidenceBlocks = 'evidence-'

/** Asks for the evidence of a kind of work, for how it came out, and on which day. */
export function finishWorkModal(
  item: WorkItem,
  kind: WorkKind | undefined,
  today: Day,
  language: Language,
): ModalView {
  const say = texts(language)
  const outcomes = kind?.outcomes?.map(({ id, names }) => option(id, nameIn(names, language))) ?? []
  return {
    type: 'modal',
    callback_id: finishWorkModalId,
    private_metadata: JSON.stringify({ item: item.id }),
    ...modalWords({ title: say('result.title'), submit: say('record.submit'), close: say('record.close') }),
    blocks: [
      section(workLine(item, language)),
      ...(outcomes.length === 0
        ? []
        : [choiceInput({ block: outcomeBlock, label: say('work.outcome'), options: outcomes })]),
      ...(kind?.evidence ?? []).map((field) => evidenceInput(field, item.evidence[field.id], language)),
      dayInput({ block: resultDayBlock, label: say('result.day'), initial: today }),
      context(say('result.what')),
    ],
  }
}

function evidenceInput(
  { id, names, type, isRequired }: EvidenceField,
  given: string | undefined,
  language: Language,
): InputBlock {
  const field = { block: `${evidenceBlocks}${id}`, label: nameIn(names, language), isOptional: !isRequired }
  const initial = given !== undefined && { initial: given }
  switch (type) {
    case 'day':
      return dayInput({ ...field, ...initial })
    case 'number':
      return numberInput({ ...field, ...initial })
    case 'link':
      return linkInput({ ...field, ...initial })
    case 'text':
      return textInput({ ...field, ...initial, most: longestEvidence, isMultiline: true })
  }
}

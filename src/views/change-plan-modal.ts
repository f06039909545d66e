import type { ModalView } from '@slack/types'
import { longestReason } from '../domain/goal/deciding.ts'
import type { Language } from '../domain/language/rules.ts'
import type { DraftPreview } from '../domain/plan/service.ts'
import { texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { hangingInWords } from './hanging-words.ts'
import { modalWords, textInput } from './inputs.ts'
import type { PlanAsked } from './plan-preview.ts'

/** The modal that asks why points of a plan on record change; its private metadata is `PlanAsked` as JSON. */
export const changePlanId = 'plan.change'
/** The block whose input is the reason. */
export const changeWhyBlock = 'why' as const

/** Asks why, beside how much changes and what hangs on the points that go. */
export function changePlanModal(
  { draft, preview }: DraftPreview,
  asked: PlanAsked,
  language: Language,
): ModalView {
  const say = texts(language)
  const { translated = [], changed = [], added = [], dropped = [] } = preview.sameYear ?? {}
  const counts = {
    changed: changed.length,
    added: added.length,
    dropped: dropped.length,
    translated: translated.length,
    edits: preview.edits?.length ?? 0,
  }
  return {
    type: 'modal',
    callback_id: changePlanId,
    private_metadata: JSON.stringify(asked),
    ...modalWords({
      title: say('change-plan.title'),
      submit: say('import.button-all'),
      close: say('drop.close'),
    }),
    blocks: [
      section(say('change-plan.what', { year: String(draft.plan.year), ...counts })),
      ...hangingInWords(preview, language).map(section),
      textInput({
        block: changeWhyBlock,
        label: say('change-plan.why'),
        hint: say('change-plan.hint'),
        most: longestReason,
        isMultiline: true,
      }),
    ],
  }
}

import type { ModalView } from '@slack/types'
import { longestReason } from '../domain/goal/deciding.ts'
import type { Language } from '../domain/language/rules.ts'
import type { WorkItem } from '../domain/work/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { workLine } from './add-assignment-modal.ts'
import { section } from './blocks.ts'
import { modalWords, textInput } from './inputs.ts'

/** The modals that ask why a piece of work is given up or taken up again; their private metadata is `{ item }` as JSON. */
export const dropWorkModalId = 'work.drop'
export const reopenWorkModalId = 'work.reopen'
/** Their input: the reason. */
export const dropWorkWhyBlock = 'why' as const

/** Asks why a piece of work is given up. */
export function dropWorkModal(item: WorkItem, language: Language): ModalView {
  const words = { title: 'drop-work.title', submit: 'drop-work.submit', what: 'drop-work.what' } as const
  return { ...asking(item, words, language), callback_id: dropWorkModalId }
}

/** Asks why a piece of work that has ended goes on again. */
export function reopenWorkModal(item: WorkItem, language: Language): ModalView {
  const words = {
    title: 'reopen-work.title',
    submit: 'reopen-work.submit',
    what: 'reopen-work.what',
  } as const
  return { ...asking(item, words, language), callback_id: reopenWorkModalId }
}

function asking(
  item: WorkItem,
  { title, submit, what }: Record<'title' | 'submit' | 'what', TextKey>,
  language: Language,
): ModalView {
  const say = texts(language)
  return {
    type: 'modal',
    private_metadata: JSON.stringify({ item: item.id }),
    ...modalWords({ title: say(title), submit: say(submit), close: say('record.close') }),
    blocks: [
      section(`${workLine(item, language)}\n\n${say(what)}`),
      textInput({
        block: dropWorkWhyBlock,
        label: say('drop.why'),
        most: longestReason,
        isMultiline: true,
      }),
    ],
  }
}

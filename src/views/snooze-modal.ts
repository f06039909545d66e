import type { ModalView } from '@slack/types'
import type { Day } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { dayInput, modalWords } from './inputs.ts'

/** The modal that asks until which day a message is put off; its private metadata is `{ notice }` as JSON. */
export const snoozeModalId = 'notice.put-off'
/** The block whose input is the day. */
export const snoozeDayBlock = 'until' as const

/** Asks until which day; `initial` is the day that is shown first. */
export function snoozeModal(notice: string, initial: Day, language: Language): ModalView {
  const say = texts(language)
  return {
    type: 'modal',
    callback_id: snoozeModalId,
    private_metadata: JSON.stringify({ notice }),
    ...modalWords({ title: say('snooze.title'), submit: say('snooze.submit'), close: say('record.close') }),
    blocks: [
      dayInput({ block: snoozeDayBlock, label: say('snooze.until'), hint: say('snooze.hint'), initial }),
    ],
  }
}

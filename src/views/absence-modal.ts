import type { ModalView } from '@slack/types'
import type { Day } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { dayInput, modalWords, personInput } from './inputs.ts'

/** The modal that asks when somebody is away; it brings nothing along. */
export const absenceModalId = 'absence.set'
/** Who is away, where the secretariat says it for somebody; the days; who stands in. */
export const awayBlock = 'away' as const
export const awayFromBlock = 'away-from' as const
export const awayUntilBlock = 'away-until' as const
export const standInBlock = 'stand-in' as const

/** Asks for the days of an absence and for who stands in; of the secretariat also whose it is. */
export function absenceModal(
  { today, isForOthers }: { today: Day; isForOthers: boolean },
  language: Language,
): ModalView {
  const say = texts(language)
  return {
    type: 'modal',
    callback_id: absenceModalId,
    ...modalWords({ title: say('absence.title'), submit: say('absence.submit'), close: say('record.close') }),
    blocks: [
      ...(isForOthers
        ? [
            personInput({
              block: awayBlock,
              label: say('absence.who'),
              hint: say('absence.who-hint'),
              isOptional: true,
            }),
          ]
        : []),
      dayInput({ block: awayFromBlock, label: say('absence.from'), initial: today }),
      dayInput({
        block: awayUntilBlock,
        label: say('absence.until'),
        hint: say('absence.until-hint'),
        initial: today,
      }),
      personInput({
        block: standInBlock,
        label: say('absence.stand-in'),
        hint: say('absence.stand-in-hint'),
        isOptional: true,
      }),
    ],
  }
}

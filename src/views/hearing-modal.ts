import type { ModalView } from '@slack/types'
import { type Heard, isNeverQuiet, movesPaces } from '../domain/hearing/rules.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { context } from './blocks.ts'
import { zoneInWords } from './dates.ts'
import { hoursInWords } from './hearing-words.ts'
import { choiceInput, modalWords, option, timeInput } from './inputs.ts'
import { escapeMrkdwn } from './mrkdwn.ts'

/** The modal that asks when and how often somebody wants to hear. */
export const hearingModalId = 'hearing.set'
/** Which hours: the committee's, one's own, or none; one's own from and until; how often a week; how soon of what one follows. */
export const quietBlock = 'quiet' as const
export const quietFromBlock = 'quiet-from' as const
export const quietUntilBlock = 'quiet-until' as const
export const perWeekBlock = 'per-week' as const
export const movesBlock = 'moves' as const

export const quietChoices = ['usual', 'own', 'off'] as const
export type QuietChoice = (typeof quietChoices)[number]

/** Asks for quiet hours and how many reminders a week at most, with what holds now. */
export function hearingModal(heard: Heard, zone: string, language: Language): ModalView {
  const say = texts(language)
  const { usual, quietHours, hasOwnHours, perWeek, hasOwnPerWeek } = heard
  const shown = isNeverQuiet(quietHours) ? usual.quietHours : quietHours
  const chosen: QuietChoice = !hasOwnHours ? 'usual' : isNeverQuiet(quietHours) ? 'off' : 'own'
  const fewer = Array.from({ length: usual.perWeek - 1 }, (_, index) => index + 1)
  return {
    type: 'modal',
    callback_id: hearingModalId,
    ...modalWords({ title: say('hearing.title'), submit: say('hearing.submit'), close: say('record.close') }),
    blocks: [
      choiceInput({
        block: quietBlock,
        label: say('settings.quiet'),
        options: [
          option('usual', say('hearing.choose-usual', { hours: hoursInWords(usual.quietHours, language) })),
          option('own', say('hearing.choose-own')),
          option('off', say('hearing.choose-off')),
        ],
        initial: chosen,
      }),
      timeInput({ block: quietFromBlock, label: say('hearing.from'), isOptional: true, initial: shown.from }),
      timeInput({
        block: quietUntilBlock,
        label: say('hearing.until'),
        hint: say('hearing.until-hint'),
        isOptional: true,
        initial: shown.until,
      }),
      choiceInput({
        block: perWeekBlock,
        label: say('settings.per-week'),
        options: [
          option(
            'usual',
            say('hearing.choose-usual', { hours: say('hearing.per-week', { count: usual.perWeek }) }),
          ),
          ...fewer.map((count) => option(String(count), say('hearing.per-week', { count }))),
        ],
        initial: hasOwnPerWeek ? String(perWeek) : 'usual',
      }),
      choiceInput({
        block: movesBlock,
        label: say('settings.moves'),
        options: movesPaces.map((pace) => option(pace, say(`hearing.moves-${pace}`))),
        initial: heard.moves,
      }),
      context(say('hearing.owed')),
      context(escapeMrkdwn(say('hearing.note', { zone: zoneInWords(zone, language) }))),
    ],
  }
}

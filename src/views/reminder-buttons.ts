import type { ActionsBlock } from '@slack/types'
import type { Language } from '../domain/language/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { planButton } from './plan-buttons.ts'
import { snoozeMenu } from './snooze-menu.ts'

/** The convenor's button; its value is the notice's id. */
export const acknowledgeReminderId = 'reminder.acknowledge'
/** Asks for the rest in a modal, about what the reminder names; the value is `RemindedAsked` as JSON. */
export const askRemindedId = 'reminded.ask'

/** What can be done about what a reminder names. */
export const remindedAsked = ['finish', 'update', 'due', 'give'] as const
export type RemindedAsked = { notice: string; kind: (typeof remindedAsked)[number] }

const labels = {
  finish: 'assignment.press-finish',
  update: 'assignment.press-update',
  due: 'assignment.press-ask-due',
  give: 'assignment.press-give',
} as const satisfies Record<RemindedAsked['kind'], TextKey>

/** What a group's convenor answers a reminder with, while nobody has acknowledged it: that, or to put it off. */
export function answerRow(notice: string, language: Language): ActionsBlock {
  return {
    type: 'actions',
    elements: [
      planButton(acknowledgeReminderId, notice, texts(language)('reminder.acknowledge'), {
        style: 'primary',
      }),
      snoozeMenu(notice, language),
    ],
  }
}

/** What may be done about the assignments that a reminder names, by the convenor and by whoever owes them. */
export function deedRow(notice: string, language: Language): ActionsBlock {
  const say = texts(language)
  return {
    type: 'actions',
    elements: remindedAsked.map((kind) => {
      const value: RemindedAsked = { notice, kind }
      return planButton(`${askRemindedId}:${kind}`, JSON.stringify(value), say(labels[kind]))
    }),
  }
}

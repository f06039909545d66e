import type { StaticSelect } from '@slack/types'
import type { Language } from '../domain/language/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { option } from './inputs.ts'

/** Puts a message off; the value is `Snoozing` as JSON. */
export const snoozeNoticeId = 'notice.snooze'

/** Until when: a day by its name, so that it is read on the day on which it is chosen, or one that a modal asks for. */
export const snoozeSpans = ['tomorrow', 'monday', 'date'] as const
export type SnoozeSpan = (typeof snoozeSpans)[number]
/** Which notice is put off, and until when. */
export type Snoozing = { notice: string; until: SnoozeSpan }

const words = {
  tomorrow: 'snooze.tomorrow',
  monday: 'snooze.monday',
  date: 'snooze.date',
} as const satisfies Record<SnoozeSpan, TextKey>

/** "Put off…" below a message that asks something. */
export function snoozeMenu(notice: string, language: Language): StaticSelect {
  const say = texts(language)
  return {
    type: 'static_select',
    action_id: snoozeNoticeId,
    placeholder: { type: 'plain_text', text: say('snooze.put-off') },
    options: snoozeSpans.map((until) => option(JSON.stringify({ notice, until }), say(words[until]))),
  }
}

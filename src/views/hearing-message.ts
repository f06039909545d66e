import type { Message } from '../contract/reply.ts'
import type { Heard } from '../domain/hearing/rules.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { movesInWords, perWeekInWords, quietInWords } from './hearing-words.ts'
import { planButton } from './plan-buttons.ts'

/** Opens the modal that asks for quiet hours and how often; the value is `mine`. */
export const askHearingId = 'hearing.ask'

/** When and how often the reader hears from the bot in person. */
export function hearingMessage(heard: Heard, zone: string, language: Language): Message {
  const say = texts(language)
  const lines = [
    say('plan.labelled', { label: say('settings.quiet'), value: quietInWords(heard, zone, language) }),
    say('plan.labelled', { label: say('settings.per-week'), value: perWeekInWords(heard, language) }),
    say('plan.labelled', { label: say('settings.moves'), value: movesInWords(heard, language) }),
  ]
  return {
    text: lines.join(' · '),
    blocks: [
      section(lines.join('\n')),
      context(say('hearing.owed')),
      { type: 'actions', elements: [planButton(askHearingId, 'mine', say('hearing.press'))] },
    ],
  }
}

import type { KnownBlock } from '@slack/types'
import { type Clock, isFrozen, nextClock } from '../domain/clock/rules.ts'
import type { Running } from '../domain/clock/service.ts'
import type { Language } from '../domain/language/rules.ts'
import type { Standard } from '../domain/standard/rules.ts'
import { texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { clockInWords, targetInWords } from './clock-words.ts'
import { nextInOutlook } from './outlook-words.ts'

/** The button that tells all dates and the whole journal; its value is the standard's id. */
export const showHistoryId = 'history.show'

/** The dates of a card: a limit that is over, or else the next date; the committee's own target; and the forecast. */
export function runningLines(standard: Standard, running: Running, language: Language): KnownBlock[] {
  const say = texts(language)
  const { clocks, today, outlook } = running
  const main = mainClock(clocks)
  const target = clocks.find(({ kind }) => kind === 'target')
  const likely = outlook && nextInOutlook(outlook, standard.stages, language)
  const lines = [
    ...(isFrozen(clocks) ? [say('clock.frozen')] : []),
    ...(main === undefined ? [] : [clockInWords(main, today, language)]),
    ...(target === undefined || target === main ? [] : [targetInWords(target, today, language)]),
    ...(likely === undefined ? [] : [likely]),
  ]
  if (lines.length === 0) return []
  return [
    section(lines.join('\n')),
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: showHistoryId,
          value: standard.id,
          text: { type: 'plain_text', text: say('standard.history-button') },
        },
      ],
    },
  ]
}

/** What matters most: a limit that is over; else what comes next; else what ended last and has not been followed up. */
function mainClock(clocks: readonly Clock[]): Clock | undefined {
  const over = clocks.filter(({ state, kind }) => state === 'over' && kind !== 'gb-ask-by')
  const limit = over.find(({ nature }) => nature === 'limit')
  return limit ?? nextClock(clocks) ?? over.filter(({ kind }) => kind !== 'target').at(-1) ?? over.at(-1)
}

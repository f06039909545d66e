import type { KnownBlock } from '@slack/types'
import { type Clock, isFrozen, nextClock } from '../domain/clock/rules.ts'
import type { Running } from '../domain/clock/service.ts'
import type { Language } from '../domain/language/rules.ts'
import type { Standard } from '../domain/standard/rules.ts'
import { texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { clockInWords } from './clock-words.ts'
import { nextInOutlook } from './outlook-words.ts'

/** The button that tells all dates and the whole journal; its value is the standard's id. */
export const showHistoryId = 'history.show'

/** The dates of a card: what is over and matters, the next one, the committee's own target, and the forecast. */
export function runningLines(standard: Standard, running: Running, language: Language): KnownBlock[] {
  const say = texts(language)
  const told = toldOnCard(running.clocks).map((clock) => clockInWords(clock, running.today, language))
  const outlook = running.outlook && nextInOutlook(running.outlook, standard.stages, language)
  const lines = [
    ...(isFrozen(running.clocks) ? [say('clock.frozen')] : []),
    ...told,
    ...(outlook === undefined ? [] : [outlook]),
  ]
  if (lines.length === 0) return []
  return [
    {
      ...section(lines.join('\n')),
      accessory: {
        type: 'button',
        action_id: showHistoryId,
        value: standard.id,
        text: { type: 'plain_text', text: say('standard.history-button') },
      },
    },
  ]
}

/** Few: a limit that is over, or else the target that was missed; the next one; and the target where that is another. */
function toldOnCard(clocks: readonly Clock[]): Clock[] {
  const over = clocks.filter(({ state }) => state === 'over')
  const limit = over.find(({ kind }) => kind !== 'gb-ask-by' && kind !== 'target')
  const next = nextClock(clocks)
  const target = clocks.find(({ kind }) => kind === 'target')
  const told = new Set([limit, next, target].filter((clock) => clock !== undefined))
  return clocks.filter((clock) => told.has(clock))
}

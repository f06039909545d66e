import { type Heard, isNeverQuiet, type QuietHours } from '../domain/hearing/rules.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { zoneInWords } from './dates.ts'

/** `20:00–08:00`, or that there are none. */
export function hoursInWords(hours: QuietHours, language: Language): string {
  const say = texts(language)
  return isNeverQuiet(hours) ? say('hearing.never-quiet') : say('hearing.hours', hours)
}

/** The quiet hours that hold, on whose clock, and whether they are the committee's. */
export function quietInWords({ quietHours, hasOwnHours }: Heard, zone: string, language: Language): string {
  const say = texts(language)
  const hours = hoursInWords(quietHours, language)
  const onClock = isNeverQuiet(quietHours)
    ? hours
    : say('hearing.on-clock', { hours, zone: zoneInWords(zone, language) })
  return hasOwnHours ? onClock : say('hearing.as-committee', { what: onClock })
}

/** How many reminders a week at most, and whether that is the committee's word. */
export function perWeekInWords({ perWeek, hasOwnPerWeek }: Heard, language: Language): string {
  const say = texts(language)
  const often = say('hearing.per-week', { count: perWeek })
  return hasOwnPerWeek ? often : say('hearing.as-committee', { what: often })
}

/** How soon the reader hears of what they follow. */
export function movesInWords({ moves }: Pick<Heard, 'moves'>, language: Language): string {
  return texts(language)(`hearing.moves-${moves}`)
}

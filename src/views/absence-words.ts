import type { Absence } from '../domain/absence/rules.ts'
import type { Day } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { type Called, partyInWords } from './assignment-facts.ts'
import { namedDay } from './dates.ts'

/** The days of an absence: `Tue 1 Dec – Mon 14 Dec`, or the one day. */
export function daysInWords(
  { from, until }: Pick<Absence, 'from' | 'until'>,
  today: Day,
  language: Language,
): string {
  const first = namedDay(from, today, language)
  return from === until
    ? first
    : texts(language)('absence.days', { from: first, until: namedDay(until, today, language) })
}

/** The days, and who stands in where somebody does. */
export function absenceInWords(
  absence: Absence,
  { today, called }: { today: Day; called: Called },
  language: Language,
): string {
  const days = daysInWords(absence, today, language)
  if (absence.standIn === undefined) return days
  const name = partyInWords({ kind: 'member', id: absence.standIn }, called, language)
  return texts(language)('absence.with-stand-in', { days, name })
}

import type { App } from '../../src/app.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import { addDays, type Day, dayIn } from '../../src/domain/calendar/day.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import { partialDayInWords } from '../../src/views/dates.ts'
import { daysMeant } from './day-range-words.ts'
import type { DoneWords } from './done-words.ts'

/**
 * Work is rightly done before it is put on record: a meeting agrees on it, somebody begins, and the convenor writes it down
 * some weeks later. So a day before that is taken for as long as this. Further back, a day without its year is more
 * likely a slip (`5 January` typed in November for the January to come): it was nobody's word that it was of this year.
 * With its year, whatever day is meant is taken.
 */
const mostWeeksBefore = 6

/**
 * Since when it is done: today where no day was typed.
 * @throws UserError for a day that the calendar does not have, and for one without its year that lies long before the
 * assignment was given
 */
export async function doneDay(
  app: App,
  { id, life }: Assignment,
  told: DoneWords['on'],
  language: Language,
): Promise<Day> {
  const today = await app.assignments.today()
  if (told === undefined) return today
  const on = daysMeant({ from: told }, today, 'back').from
  const isYearless = 'date' in told && told.year === undefined
  if (!isYearless || life.given === undefined) return on
  const zone = (await app.committees.get())?.zone ?? 'UTC'
  const given = dayIn(zone, life.given.at)
  if (on >= addDays(given, -7 * mostWeeksBefore)) return on
  throw new UserError('done.which-year', {
    text: told.text,
    name: id,
    on: partialDayInWords(on, language),
    given: partialDayInWords(given, language),
    day: on,
  })
}

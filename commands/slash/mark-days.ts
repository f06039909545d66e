import type { App } from '../../src/app.ts'
import { actedBy } from '../../src/contract/acted-by.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral, type Reply } from '../../src/contract/reply.ts'
import { type Day, daysBetween } from '../../src/domain/calendar/day.ts'
import { daysFrom, type Marking, mostMarked } from '../../src/domain/calendar/marking.ts'
import { texts } from '../../src/texts/texts.ts'
import { dayInWords } from '../../src/views/dates.ts'
import { daysMarkedMessage } from '../../src/views/days-marked-message.ts'
import type { MarkingWords } from './calendar-words.ts'
import { daysMeant, type SaidRange } from './day-range-words.ts'
import { groupNamed } from './wg-meant.ts'

/** Marks the days that were typed, and answers with what that moves. @throws UserError where it changes nothing, or can't be */
export async function markDays(
  app: App,
  caller: Caller,
  { days: said, code, why }: MarkingWords,
  as: Marking['as'],
): Promise<Reply> {
  const { language } = caller
  const group = await groupNamed(app, code)
  const days = daysToMark(said, await app.absences.today())
  const marking = {
    days,
    as,
    ...(group !== undefined && { group: group.code }),
    ...(why !== undefined && { why }),
  }
  const marked = await app.calendars.mark(marking, actedBy(caller))
  if (marked.ok) return ephemeral(daysMarkedMessage(marked, as, group, language))
  const day = dayInWords(marked.day, language)
  switch (marked.why) {
    case 'marked':
      throw new UserError(marked.mark.isWorked ? 'marked.already-work' : 'marked.already-off', { day })
    case 'not-marked':
      throw new UserError('marked.not-marked', {
        day,
        whose: group?.code ?? texts(language)('calendar.committee'),
      })
    default:
      throw new UserError(`marked.${marked.why}`, { day })
  }
}

/** @throws UserError where they are none, too many, the wrong way round, or no days of the calendar */
function daysToMark(said: Pick<SaidRange, 'from' | 'until'>, today: Day): Day[] {
  const { from, until } = daysMeant(said, today)
  const count = daysBetween(from, until) + 1
  if (count < 1) throw new UserError('marked.backwards', { first: from, last: until })
  if (count > mostMarked) throw new UserError('marked.too-many', { count, most: mostMarked })
  return daysFrom(from, until)
}

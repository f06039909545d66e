import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import type { Day } from '../../src/domain/calendar/day.ts'
import { nameIn } from '../../src/domain/language/rules.ts'
import { partialDayInWords } from '../../src/views/dates.ts'
import { partyNames } from './assignment-answer.ts'
import { type DueSaid, dueMeant } from './due-words.ts'

/**
 * The day that a decision about another due day names, which is the one that was asked for; undefined where it names none,
 * or where nothing is to be decided, which the gesture itself then tells.
 * @throws UserError where it names another day, or says what would be lost: whoever asked would be granted what nobody meant
 */
export async function dayDecided(
  app: App,
  caller: Caller,
  { id, life, dueOn, state }: Assignment,
  { due, unread }: { due?: DueSaid | undefined; unread?: string | undefined },
): Promise<Day | undefined> {
  const { dueAsked } = life
  if (dueAsked === undefined || state !== 'open' || (due === undefined && unread === undefined))
    return undefined
  const { language } = caller
  const by = dueAsked.by
  const names = by === undefined ? undefined : (await partyNames(app))({ kind: 'member', id: by })
  const asked = {
    name: id,
    on: partialDayInWords(dueAsked.on, language),
    who: names === undefined ? '—' : nameIn(names, language),
  }
  if (unread !== undefined) throw new UserError('assignment.decide-unread', { ...asked, text: unread })
  const meant = due && dueMeant(due, dueOn, await app.assignments.today())
  if (meant === undefined || meant === dueAsked.on) return meant
  const other = partialDayInWords(meant, language)
  throw new UserError('assignment.decide-other', { ...asked, other, day: meant })
}

import type { Assignment } from '../domain/assignment/rules.ts'
import { type Day, daysBetween } from '../domain/calendar/day.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { shortDay } from './dates.ts'
import { brief } from './mrkdwn.ts'

/** What a line may leave out, because its reader knows it or could take it wrongly. */
export type LineStyle = {
  /** Whose own list it is, by a member's id: their name is not said again; whoever else owes it is named. */
  reader?: string
  /** What is read on another day than `today` counts no days. */
  countsDays?: boolean
}

/** One assignment: what, by whom, by when. Names are written, not mentioned: a list pings nobody. */
export function assignmentLine(
  assignment: Assignment,
  today: Day,
  language: Language,
  { reader, countsDays = true }: LineStyle = {},
): string {
  const say = texts(language)
  const title = brief(nameIn(assignment.titles, language), 160)
  const owner = brief(ownerName(assignment, language), 60)
  if (assignment.state === 'done') {
    const line = say('assignment.line-done', { title, owner })
    return assignment.evidence === undefined ? line : `${line} · ${brief(assignment.evidence, 120)}`
  }
  if (assignment.state === 'withdrawn') return say('assignment.line-withdrawn', { title, owner })
  const due = dueInWords(assignment, today, language, countsDays)
  const isReaders = assignment.owner.kind === 'member' && assignment.owner.id === reader
  if (isReaders) return say('assignment.line-own', { title, due })
  return say('assignment.line', { title, owner, due })
}

/** The owner's name, unescaped; where a whole group owes it, that is said. */
export function ownerName({ owner }: Pick<Assignment, 'owner'>, language: Language): string {
  return owner.kind === 'group'
    ? texts(language)('assignment.whole-group', { group: owner.id })
    : nameIn(owner.names, language)
}

function dueInWords({ dueOn }: Assignment, today: Day, language: Language, countsDays: boolean): string {
  const say = texts(language)
  if (dueOn === undefined) return say('assignment.undated')
  const left = daysBetween(today, dueOn)
  const on = shortDay(dueOn, today, language)
  if (!countsDays) return say('assignment.due-on', { on })
  if (left < 0) return say('assignment.late', { on, days: -left })
  return left === 0 ? say('assignment.due-today') : say('assignment.due', { on, days: left })
}

import { addDays, type Day, daysBetween } from '../calendar/day.ts'
import { hasLeft, isObserver, type Member, rolesOn } from '../member/rules.ts'

/** The days on which a member is away, both with it, and who stands in for them. */
export type Absence = { id: string; member: string; from: Day; until: Day; standIn?: string }

/** What somebody says of an absence: its days, and who stands in. */
export type AbsenceGiven = Pick<Absence, 'from' | 'until'> & { standIn?: Member }

/** Longer than this is no absence any more: somebody else takes over. */
export const longestAbsence = 366

/** Why an absence can't be put on record as it was said; `absence` is the one that it meets. */
export type AbsenceFault =
  | { why: 'backwards' }
  | { why: 'past' }
  | { why: 'too-long'; days: number }
  | { why: 'overlaps'; absence: Absence }
  | { why: 'stand-in-oneself' }
  | { why: 'stand-in-left' }
  | { why: 'stand-in-observer' }
  | { why: 'stand-in-away'; absence: Absence }

/**
 * What speaks against it that a member is away on these days; undefined where nothing does. `known` are the absences on
 * record, without the one that is being changed; `today` is a day of the committee's calendar.
 */
export function absenceFault(
  { from, until, standIn }: AbsenceGiven,
  { member, known, today }: { member: string; known: readonly Absence[]; today: Day },
): AbsenceFault | undefined {
  if (until < from) return { why: 'backwards' }
  if (until < today) return { why: 'past' }
  const days = daysBetween(from, until) + 1
  if (days > longestAbsence) return { why: 'too-long', days }
  const meeting = (id: string) =>
    known.find((one) => one.member === id && one.from <= until && one.until >= from)
  const own = meeting(member)
  if (own !== undefined) return { why: 'overlaps', absence: own }
  if (standIn === undefined) return undefined
  if (standIn.id === member) return { why: 'stand-in-oneself' }
  if (hasLeft(standIn, until)) return { why: 'stand-in-left' }
  if (isObserver(rolesOn(standIn, from))) return { why: 'stand-in-observer' }
  const theirs = meeting(standIn.id)
  return theirs === undefined ? undefined : { why: 'stand-in-away', absence: theirs }
}

/** What is left on record of an absence whose member is back on `today`: the days before it, or nothing. */
export function cutShort(absence: Absence, today: Day): Absence | undefined {
  return absence.from < today ? { ...absence, until: addDays(today, -1) } : undefined
}

/** The absence that covers the day; the one that lasts longest where several do. */
export function absenceOn(absences: readonly Absence[], member: string, day: Day): Absence | undefined {
  return absences
    .filter((one) => one.member === member && one.from <= day && one.until >= day)
    .sort((a, b) => (a.until < b.until ? 1 : -1))[0]
}

/** Those whom a member stands in for on the day. A stand-in who is away stands in for nobody. */
export function stoodInFor(absences: readonly Absence[], member: string, day: Day): string[] {
  if (absenceOn(absences, member, day) !== undefined) return []
  const away = new Set(absences.flatMap(({ standIn, member: id }) => (standIn === member ? [id] : [])))
  return [...away].filter((id) => absenceOn(absences, id, day)?.standIn === member)
}

/** The days of an absence on which its stand-in is away as well, so that nobody stands in; `away` are the stand-in's own. */
export function daysUncovered(
  { from, until }: Pick<Absence, 'from' | 'until'>,
  away: readonly Absence[],
): Pick<Absence, 'from' | 'until'>[] {
  return away
    .filter((one) => one.from <= until && one.until >= from)
    .map((one) => ({
      from: one.from > from ? one.from : from,
      until: one.until < until ? one.until : until,
    }))
}

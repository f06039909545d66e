import type { Day } from '../calendar/day.ts'

/** The days on which a member is away, both with it, and who stands in for them. */
export type Absence = { id: string; member: string; from: Day; until: Day; standIn?: string }

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

import { type Absence, absenceOn, stoodInFor } from '../absence/rules.ts'
import { addDays, type Day } from '../calendar/day.ts'
import { weekdayOf } from '../calendar/weekday.ts'
import type { Goal } from '../goal/rules.ts'
import { groupsLed, isSecretariat, type Member, rolesOn } from '../member/rules.ts'

/** A group for which somebody decides because its convenor is away, and who that is. */
export type StandingIn = { group: string; member: Member; until: Day }

/** The groups whose decisions wait for a member on a day. */
export type Leading = {
  /** Led as convenor or deputy. */
  own: string[]
  standingIn: StandingIn[]
  /** Of the secretariat alone: those that nobody leads, where nobody else can decide. */
  leaderless: string[]
}

/** The groups for which a member decides on the day, each once; `groups` are those that exist. */
export function leadingOn(
  member: Member,
  {
    members,
    absences,
    groups,
    today,
  }: { members: readonly Member[]; absences: readonly Absence[]; groups: readonly string[]; today: Day },
): Leading {
  const exists = new Set(groups)
  const roles = rolesOn(member, today)
  const own = [...new Set(groupsLed(roles))].filter((group) => exists.has(group))
  const away = new Set(stoodInFor(absences, member.id, today))
  const standingIn = members
    .filter(({ id }) => away.has(id))
    .flatMap((one) =>
      rolesOn(one, today).flatMap(({ role, group }): StandingIn[] =>
        role === 'convenor' && group !== undefined && exists.has(group) && !own.includes(group)
          ? [{ group, member: one, until: absenceOn(absences, one.id, today)?.until ?? today }]
          : [],
      ),
    )
  const led = new Set(members.flatMap((one) => groupsLed(rolesOn(one, today))))
  const leaderless = isSecretariat(roles) ? groups.filter((group) => !led.has(group)) : []
  return { own, standingIn, leaderless }
}

/** The Sunday with which the week of the day ends. */
export function endOfWeek(day: Day): Day {
  return addDays(day, 7 - weekdayOf(day))
}

/** How many goals of a year wait for something in a group. */
export type GoalsWaiting = { group: string; year: number; count: number }

/** How many open goals wait for the answer of each group, by year and then by group. */
export function goalsWaiting(goals: readonly Goal[], state: 'offered' | 'change-asked'): GoalsWaiting[] {
  const counts = new Map<string, GoalsWaiting>()
  for (const { year, groups, state: itsState } of goals)
    for (const { group, state: answer } of itsState === 'open' ? groups : []) {
      if (answer !== state) continue
      const key = `${year} ${group}`
      const known = counts.get(key) ?? { group, year, count: 0 }
      counts.set(key, { ...known, count: known.count + 1 })
    }
  return [...counts.values()].sort((a, b) => b.year - a.year || (a.group < b.group ? -1 : 1))
}

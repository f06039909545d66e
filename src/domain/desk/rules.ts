import { absenceOn, stoodInFor } from '../absence/rules.ts'
import { addDays, type Day } from '../calendar/day.ts'
import { weekdayOf } from '../calendar/weekday.ts'
import type { Goal } from '../goal/rules.ts'
import { groupsLed, isSecretariat, type Member, rolesOn } from '../member/rules.ts'
import { type Hearer, hearersFor, leadsOf, type People } from '../reminder/hearers.ts'

/** A group for which somebody decides because whoever leads it is away, and who that is. */
export type StandingIn = { group: string; member: Member; until: Day }

/** The groups whose decisions wait for a member on a day. */
export type Leading = {
  /** Led as convenor or deputy. */
  own: string[]
  /** For whose convenor they are asked, or where none is there and nobody in the place of one, for whose deputy. */
  standingIn: StandingIn[]
  /** Of the secretariat alone: those of which nobody who leads them is there, nor anybody in the place of one. */
  leaderless: string[]
}

/** The groups for which a member decides on the day, each once; `groups` are those that exist. */
export function leadingOn(
  member: Member,
  { groups, ...people }: People & { groups: readonly string[] },
): Leading {
  const { today } = people
  const exists = new Set(groups)
  const roles = rolesOn(member, today)
  const own = [...new Set(groupsLed(roles))].filter((group) => exists.has(group))
  const standingIn = lentTo(member, people, groups, own).flatMap((group): StandingIn[] => {
    const [first = [], deputies = []] = hearersLeading(group, people)
    return standsAmong(first.length > 0 ? first : deputies, member, group, people)
  })
  const isLeft = (group: string) => hearersLeading(group, people).every((hearers) => hearers.length === 0)
  const leaderless = isSecretariat(roles) ? groups.filter(isLeft) : []
  return { own, standingIn, leaderless }
}

/**
 * The groups for whose deputy a member stands in while their convenor is there, or somebody in the place of one: they are
 * asked of these only what the convenor can't decide, or has left unanswered for long.
 */
export function standingBehind(
  member: Member,
  { groups, ...people }: People & { groups: readonly string[] },
): StandingIn[] {
  const { own, standingIn } = leadingOn(member, { ...people, groups })
  const known = [...own, ...standingIn.map(({ group }) => group)]
  return lentTo(member, people, groups, known).flatMap((group) =>
    standsAmong(hearersLeading(group, people)[1] ?? [], member, group, people),
  )
}

/** The groups led by those for whom a member stands in, but for those that are known already. */
function lentTo(
  { id }: Member,
  { members, absences, today }: People,
  groups: readonly string[],
  known: readonly string[],
): string[] {
  const away = new Set(stoodInFor(absences, id, today))
  const led = new Set(members.flatMap((one) => (away.has(one.id) ? groupsLed(rolesOn(one, today)) : [])))
  return groups.filter((group) => led.has(group) && !known.includes(group))
}

function hearersLeading(group: string, people: People): Hearer[][] {
  return (['convenor', 'deputy'] as const).map((role) => hearersFor(leadsOf(group, role, people), people))
}

function standsAmong(
  hearers: readonly Hearer[],
  { id }: Member,
  group: string,
  { absences, today }: People,
): StandingIn[] {
  return hearers.flatMap(({ member, insteadOf }) =>
    member.id === id && insteadOf !== undefined
      ? [{ group, member: insteadOf, until: absenceOn(absences, insteadOf.id, today)?.until ?? today }]
      : [],
  )
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

import { type Absence, absenceOn } from '../absence/rules.ts'
import { ownedBy } from '../assignment/acting.ts'
import type { OwnerRef } from '../assignment/life.ts'
import { type Assignment, anyOwner, type OwnerQuery } from '../assignment/rules.ts'
import type { Day } from '../calendar/day.ts'
import { groupsLed, hasLeft, isObserver, isSecretariat, type Member, rolesOn } from '../member/rules.ts'
import { type Acting, standingOn } from '../member/standing.ts'

/** The committee's people on a day of its calendar. */
export type People = { members: readonly Member[]; absences: readonly Absence[]; today: Day }

/** Somebody who is asked, and whom they stand in for. */
export type Hearer = { member: Member; insteadOf?: Member }

/** Whoever is asked in place of a person: they themselves, or on the days of an absence their stand-in, or nobody. */
function hearerFor(member: Member, { members, absences, today }: People): Hearer | undefined {
  const absence = absenceOn(absences, member.id, today)
  if (absence === undefined) return { member }
  const standIn = members.find(({ id }) => id === absence.standIn)
  if (standIn === undefined || hasLeft(standIn, today) || isObserver(rolesOn(standIn, today)))
    return undefined
  const isHere = absenceOn(absences, standIn.id, today) === undefined
  return isHere ? { member: standIn, insteadOf: member } : undefined
}

/**
 * Those who are asked about what somebody owes: the person; of an organisation its representatives, or where it has none
 * those of it who are in the group, or else all of it; of a group its convenors, or where it has none who is there its deputies.
 * Observers owe nothing. `away` are those who owe it and are away without anybody in their place, where nobody at all is
 * asked.
 */
export function hearersOf(
  owner: OwnerRef,
  group: string,
  people: People,
): { hearers: Hearer[]; away: Member[] } {
  const owners = peopleOf(owner, group, people)
  const hearers = hearersFor(owners, people)
  if (hearers.length > 0) return { hearers, away: [] }
  const deputies = owner.kind === 'group' ? hearersFor(leadsOf(owner.id, 'deputy', people), people) : []
  return { hearers: deputies, away: deputies.length > 0 ? [] : owners }
}

/**
 * What a member is asked about: what is their own, what is that of members in whose place they are asked, and what whole groups
 * owe for which they are asked.
 */
export function answersFor(member: Member, people: People): OwnerQuery {
  const { members, today } = people
  const standing = standingOn(member, people, today)
  const led = new Set(members.flatMap((one) => groupsLed(rolesOn(one, today))))
  const isAsked = (hearer: Hearer | undefined) => hearer?.member.id === member.id
  const groups = [...led].filter((group) =>
    hearersOf({ kind: 'group', id: group }, group, people).hearers.some(isAsked),
  )
  const isAskedFor = ({ id }: Acting) =>
    members.some((one) => one.id === id && isAsked(hearerFor(one, people)))
  const away = (standing.standsInFor ?? []).filter(isAskedFor)
  return anyOwner([ownedBy(standing), ...away.map(ownedBy), { groups }])
}

/** Somebody who owes something and is away, with the last day of that; `standIn` is asked in their place. */
export type OwnerAway = { member: Member; until: Day; standIn?: Member }

/** Those who would be asked about what somebody owes, and are away today. */
export function ownersAway(
  { owner, group }: { owner: OwnerRef; group: string },
  people: People,
): OwnerAway[] {
  const { absences, today } = people
  const { hearers, away } = hearersOf(owner, group, people)
  const stoodInFor = hearers.flatMap(({ member, insteadOf }) =>
    insteadOf === undefined ? [] : [{ member: insteadOf, standIn: member }],
  )
  return [...stoodInFor, ...away.map((member) => ({ member }))].flatMap((one) => {
    const until = absenceOn(absences, one.member.id, today)?.until
    return until === undefined ? [] : [{ ...one, until }]
  })
}

/** By whose word it goes, where an organisation or a whole group owes it: its representatives, or whoever leads the group. */
export function spokesmenOf({ owner, group }: Pick<Assignment, 'owner' | 'group'>, people: People): Member[] {
  if (owner.kind === 'member') return []
  const answering = peopleOf(owner, group, people)
  if (owner.kind === 'group') return answering
  return answering.filter((one) => isRepresentative(one, group, people.today))
}

/**
 * Whoever is asked in place of these people, each once: whoever is asked in their own right is not asked again in the place
 * of another, and nobody in the place of two.
 */
export function hearersFor(members: readonly Member[], people: People): Hearer[] {
  const all = members.flatMap((member) => hearerFor(member, people) ?? [])
  const ownFirst = [...all].sort(
    (a, b) => Number(a.insteadOf !== undefined) - Number(b.insteadOf !== undefined),
  )
  return all.filter((one) => ownFirst.find(({ member }) => member.id === one.member.id) === one)
}

/**
 * Those who are asked to decide about an assignment: whoever answers for its group, or where nobody of those is there the
 * secretariat; but not who asked for it, in their own right or in another's place, unless nobody else can decide.
 * @param isReady whether somebody can be asked about it now: it is nobody's fault if they can't
 */
export function decidersOf(
  { group, life }: Assignment,
  people: People,
  isReady: (hearer: Hearer) => boolean = () => true,
): Hearer[] {
  const asker = life.dueAsked?.by ?? life.declined?.by
  const secretariat = people.members.filter((member) => isSecretariat(rolesOn(member, people.today)))
  const circles = [leadsOf(group, 'convenor', people), leadsOf(group, 'deputy', people), secretariat].map(
    (members) => hearersFor(members, people).filter(isReady),
  )
  const others = circles.map((hearers) => hearers.filter(({ member }) => member.id !== asker))
  return [...others, ...circles].find((hearers) => hearers.length > 0) ?? []
}

/**
 * Whether nobody owes it any more who is there, today or later: whose roles have ended, whoever only observes by now, an
 * organisation of which nobody is left, a group that nobody leads. What waits for a decision is put before those who decide
 * anyway.
 */
export function isUnowned({ owner, group, life, state }: Assignment, people: People): boolean {
  if (state !== 'open' || life.declined !== undefined || life.dueAsked !== undefined) return false
  return peopleOf(owner, group, people).length === 0
}

/** Those who hold the role in the group today. */
export function leadsOf(group: string, role: 'convenor' | 'deputy', { members, today }: People): Member[] {
  return members.filter((member) =>
    rolesOn(member, today).some((held) => held.role === role && held.group === group),
  )
}

function isRepresentative(member: Member, group: string, today: Day): boolean {
  return rolesOn(member, today).some(
    ({ role, group: of }) => role === 'representative' && (of === undefined || of === group),
  )
}

function peopleOf({ kind, id }: OwnerRef, group: string, people: People): Member[] {
  const { members, today } = people
  switch (kind) {
    case 'member':
      return members.filter(
        (member) => member.id === id && !hasLeft(member, today) && !isObserver(rolesOn(member, today)),
      )
    case 'organisation': {
      const own = members.filter(
        (member) =>
          member.organisation === id && !hasLeft(member, today) && !isObserver(rolesOn(member, today)),
      )
      const representatives = own.filter((member) => isRepresentative(member, group, today))
      if (representatives.length > 0) return representatives
      const inGroup = own.filter((member) => rolesOn(member, today).some((held) => held.group === group))
      return inGroup.length > 0 ? inGroup : own
    }
    case 'group': {
      const convenors = leadsOf(id, 'convenor', people)
      return convenors.length > 0 ? convenors : leadsOf(id, 'deputy', people)
    }
  }
}

import { isHeldBy } from '../assignment/acting.ts'
import type { Assignment, AssignmentList, OwnerQuery } from '../assignment/rules.ts'
import { type Day, dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import type { Question } from '../delivery/told.ts'
import type { FollowedItem } from '../follow/service.ts'
import { answerersOf } from '../goal/offer-notices.ts'
import { isSecretariat, type Member, rolesOn } from '../member/rules.ts'
import { standingFacts } from '../member/service.ts'
import { standingOn } from '../member/standing.ts'
import type { Notice } from '../notice/rules.ts'
import { answersFor, decidersOf, isUnowned, type People } from '../reminder/hearers.ts'
import { leftUnanswered } from '../reminder/left-unanswered.ts'
import type { Unanswered } from '../reminder/unanswered.ts'
import type { ToldMove } from '../standard/rules.ts'
import type { Some } from '../store.ts'
import { isActive, type WorkingGroup } from '../working-group/rules.ts'
import {
  endOfWeek,
  type GoalsWaiting,
  goalsWaiting,
  type Leading,
  leadingOn,
  type StandingIn,
  standingBehind,
} from './rules.ts'

export type Desks = ReturnType<typeof desks>

/** What waits for a member to decide. */
export type ToDecide = {
  leading: Leading
  assignments: Some<Assignment>
  /** What is owed in their groups by nobody who is there any more. */
  unowned: Some<Assignment>
  /** What others can't go on with before the member has done their part. */
  held: Some<Assignment>
  /** Goals that were offered to the groups that they lead. */
  offers: GoalsWaiting[]
  /** The newest reminder of each of these groups that nobody has answered and that names something open. */
  reminders: Notice[]
  /** Of the secretariat: stages that were proposed, notices that the bot can't settle, changes that groups want. */
  proposals: ToldMove[]
  notices: Some<Question>
  changes: GoalsWaiting[]
}

/** What a member waits for from others. */
export type FromOthers = {
  /** Their own assignments in which the next move is somebody else's. */
  own: Some<Assignment>
  /** Those that they gave to somebody. */
  given: Some<Assignment>
  proposals: ToldMove[]
  /** Of the secretariat: the answers that groups owe. */
  offers: GoalsWaiting[]
}

/** A member's desk on a day of the committee's calendar. */
export type PersonDesk = {
  /** Whose it is. */
  member: string
  today: Day
  /** The Sunday of this week. */
  weekEndsOn: Day
  decide: ToDecide
  /** What they owe and can move; `soon` is what is due this week. */
  owed: AssignmentList
  others: FromOthers
  watched: Some<FollowedItem>
}

/** So much of each part is shown; the rest is counted. */
const mostToDecide = 5
const mostOwed = 12
const mostFromOthers = 6
const mostWatched = 10
/** More than any group owes at once. */
const mostInGroup = 10_000
/** What could not be said so long ago is a decision for nobody any more. */
const unsettledMs = 28 * 24 * 3_600_000

/** What lies on a member's desk: only what is shown is loaded. */
export function desks({ store, now }: Pick<Context, 'store' | 'now'>) {
  /** Those that wait in the groups for which the member decides, and of others those of which they alone are asked. */
  async function undecided(
    member: Member,
    { decidesFor, behind }: { decidesFor: readonly string[]; behind: readonly StandingIn[] },
    people: People,
  ): Promise<Some<Assignment>> {
    const own = await store.assignments.undecided(decidesFor, mostToDecide)
    if (behind.length === 0) return own
    const groups = behind.map(({ group }) => group)
    const further = (await store.assignments.undecided(groups, mostInGroup)).first.filter((one) =>
      decidersOf(one, people).some((hearer) => hearer.member.id === member.id),
    )
    const all = [...own.first, ...further].sort((a, b) => waitsSince(a) - waitsSince(b))
    return { first: all.slice(0, mostToDecide), count: own.count + further.length }
  }

  /** The newest of what each group has left unanswered, where the member would be asked for that by now. */
  async function reminders(
    { acting, behind }: { acting: readonly WorkingGroup[]; behind: readonly WorkingGroup[] },
    { members }: People,
  ): Promise<Notice[]> {
    const left = await leftUnanswered(store, [...acting, ...behind], members, now())
    const asked = await Promise.all(
      left.map(async (one) => !behind.includes(one.group) || (await isForDeputies(one))),
    )
    const newest = left.flatMap(({ reminders }, at) => (asked[at] ? reminders.slice(-1) : []))
    const notices = await Promise.all(newest.map(({ id }) => store.notices.byId(id)))
    return notices.filter((one) => one !== undefined)
  }

  /** Whether the convenor has left it for so long that the deputies were asked. */
  async function isForDeputies({ reminders }: Unanswered): Promise<boolean> {
    const [first] = reminders
    if (first === undefined) return false
    const ids = new Set(reminders.map(({ id }) => id))
    const told = await store.notices.askedSince(first.at)
    return told.some(({ asks }) =>
      asks.some((ask) => ask.kind === 'acknowledge' && ask.step !== 'convenor' && ids.has(ask.reminder)),
    )
  }

  async function questions(): Promise<Some<Question>> {
    const since = new Date(now().getTime() - unsettledMs)
    const { first, count } = await store.notices.unsettled(since, mostToDecide)
    const asked = await Promise.all(
      first.map(async (subject): Promise<Question> => {
        const group = subject.group === undefined ? undefined : await store.groups.byCode(subject.group)
        const member = subject.member === undefined ? undefined : await store.members.byId(subject.member)
        return { subject, ...(group !== undefined && { group }), ...(member !== undefined && { member }) }
      }),
    )
    return { first: asked, count }
  }

  async function owed(owner: OwnerQuery, today: Day, weekEndsOn: Day): Promise<AssignmentList> {
    const query = { owner, isOwnersMove: true }
    const [first, counts] = await Promise.all([
      store.assignments.open(query, today, mostOwed),
      store.assignments.countOpen(query, today, weekEndsOn),
    ])
    return { today, first, counts }
  }

  /** What its owner decides themselves stands where they decide. */
  async function restingWithOthers(owner: OwnerQuery, today: Day, decidesFor: readonly string[]) {
    const query = { owner, isOwnersMove: false, exceptUndecidedIn: decidesFor }
    const [first, counts] = await Promise.all([
      store.assignments.open(query, today, mostFromOthers),
      store.assignments.countOpen(query, today),
    ])
    return { first, count: Object.values(counts).reduce((sum, count) => sum + count, 0) }
  }

  async function unowned(groups: readonly string[], people: People): Promise<Assignment[]> {
    const open = await Promise.all(
      groups.map((group) => store.assignments.open({ group }, people.today, mostInGroup)),
    )
    return open.flat().filter((one) => isUnowned(one, people))
  }

  async function watched(member: string): Promise<Some<FollowedItem>> {
    const follows = await store.follows.of(member)
    const shown = follows.slice(0, mostWatched)
    const of = (kind: 'standard' | 'topic') => shown.flatMap((one) => (one.kind === kind ? [one.value] : []))
    const standards = new Map((await store.standards.byIds(of('standard'))).map((one) => [one.id, one]))
    const topics = of('topic').length === 0 ? [] : await store.standards.topics()
    const counts = new Map(topics.map(({ topic, count }) => [topic, count]))
    const first = shown.flatMap(({ kind, value }): FollowedItem[] => {
      if (kind === 'topic') return [{ kind, topic: value, count: counts.get(value) ?? 0 }]
      const standard = standards.get(value)
      return standard === undefined ? [] : [{ kind, standard }]
    })
    return { first, count: follows.length - (shown.length - first.length) }
  }

  return {
    /** All that lies on the member's desk now. */
    async of(member: Member): Promise<PersonDesk> {
      const today = dayIn((await store.committee.get())?.zone ?? 'UTC', now())
      const weekEndsOn = endOfWeek(today)
      const isOfSecretariat = isSecretariat(rolesOn(member, today))
      const people = { ...(await standingFacts(store, today)), today }
      const owner = answersFor(member, people)
      const groups = (await store.groups.all()).filter((group) => isActive(group, today))
      const codes = groups.map(({ code }) => code)
      const leads = leadingOn(member, { ...people, groups: codes })
      const behind = standingBehind(member, { ...people, groups: codes })
      const acting = [...leads.own, ...leads.standingIn.map(({ group }) => group)]
      const among = (some: readonly string[]) => groups.filter(({ code }) => some.includes(code))
      const answering = codes.filter((code) => acting.includes(code) || isAnswerer(member, people, code))
      const decidesFor = [...new Set([...acting, ...leads.leaderless])]
      const none = { first: [], count: 0 }
      const [held, gone, assignments, unheard, proposed, notices, goals, owes, own, given, follows] =
        await Promise.all([
          store.assignments.heldBy(owner),
          unowned(decidesFor, people),
          undecided(member, { decidesFor, behind }, people),
          reminders({ acting: among(acting), behind: among(behind.map(({ group }) => group)) }, people),
          store.standards.proposedMoves(),
          isOfSecretariat ? questions() : none,
          isOfSecretariat || answering.length > 0 ? store.goals.all() : [],
          owed(owner, today, weekEndsOn),
          restingWithOthers(owner, today, decidesFor),
          store.assignments.givenBy({ by: member.id, owner, decidesFor }, today, mostFromOthers),
          watched(member.id),
        ])
      const offered = goalsWaiting(goals, 'offered')
      const offers = offered.filter(({ group }) => answering.includes(group))
      const asked = new Set([...assignments.first, ...unheard, ...offers].map(({ group }) => group))
      return {
        member: member.id,
        today,
        weekEndsOn,
        decide: {
          leading: {
            ...leads,
            standingIn: [...leads.standingIn, ...behind.filter(({ group }) => asked.has(group))],
          },
          assignments,
          unowned: someOf(gone, mostToDecide),
          held: someOf(
            held.filter((one) => isHeldBy(one, standingOn(member, people, today))),
            mostToDecide,
          ),
          offers,
          reminders: unheard,
          proposals: isOfSecretariat ? proposed : [],
          notices,
          changes: isOfSecretariat ? goalsWaiting(goals, 'change-asked') : [],
        },
        owed: owes,
        others: {
          own,
          given,
          proposals: isOfSecretariat ? [] : proposed.filter(({ by }) => by === member.id),
          offers: isOfSecretariat ? offered.filter(({ group }) => !answering.includes(group)) : [],
        },
        watched: follows,
      }
    },
  }
}

/** Whoever is asked in person about what is offered to a group. */
function isAnswerer({ id }: Member, people: People, group: string): boolean {
  return answerersOf(people, group, people.today).some((one) => one.id === id)
}

/** Since when it waits for a decision, in milliseconds. */
function waitsSince({ life: { declined, dueAsked } }: Assignment): number {
  return Math.min(...[declined, dueAsked].flatMap((fact) => fact?.at.getTime() ?? []))
}

function someOf<Item>(all: readonly Item[], most: number): Some<Item> {
  return { first: all.slice(0, most), count: all.length }
}

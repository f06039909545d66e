import { isHeldBy } from '../assignment/acting.ts'
import type { Assignment, AssignmentList, OwnerQuery } from '../assignment/rules.ts'
import { type Day, dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import type { Question } from '../delivery/told.ts'
import type { FollowedItem } from '../follow/service.ts'
import { isSecretariat, type Member, rolesOn } from '../member/rules.ts'
import { standingFacts } from '../member/service.ts'
import { standingOn } from '../member/standing.ts'
import type { Notice } from '../notice/rules.ts'
import { answersFor, isUnowned, type People } from '../reminder/hearers.ts'
import type { ToldMove } from '../standard/rules.ts'
import type { Some } from '../store.ts'
import { isActive } from '../working-group/rules.ts'
import { endOfWeek, type GoalsWaiting, goalsWaiting, type Leading, leadingOn } from './rules.ts'

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
  /** The newest reminder of each of these groups that nobody has acknowledged. */
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
  async function leading(member: Member, people: People): Promise<Leading> {
    const groups = (await store.groups.all()).filter((group) => isActive(group, people.today))
    return leadingOn(member, { ...people, groups: groups.map(({ code }) => code) })
  }

  async function reminders(groups: readonly string[], today: Day): Promise<Notice[]> {
    const [found, putOff] = await Promise.all([
      store.notices.unacknowledged(groups),
      store.snoozes.since(today),
    ])
    const later = new Set(putOff.filter(({ until }) => until > today).map(({ notice }) => notice))
    return found.filter(({ id }) => !later.has(id))
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
      const leads = await leading(member, people)
      const acting = [...leads.own, ...leads.standingIn.map(({ group }) => group)]
      const decidesFor = [...new Set([...acting, ...leads.leaderless])]
      const none = { first: [], count: 0 }
      const [held, gone, assignments, unheard, proposed, notices, goals, owes, own, given, follows] =
        await Promise.all([
          store.assignments.heldBy(owner),
          unowned(decidesFor, people),
          store.assignments.undecided(decidesFor, mostToDecide),
          reminders(acting, today),
          store.standards.proposedMoves(),
          isOfSecretariat ? questions() : none,
          isOfSecretariat || acting.length > 0 ? store.goals.all() : [],
          owed(owner, today, weekEndsOn),
          restingWithOthers(owner, today, decidesFor),
          store.assignments.givenBy({ by: member.id, owner, decidesFor }, today, mostFromOthers),
          watched(member.id),
        ])
      const offered = goalsWaiting(goals, 'offered')
      return {
        member: member.id,
        today,
        weekEndsOn,
        decide: {
          leading: leads,
          assignments,
          unowned: someOf(gone, mostToDecide),
          held: someOf(
            held.filter((one) => isHeldBy(one, standingOn(member, people, today))),
            mostToDecide,
          ),
          offers: offered.filter(({ group }) => acting.includes(group)),
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
          offers: isOfSecretariat ? offered.filter(({ group }) => !acting.includes(group)) : [],
        },
        watched: follows,
      }
    },
  }
}

function someOf<Item>(all: readonly Item[], most: number): Some<Item> {
  return { first: all.slice(0, most), count: all.length }
}

import { addDays, type Day } from '../calendar/day.ts'
import type { Names } from '../language/rules.ts'
import type { Life } from './life.ts'

/** Who owes it: a person, an organisation (its representative acts), or the group as a whole. */
export type Owner =
  | { kind: 'member'; id: string; names: Names; slackId?: string }
  | { kind: 'organisation'; id: string; names: Names }
  | { kind: 'group'; id: string; names: Names }

export type AssignmentState = 'open' | 'done' | 'withdrawn'

export type Assignment = {
  id: string
  titles: Names
  group: string
  owner: Owner
  dueOn?: Day
  state: AssignmentState
  doneOn?: Day
  /** Canonical designations. */
  standards: string[]
  /** Ids of the goals that it serves by itself; those of its work items are theirs. */
  goals: string[]
  /** Ids of the pieces of work that it is part of. */
  items: string[]
  /** Where what was done can be seen: a link, or words. */
  evidence?: string
  /** What has become of it since its present owner has it. */
  life: Life
}

/** How far ahead "due soon" reaches. */
export const soonDays = 14

/** Where an open assignment stands on `today`; a day that is due today is not yet overdue. */
export type Urgency = 'overdue' | 'soon' | 'later' | 'undated'

/**
 * Where the assignment stands on `today`; due today is soon, due yesterday overdue. `today` is a day of the
 * committee's calendar, and `soonUntil` the last one that is soon.
 */
export function urgency(
  { dueOn }: Pick<Assignment, 'dueOn'>,
  today: Day,
  soonUntil: Day = addDays(today, soonDays),
): Urgency {
  if (dueOn === undefined) return 'undated'
  if (dueOn < today) return 'overdue'
  return dueOn <= soonUntil ? 'soon' : 'later'
}

/** What an organisation owes: in all groups, in these alone, or in all but these. */
export type OrganisationQuery = { id: string; inGroups?: readonly string[]; notInGroups?: readonly string[] }

/** What is owed by these members, by these organisations, and by these groups as whole ones, by their codes. */
export type OwnerQuery = {
  members?: readonly string[]
  organisations?: readonly OrganisationQuery[]
  groups?: readonly string[]
}

/** What is owed by any of those of whom any of these tells. */
export function anyOwner(queries: readonly OwnerQuery[]): OwnerQuery {
  const once = <Item>(all: readonly Item[]) => [...new Set(all)]
  return {
    members: once(queries.flatMap(({ members = [] }) => members)),
    organisations: queries.flatMap(({ organisations = [] }) => organisations),
    groups: once(queries.flatMap(({ groups = [] }) => groups)),
  }
}

/** Which open assignments a person asks for. Every part that is given must hold; an owner who is nobody owes nothing. */
export type AssignmentQuery = {
  owner?: OwnerQuery
  group?: string
  overdue?: boolean
  /** Due on or before this many days from today. */
  withinDays?: number
  /** Due on these days, both of them included; without a first, also what was due before. */
  due?: { from?: Day; until: Day }
  /**
   * Whether the next move is its owner's, or somebody else's; either, where it is not told. What its owner has given back is
   * not theirs any more, and stands among what somebody owes only where it is asked for what others have to move.
   */
  isOwnersMove?: boolean
  /** Leaves out what waits for a decision in these groups: for whoever decides there, it waits for nobody else. */
  exceptUndecidedIn?: readonly string[]
}

/** How many open assignments there are at each urgency. */
export type OpenCounts = Record<Urgency, number>

/** What was asked for on a day: the first ones, earliest due first, and how many there are in all. */
export type AssignmentList = { today: Day; first: Assignment[]; counts: OpenCounts }

/** More than this is no answer to read but a file to search. */
export const mostListed = 30

/** Earliest due first, undated last, then by id so that the order never wavers. */
export function byDueDay(a: Assignment, b: Assignment): number {
  if (a.dueOn !== b.dueOn) return (a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

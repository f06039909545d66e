import { type Assignment, byDueDay, urgency } from '../assignment/rules.ts'
import { addDays, type Day } from '../calendar/day.ts'
import type { ToldMove } from '../standard/rules.ts'
import type { Drifting } from '../twin/urgency.ts'

/** A group's week in numbers, on a day and a week before. */
export type Figures = { open: number; overdue: number; doneThisWeek: number }

export type DigestContent = {
  moves: ToldMove[]
  /** Twins that began to drift, and ballots abroad that come near. */
  twins: Drifting[]
  done: Assignment[]
  overdue: Assignment[]
  ahead: Assignment[]
  now: Figures
  weekBefore: Figures
}

export type DigestDecision = { say: true; content: DigestContent } | { say: false; why: 'nothing-to-report' }

/** What a digest is made from: a group's assignments, and what the week brought of its standards and their twins. */
export type DigestFacts = {
  assignments: readonly Assignment[]
  moves: readonly ToldMove[]
  twins: readonly Drifting[]
  /** How many days it tells of, up to its own; seven, where it is not said. */
  days?: number
}

/** What the digest for the week, or the longer while, that ends on `on` says of one group's assignments, stage moves and twins. */
export function decideDigest({ assignments, moves, twins, days = 7 }: DigestFacts, on: Day): DigestDecision {
  const sorted = [...assignments].sort(byDueDay)
  const open = sorted.filter((assignment) => assignment.state === 'open')
  const content: DigestContent = {
    moves: [...moves],
    twins: [...twins],
    done: sorted.filter((assignment) => isDoneIn(assignment, addDays(on, 1 - days), on)),
    overdue: open.filter((assignment) => urgency(assignment, on) === 'overdue'),
    ahead: open.filter((assignment) => urgency(assignment, on) === 'soon'),
    now: figuresOn(assignments, on),
    weekBefore: figuresOn(assignments, addDays(on, -7)),
  }
  const quiet = [content.moves, content.twins, content.done, content.overdue, content.ahead].every(
    (list) => list.length === 0,
  )
  return quiet ? { say: false, why: 'nothing-to-report' } : { say: true, content }
}

/** How the group stood at the end of `day`, told from the days on record. */
export function figuresOn(assignments: readonly Assignment[], day: Day): Figures {
  const openThen = assignments.filter(
    (assignment) =>
      assignment.state === 'open' || (assignment.state === 'done' && (assignment.doneOn ?? '') > day),
  )
  return {
    open: openThen.length,
    overdue: openThen.filter((assignment) => urgency(assignment, day) === 'overdue').length,
    doneThisWeek: assignments.filter((assignment) => isDoneIn(assignment, addDays(day, -6), day)).length,
  }
}

function isDoneIn(assignment: Assignment, from: Day, to: Day): boolean {
  const { state, doneOn } = assignment
  return state === 'done' && doneOn !== undefined && doneOn >= from && doneOn <= to
}

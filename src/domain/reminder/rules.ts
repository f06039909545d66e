import { type Assignment, byDueDay, urgency } from '../assignment/rules.ts'
import type { Day } from '../calendar/day.ts'

/** What a group's weekly reminder says on a day. */
export type ReminderContent = {
  overdue: Assignment[]
  soon: Assignment[]
  /** Open but due later than two weeks ahead, or without a date: counted, not named. */
  others: number
}

/** Either what to say, or why nothing is said. */
export type ReminderDecision =
  | { say: true; content: ReminderContent }
  | { say: false; why: 'no-open-assignments' | 'nothing-due' }

/** What the reminder for `on` says of these assignments of one group. */
export function decideReminder(assignments: readonly Assignment[], on: Day): ReminderDecision {
  const open = assignments.filter((assignment) => assignment.state === 'open').sort(byDueDay)
  if (open.length === 0) return { say: false, why: 'no-open-assignments' }
  const overdue = open.filter((assignment) => urgency(assignment, on) === 'overdue')
  const soon = open.filter((assignment) => urgency(assignment, on) === 'soon')
  if (overdue.length + soon.length === 0) return { say: false, why: 'nothing-due' }
  return { say: true, content: { overdue, soon, others: open.length - overdue.length - soon.length } }
}

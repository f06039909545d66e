import type { Assignment } from '../assignment/rules.ts'
import { type Day, dayIn } from '../calendar/day.ts'
import { type WorkingCalendar, workingDaysBetween } from '../calendar/working-calendar.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import type { Asking } from './asking.ts'

/**
 * A reminder that was not answered for so long, in milliseconds, is nobody's question any more. What was told of it is counted as
 * far back: else what was told about the first of many would be forgotten, and told anew every week.
 */
export const remindedMs = 200 * 24 * 3_600_000

/** A reminder that stands in its group's channel. */
export type StandingReminder = {
  id: string
  group: string
  /** When it was said. */
  at: Date
  /** The assignments that it names. */
  assignments: string[]
  acknowledgedAt?: Date
  /** Until when it was put off, by the last word about that. */
  snoozedUntil?: Day
  /** When somebody who leads the group first did something about what it names: see `actedOn`. */
  actedAt?: Date
}

/** Whether the group has answered a reminder: by a press, or by a deed. */
export function isAnswered({ acknowledgedAt, snoozedUntil, actedAt }: StandingReminder): boolean {
  return acknowledgedAt !== undefined || snoozedUntil !== undefined || actedAt !== undefined
}

/** The reminders of a group since the last answer to one, all without an answer. */
export type Unanswered = {
  group: WorkingGroup
  /** Oldest first, one at least. */
  reminders: StandingReminder[]
  /** The day in the group's zone on which the first of them was said. */
  since: Day
  /** How many of the assignments that the newest names are still open. */
  open: number
}

/** Who hears next of what nobody acknowledges, in this order. */
export const steps = ['convenor', 'deputies', 'secretariat'] as const
export type Step = (typeof steps)[number]

/** What was told of a reminder to whom before, and for which day of its group that counts. */
export type StepTold = { reminder: string; step: Step; on: Day }

/**
 * What a group has left unanswered: the reminders since the last one that somebody acknowledged or put off, or after which
 * whoever leads the group did something about what it names. Undefined where there is none, and where nothing that the newest
 * names is open any more: what was done or withdrawn is asked of nobody.
 * @param reminders those of the group, in any order
 * @param named the assignments that they name, as they stand
 */
export function unansweredOf(
  group: WorkingGroup,
  reminders: readonly StandingReminder[],
  named: ReadonlyMap<string, Assignment>,
): Unanswered | undefined {
  const newestFirst = [...reminders].sort((a, b) => b.at.getTime() - a.at.getTime())
  const answered = newestFirst.findIndex(isAnswered)
  const isOpen = (id: string) => named.get(id)?.state === 'open'
  const left = (answered === -1 ? newestFirst : newestFirst.slice(0, answered)).toReversed()
  const newest = left.at(-1)
  // A reminder that has nothing open any more waits for nobody.
  const chain = left.filter(({ assignments }) => assignments.some(isOpen))
  const [first] = chain
  const open = newest?.assignments.filter(isOpen).length ?? 0
  if (first === undefined || open === 0) return undefined
  return { group, reminders: chain, since: dayIn(group.zone, first.at), open }
}

/**
 * Whether somebody at a step can be told today. `full`: they are there, and have heard as much this week as they or the
 * committee want. `none`: nobody is there, or they have put off what they are asked.
 */
export type Reach = 'here' | 'full' | 'none'

/**
 * Who hears of it today: the step whose distance has passed since the first reminder, and since the step before it was
 * really told. Where nobody can be reached at a step, the next one hears of it as early; where their week is full, at its own
 * distance: who wants to hear little holds up nobody else.
 */
export function stepDue(
  { reminders, since }: Unanswered,
  told: readonly StepTold[],
  reachOf: (step: Step) => Reach,
  {
    calendar,
    asking,
    today,
  }: { calendar: WorkingCalendar; asking: Pick<Asking, 'escalateAfter'>; today: Day },
): Step | undefined {
  const passed = (from: Day) => workingDaysBetween(calendar, from, today).days
  const chain = new Set(reminders.map(({ id }) => id))
  const toldAt = new Map(told.filter(({ reminder }) => chain.has(reminder)).map(({ step, on }) => [step, on]))
  const after = asking.escalateAfter
  let from = since
  let spent = 0
  let distance: number | undefined
  for (const step of steps) {
    const on = toldAt.get(step)
    distance ??= after[step]
    if (on !== undefined) {
      from = on
      spent = after[step]
      distance = undefined
      continue
    }
    const reach = reachOf(step)
    if (reach === 'here') return passed(from) >= distance - spent ? step : undefined
    if (reach === 'full') distance = undefined
  }
  return undefined
}

import type { QuietHours } from './quiet-hours.ts'

/**
 * How the committee asks its people. Distances are working days of the committee's calendar; hours are wall-clock times
 * `HH:MM`, those of a person in the person's own zone.
 */
export type Asking = {
  /** Nobody is asked whether they take something on before it is theirs for so long. */
  graceDays: number
  /** How far ahead a due day is told of. */
  soonDays: number
  /** Whoever said something is left alone for so long. */
  quietDays: number
  /** Overdue: the distance from the due day to the first asking, then from each to the next; the last one goes on. */
  overdueGaps: number[]
  /** What waits to be accepted, or to be decided: the distance from each asking to the next; the last one goes on. */
  answerGaps: number[]
  /** At most so many messages a person a week, Monday to Sunday, across all groups; the last is kept for what is urgent. */
  perWeek: number
  /** After so many working days without an acknowledgement the convenor, the deputies and the secretariat hear of it. */
  escalateAfter: { convenor: number; deputies: number; secretariat: number }
  /** When the day's askings go out, in the committee's zone. */
  hour: string
  /** Nobody hears anything in person from the one hour to the other, unless they have set others. */
  quietHours: QuietHours
  /** Where a slot on a day off goes: to the next working day, or to the one before. */
  onDayOff: 'next' | 'before'
}

/** What holds where a committee says nothing else. */
export const usualAsking: Asking = {
  graceDays: 3,
  soonDays: 5,
  quietDays: 5,
  overdueGaps: [1, 5, 10, 20],
  answerGaps: [5, 10, 20],
  perWeek: 3,
  escalateAfter: { convenor: 2, deputies: 4, secretariat: 6 },
  hour: '09:30',
  quietHours: { from: '20:00', until: '08:00' },
  onDayOff: 'next',
}

/**
 * When a member wants to hear: quiet hours of their own zone, at most so many askings a week, and of what they follow only
 * once a week, or nothing.
 */
export type Hearing = {
  member: string
  quietHours?: QuietHours
  perWeek?: number
  moves?: 'weekly' | 'off'
}

/** The committee's distances, with what is usual where it has none of its own. */
export function askingOf(own: Partial<Asking> | undefined): Asking {
  return { ...usualAsking, ...own }
}

import { addDays, type Day } from './day.ts'
import type { MarkedDay } from './marked-day.ts'

/** What the secretary makes of some days, of the whole committee or of one group: off, worked, or what the calendar says. */
export type Marking = {
  /** In their order, at least one. */
  days: readonly Day[]
  as: 'off' | 'work' | 'unmarked'
  group?: string
  why?: string
}

/** The days that it changes, or why it can't be: nothing of it is new, or the first of the days that are out of reach. */
export type MarkingDecision =
  | { ok: true; days: Day[] }
  | { ok: false; why: 'marked'; day: Day; mark: MarkedDay }
  | { ok: false; why: 'not-marked' | 'past' | 'too-far'; day: Day }

/** Longer ago nothing hangs on a day any more; further ahead it is a slip of the pen. */
const reachDays = 366
const farDays = 2 * 366

/** As many days are marked at once. */
export const mostMarked = 31

/** What a marking comes to on `today`. Days that are marked so already are left as they are, if any other is not. */
export function decideMarking(
  marks: readonly MarkedDay[],
  { days, as, group }: Marking,
  today: Day,
): MarkingDecision {
  const past = days.find((day) => day < addDays(today, -reachDays))
  if (past !== undefined) return { ok: false, why: 'past', day: past }
  const far = days.find((day) => day > addDays(today, farDays))
  if (far !== undefined) return { ok: false, why: 'too-far', day: far }
  const own = new Map(marks.filter((mark) => mark.group === group).map((mark) => [mark.day, mark]))
  const changed = days.filter((day) => {
    const mark = own.get(day)
    return as === 'unmarked' ? mark !== undefined : mark?.isWorked !== (as === 'work')
  })
  const [day = today] = days
  if (changed.length > 0) return { ok: true, days: changed }
  const mark = own.get(day)
  return mark === undefined || as === 'unmarked'
    ? { ok: false, why: 'not-marked', day }
    : { ok: false, why: 'marked', day, mark }
}

/** The days from the one to the other, both with it; none where the second is earlier. */
export function daysFrom(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

import type { Day } from '../calendar/day.ts'
import type { Hold } from '../hold/rules.ts'
import type { Member } from '../member/rules.ts'
import type { NoticeContent, Silence } from '../notice/planning.ts'
import type { PersonalAsks, Unheard } from '../reminder/asks.ts'
import type { Unanswered } from '../reminder/unanswered.ts'
import type { ScheduleKind, Slot } from '../schedule/rules.ts'
import type { WorkingGroup } from '../working-group/rules.ts'

/**
 * What a group would hear on the day, or why nothing; `moved`: its slot falls on a day off. What is held is told with what it
 * would say. `isLate`: its own day is over. `isBack`: it is no slot of the schedule's, but the return of a reminder that was put off until then.
 */
export type GroupAhead = {
  group: WorkingGroup
  slot: Slot
  held?: Hold
  isLate?: true
  isBack?: true
} & ({ say: true; content: NoticeContent } | { say: false; why: Silence | 'moved'; until?: Day })

/** Why somebody who is to be asked would hear nothing. */
export type UnaskedWhy = Exclude<Unheard, 'held'> | 'away' | 'quiet-until-day-off'

/** When somebody hears what is for that day. `isLater`: their quiet hours keep it from them at the committee's hour. */
export type Heard = { at: Date; isLater?: true }

/**
 * Whom the committee would ask in person on that day. `asked` are those who hear it, or would but for a hold. `when`:
 * ahead, over for that day, or never, on a day off. `waiting`, once it is over: those whose quiet hours are not.
 */
export type PeopleAhead = {
  when: 'ahead' | 'over' | 'day-off'
  /** The committee's hour for it, in its own zone. */
  hour: string
  /** That zone, an IANA name. */
  zone: string
  asked: (PersonalAsks & Heard & { held?: Hold })[]
  unasked: (PersonalAsks & { why: UnaskedWhy })[]
  unanswered: Unanswered[]
  waiting: { member: Member; at: Date }[]
}

/** All that the next run would say, to whom, as it stands. */
export type RunAhead = {
  kind: ScheduleKind
  on: Day
  /** In the order of their codes on record: those that are due that day, or would be but for a day off. */
  groups: GroupAhead[]
  /** How many groups have a schedule of this kind, and are not due that day. */
  others: number
  /** How many have none, or have switched it off. */
  unscheduled: number
  /** With the reminders alone. */
  people?: PeopleAhead
  /** The holds of everything. */
  heldWhole: Hold[]
}

/** How many groups would hear something, and how many of those are held. */
export function groupsHearing(groups: readonly GroupAhead[]): { hear: number; held: number } {
  const say = groups.filter((one) => one.say)
  const held = say.filter((one) => one.held !== undefined).length
  return { hear: say.length - held, held }
}

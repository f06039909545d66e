import type { Assignment } from '../assignment/rules.ts'
import type { Calendars } from '../calendar/calendars.ts'
import { type Day, dayIn } from '../calendar/day.ts'
import type { Hold } from '../hold/rules.ts'
import type { Member } from '../member/rules.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import type { AskClock, AskKind } from './ask.ts'
import type { Asking, Hearing } from './asking.ts'
import type { Hearer, People } from './hearers.ts'
import type { StandingReminder, Step, Unanswered } from './unanswered.ts'

/** One thing that somebody is asked about in person; `insteadOf` is the member for whom they stand in. */
export type Ask =
  | { kind: AskKind; assignment: string; insteadOf?: string }
  /** The group's reminders since this one wait for an acknowledgement. */
  | { kind: 'acknowledge'; step: Step; group: string; reminder: string; insteadOf?: string }

/** A message of asks that somebody heard; without a member, the secretariat did. */
export type AsksTold = { notice: string; member?: string; at: Date; asks: Ask[]; snoozedUntil?: Day }

/** All on which it rests whom to ask today. */
export type AskFacts = {
  now: Date
  /** The committee's zone. */
  zone: string
  calendars: Calendars
  asking: Asking
  people: People
  groups: readonly WorkingGroup[]
  /** Those that are open, and those that standing reminders name. */
  assignments: readonly Assignment[]
  hearing: readonly Hearing[]
  /** What was told of late, oldest first. */
  told: readonly AsksTold[]
  /** Those that were said of late. */
  reminders: readonly StandingReminder[]
  /** What the secretariat keeps from being said today. */
  holds: readonly Hold[]
}

/** Why somebody who is to be asked hears nothing today. */
export type Unheard = 'cap' | 'snoozed' | 'not-in-slack' | 'held'

/** What one person is asked today. */
export type PersonalAsks = { member: Member; asks: Ask[] }

/** Whom to ask today and about what; whom not, and why; and which groups the secretariat hears of. */
export type AskPlan = {
  say: PersonalAsks[]
  unheard: (PersonalAsks & { why: Unheard })[]
  /** What those owe who are away without a stand-in, and would be asked about today. */
  away: PersonalAsks[]
  unanswered: Unanswered[]
}

/** Takes note that somebody is to be asked something. */
export type Want = (hearer: Hearer, ask: Ask) => void

/** The days and distances by which the committee asks now. */
export function clockOf({ now, zone, calendars, asking }: AskFacts): AskClock {
  return {
    today: dayIn(zone, now),
    dayOf: (at) => dayIn(zone, at),
    calendar: calendars.committee,
    asking,
  }
}

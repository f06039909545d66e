import { ballOf } from '../assignment/life.ts'
import type { Assignment } from '../assignment/rules.ts'
import type { Calendars } from '../calendar/calendars.ts'
import { addDays, type Day, dayIn } from '../calendar/day.ts'
import { mondayOf } from '../calendar/weekday.ts'
import { workingDaysBetween } from '../calendar/working-calendar.ts'
import { type Hold, holdOf } from '../hold/rules.ts'
import type { Member } from '../member/rules.ts'
import { standingOn } from '../member/standing.ts'
import { seesAssignment, viewerOf } from '../viewing/rules.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import {
  type AskClock,
  type AskDecision,
  type AskedBefore,
  type AskKind,
  decideAsk,
  decideAskOfHeld,
  decideAskOfStuck,
  decideAskOfUnowned,
  decideAskToDecide,
  holderOf,
  isUrgent,
} from './ask.ts'
import type { Asking, Hearing } from './asking.ts'
import { decidersOf, type Hearer, hearersFor, hearersOf, isUnowned, leadsOf, type People } from './hearers.ts'
import {
  type Reach,
  type StandingReminder,
  type Step,
  type StepTold,
  stepDue,
  type Unanswered,
  unansweredOf,
} from './unanswered.ts'

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

/**
 * Whom to ask today: each person once, about all of it, never above what they or the committee want to hear a week. The
 * last message of several a week is kept for what can't wait: what is due today or overdue, and what others have left
 * unanswered; and it names what can't wait on the days of that week on which nothing more is said.
 */
export function planAsks(facts: AskFacts): AskPlan {
  const wanted = new Map<string, PersonalAsks>()
  const missed = new Map<string, PersonalAsks>()
  const note = (all: Map<string, PersonalAsks>, member: Member, ask: Ask) => {
    const known = all.get(member.id) ?? { member, asks: [] }
    all.set(member.id, known)
    known.asks.push(ask)
  }
  const want: Want = ({ member, insteadOf }, ask) =>
    note(wanted, member, insteadOf === undefined ? ask : { ...ask, insteadOf: insteadOf.id })
  const owed: Owed[] = []
  wantOwn(facts, want, ({ member }, ask) => note(missed, member, ask), owed)
  const unanswered = wantAnswers(facts, want)
  const plan: AskPlan = { say: [], unheard: [], away: [...missed.values()], unanswered }
  for (const personal of wanted.values()) {
    const why = unheardOf(personal, facts)
    if (why === undefined) plan.say.push(withRestOfWeek(personal, owed, facts))
    else plan.unheard.push({ ...personal, why })
  }
  return plan
}

type Want = (hearer: Hearer, ask: Ask) => void
/** What somebody is asked about when it is due. */
type Owed = { hearer: Hearer; assignment: Assignment; before: AskedBefore }

function wantOwn(facts: AskFacts, want: Want, miss: Want, owed: Owed[]): void {
  const { people, assignments, told } = facts
  const clock = clockOf(facts)
  const history = askedBefore(told, clock.today, clock.dayOf)
  const ask = (
    hearer: Hearer,
    assignment: Assignment,
    decide: (before: AskedBefore) => AskDecision,
    to = want,
  ) => {
    const decision = decide(history(hearer.member.id, assignment.id))
    if ('ask' in decision) to(hearer, { kind: decision.ask, assignment: assignment.id })
  }
  for (const one of assignments) {
    if (one.state !== 'open') continue
    const { hearers, away } = hearersOf(one.owner, one.group, people)
    for (const hearer of hearers) {
      ask(hearer, one, (before) => decideAsk(one, before, clock))
      owed.push({ hearer, assignment: one, before: history(hearer.member.id, one.id) })
    }
    for (const member of away) ask({ member }, one, (before) => decideAsk(one, before, clock), miss)
    if (one.life.declined !== undefined || one.life.dueAsked !== undefined)
      for (const hearer of decidersOf(one, people))
        ask(hearer, one, (before) => decideAskToDecide(one, before, clock))
    if (isUnowned(one, people))
      for (const hearer of decidersOf(one, people))
        ask(hearer, one, (before) => decideAskOfUnowned(one, before, clock))
    if (one.life.blocked === undefined) continue
    const holder = holderOf(one)
    const held = holder === undefined ? [] : hearersOf(holder, one.group, people).hearers
    const told = held.filter(({ member }) => member.slackId !== undefined && mayKnow(member, one, facts))
    for (const hearer of told) ask(hearer, one, (before) => decideAskOfHeld(one, before, clock))
    if (told.length === 0 && ballOf(one.life) === 'other')
      for (const hearer of hearers) ask(hearer, one, (before) => decideAskOfStuck(one, before, clock))
  }
}

/**
 * The last message that somebody hears in a week names also what falls due, or is asked for as overdue, on a later day of
 * it: on that day they would hear nothing. What they have moved or were asked about of late they are left alone with.
 */
function withRestOfWeek(personal: PersonalAsks, owed: readonly Owed[], facts: AskFacts): PersonalAsks {
  const { heard, most } = weekOf(personal.member, facts)
  if (heard < most - 1) return personal
  const clock = clockOf(facts)
  const named = new Set(personal.asks.flatMap((ask) => (ask.kind === 'acknowledge' ? [] : [ask.assignment])))
  const sunday = addDays(mondayOf(clock.today), 6)
  const later: Day[] = []
  for (let day = addDays(clock.today, 1); day <= sunday; day = addDays(day, 1))
    if (clock.calendar.isWorkingDay(day)) later.push(day)
  const asks = owed
    .filter(({ hearer, assignment }) => hearer.member.id === personal.member.id && !named.has(assignment.id))
    .flatMap(({ hearer, assignment, before }): Ask[] => {
      const isUrgentOn = (today: Day) => {
        const decision = decideAsk(assignment, before, { ...clock, today })
        return 'ask' in decision && isUrgent(decision.ask)
      }
      if (!mayComeSooner(assignment, before, clock) || !later.some(isUrgentOn)) return []
      const { dueOn = clock.today } = assignment
      const kind = dueOn > clock.today ? 'soon' : dueOn === clock.today ? 'today' : 'overdue'
      const insteadOf = hearer.insteadOf === undefined ? {} : { insteadOf: hearer.insteadOf.id }
      return [{ kind, assignment: assignment.id, ...insteadOf }]
    })
  return { ...personal, asks: [...personal.asks, ...asks] }
}

function mayComeSooner(assignment: Assignment, before: AskedBefore, clock: AskClock): boolean {
  const decision = decideAsk(assignment, before, clock)
  const last = before.asked.at(-1)
  if (last !== undefined && workingDaysBetween(clock.calendar, clock.dayOf(last), clock.today).days < 2)
    return false
  return 'silent' in decision && (decision.silent === 'not-yet' || decision.silent === 'asked-lately')
}

function clockOf({ now, zone, calendars, asking }: AskFacts): AskClock {
  return {
    today: dayIn(zone, now),
    dayOf: (at) => dayIn(zone, at),
    calendar: calendars.committee,
    asking,
  }
}

/** Nobody is asked about what a closed group keeps to itself. */
function mayKnow(member: Member, assignment: Assignment, { groups, people }: AskFacts): boolean {
  const standing = standingOn(member, people, people.today)
  return seesAssignment(viewerOf(groups, { standing }), assignment)
}

/** Asks for an acknowledgement where one is overdue; what came to the secretariat's turn is returned. */
function wantAnswers(facts: AskFacts, want: Want): Unanswered[] {
  const { now, calendars, asking, people, assignments, told, reminders, groups } = facts
  const named = new Map(assignments.map((one) => [one.id, one]))
  const today = dayIn(facts.zone, now)
  // Whoever hears the same step later on the same day, because their morning comes later, hears it as well.
  const before = told.filter(({ at, member }) => member === undefined || dayIn(facts.zone, at) !== today)
  const stepsTold: StepTold[] = before.flatMap(({ at, asks }) =>
    asks.flatMap((ask) =>
      ask.kind === 'acknowledge' ? [{ reminder: ask.reminder, step: ask.step, at }] : [],
    ),
  )
  // Whoever has put off what they are asked, or is not there, holds nobody else up.
  const hears = ({ member }: Hearer) =>
    member.slackId !== undefined && putOffUntil(told, member.id, today) === undefined
  const hasRoom = ({ member }: Hearer) => {
    const { heard, most } = weekOf(member, facts)
    return heard < most
  }
  const forSecretariat: Unanswered[] = []
  for (const group of groups) {
    const own = reminders.filter((one) => one.group === group.code)
    const leads = {
      convenor: leadsOf(group.code, 'convenor', people),
      deputies: leadsOf(group.code, 'deputy', people),
    }
    const left = unansweredOf(group, own, named)
    // The newest stays in the window longest, and it is the one that is acknowledged.
    const newest = left?.reminders.at(-1)
    if (left === undefined || newest === undefined) continue
    const hearersAt = (step: Step) =>
      step === 'secretariat' ? [] : hearersFor(leads[step], people).filter(hears)
    const reachOf = (candidate: Step): Reach => {
      if (candidate === 'secretariat') return 'here'
      const hearers = hearersAt(candidate)
      if (hearers.length === 0) return 'none'
      return hearers.some(hasRoom) ? 'here' : 'full'
    }
    const step = stepDue(left, stepsTold, reachOf, { calendar: calendars.of(group), asking, now })
    if (step === 'secretariat') forSecretariat.push(left)
    else if (step !== undefined)
      for (const hearer of hearersAt(step))
        want(hearer, { kind: 'acknowledge', step, group: group.code, reminder: newest.id })
  }
  return forSecretariat
}

/** When a member was asked about an assignment, whoever they stood in for; and whether they put it off until now. */
function askedBefore(
  told: readonly AsksTold[],
  today: Day,
  dayOf: (at: Date) => Day,
): (member: string, assignment: string) => AskedBefore {
  const of = new Map<string, Date[]>()
  const lastOf = new Map<string, Day>()
  const putOff = new Map<string, Day>()
  for (const { member, at, asks, snoozedUntil } of told) {
    if (member === undefined) continue
    lastOf.set(member, dayOf(at))
    for (const ask of asks) {
      if (ask.kind === 'acknowledge') continue
      const key = `${member} ${ask.assignment}`
      of.set(key, [...(of.get(key) ?? []), at])
      if (snoozedUntil !== undefined) putOff.set(key, snoozedUntil)
    }
  }
  return (member, assignment) => {
    const key = `${member} ${assignment}`
    const until = putOff.get(key)
    const isBack = until !== undefined && until <= today && (lastOf.get(member) ?? '') < until
    return { asked: of.get(key) ?? [], hearer: member, ...(isBack && { isBack }) }
  }
}

/** Until when a member has put off what they are asked, under whichever message; undefined where that is over. */
function putOffUntil(told: readonly AsksTold[], member: string, today: Day): Day | undefined {
  const ahead = told.flatMap((one) =>
    one.member === member && one.snoozedUntil !== undefined && one.snoozedUntil > today
      ? [one.snoozedUntil]
      : [],
  )
  return ahead.sort().at(-1)
}

function unheardOf({ member, asks }: PersonalAsks, facts: AskFacts): Unheard | undefined {
  if (member.slackId === undefined) return 'not-in-slack'
  const { now, zone, told } = facts
  const today = dayIn(zone, now)
  const heard = told.filter((one) => one.member === member.id)
  if (putOffUntil(told, member.id, today) !== undefined) return 'snoozed'
  // What was held over a night may be said on the day of the next: that comes a day later.
  if (heard.some(({ at }) => dayIn(zone, at) === today)) return 'cap'
  const week = weekOf(member, facts)
  const cantWait = asks.some((ask) => ask.kind === 'acknowledge' || isUrgent(ask.kind))
  if (week.heard >= (cantWait ? week.most : Math.max(1, week.most - 1))) return 'cap'
  return holdOf(facts.holds, { kind: 'asks', recipient: member.id }) === undefined ? undefined : 'held'
}

/** How many messages a member has heard in the week of today, Monday to Sunday, and how many they and the committee want at most. */
function weekOf(
  { id }: Pick<Member, 'id'>,
  { now, zone, asking, told, hearing }: AskFacts,
): { heard: number; most: number } {
  const monday = mondayOf(dayIn(zone, now))
  const own = hearing.find(({ member }) => member === id)?.perWeek ?? asking.perWeek
  return {
    heard: told.filter(({ member, at }) => member === id && dayIn(zone, at) >= monday).length,
    most: Math.min(own, asking.perWeek),
  }
}

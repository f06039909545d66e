import { ballOf } from '../assignment/life.ts'
import type { Assignment } from '../assignment/rules.ts'
import type { Day } from '../calendar/day.ts'
import type { Member } from '../member/rules.ts'
import { standingOn } from '../member/standing.ts'
import { seesAssignment, viewerOf } from '../viewing/rules.ts'
import {
  type AskDecision,
  type AskedBefore,
  decideAsk,
  decideAskOfHeld,
  decideAskOfStuck,
  decideAskOfUnowned,
  decideAskToDecide,
  holderOf,
} from './ask.ts'
import {
  type Ask,
  type AskFacts,
  type AskPlan,
  type AsksTold,
  clockOf,
  type PersonalAsks,
  type Want,
} from './asks.ts'
import { decidersOf, type Hearer, hearersOf, isUnowned } from './hearers.ts'
import { wantAnswers } from './wanted-answers.ts'
import { type Owed, unheardOf, withRestOfWeek } from './week.ts'

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

/** Nobody is asked about what a closed group keeps to itself. */
function mayKnow(member: Member, assignment: Assignment, { groups, people }: AskFacts): boolean {
  const standing = standingOn(member, people, people.today)
  return seesAssignment(viewerOf(groups, { standing }), assignment)
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

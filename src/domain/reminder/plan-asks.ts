import { ballOf } from '../assignment/life.ts'
import type { Assignment } from '../assignment/rules.ts'
import type { Member } from '../member/rules.ts'
import { standingOn } from '../member/standing.ts'
import { seesAssignment, viewerOf } from '../viewing/rules.ts'
import {
  type AskClock,
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
import { comingBack, puttingOff, type Side } from './put-off.ts'
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
  const putOff = new Map<string, PersonalAsks>()
  const isPutOff = puttingOff(facts.told, facts.people.today)
  const want: Want = ({ member, insteadOf }, ask) =>
    note(
      isPutOff(member.id, ask) ? putOff : wanted,
      member,
      insteadOf === undefined ? ask : { ...ask, insteadOf: insteadOf.id },
    )
  const owed: Owed[] = []
  wantOwn(facts, want, ({ member }, ask) => note(missed, member, ask), owed)
  const unanswered = wantAnswers(facts, want)
  const snoozed = [...putOff.values()].map((one) => ({ ...one, why: 'snoozed' as const }))
  const plan: AskPlan = { say: [], unheard: snoozed, away: [...missed.values()], unanswered }
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
  const history = askedBefore(told, clock)
  const isPutOff = puttingOff(told, clock.today)
  const ask = (
    hearer: Hearer,
    assignment: Assignment,
    as: Side,
    decide: (before: AskedBefore) => AskDecision,
    to = want,
  ) => {
    const decision = decide(history(hearer.member.id, assignment.id, as))
    if ('ask' in decision) to(hearer, { kind: decision.ask, assignment: assignment.id })
  }
  /** Whoever has put it off holds nobody up: others are asked meanwhile. */
  const deciders = (one: Assignment, kind: 'decide' | 'unowned') =>
    decidersOf(one, people, ({ member }) => !isPutOff(member.id, { kind, assignment: one.id }))
  for (const one of assignments) {
    if (one.state !== 'open') continue
    const { hearers, away } = hearersOf(one.owner, one.group, people)
    for (const hearer of hearers) {
      ask(hearer, one, 'own', (before) => decideAsk(one, before, clock))
      if (!isPutOff(hearer.member.id, { kind: 'soon', assignment: one.id }))
        owed.push({ hearer, assignment: one, before: history(hearer.member.id, one.id, 'own') })
    }
    for (const member of away) ask({ member }, one, 'own', (before) => decideAsk(one, before, clock), miss)
    if (one.life.declined !== undefined || one.life.dueAsked !== undefined)
      for (const hearer of deciders(one, 'decide'))
        ask(hearer, one, 'decide', (before) => decideAskToDecide(one, before, clock))
    if (isUnowned(one, people))
      for (const hearer of deciders(one, 'unowned'))
        ask(hearer, one, 'unowned', (before) => decideAskOfUnowned(one, before, clock))
    if (one.life.blocked === undefined) continue
    const holder = holderOf(one)
    const held = holder === undefined ? [] : hearersOf(holder, one.group, people).hearers
    const told = held.filter(({ member }) => member.slackId !== undefined && mayKnow(member, one, facts))
    for (const hearer of told) ask(hearer, one, 'held', (before) => decideAskOfHeld(one, before, clock))
    if (told.length === 0 && ballOf(one.life) === 'other')
      for (const hearer of hearers) ask(hearer, one, 'own', (before) => decideAskOfStuck(one, before, clock))
  }
}

/** Nobody is asked about what a closed group keeps to itself. */
function mayKnow(member: Member, assignment: Assignment, { groups, people }: AskFacts): boolean {
  const standing = standingOn(member, people, people.today)
  return seesAssignment(viewerOf(groups, { standing }), assignment)
}

/** When a member was asked about an assignment, whoever they stood in for; and whether they put that off until now. */
function askedBefore(
  told: readonly AsksTold[],
  { today, dayOf }: AskClock,
): (member: string, assignment: string, as: Side) => AskedBefore {
  const of = new Map<string, Date[]>()
  for (const { member, at, asks } of told)
    for (const ask of asks) {
      if (member === undefined || ask.kind === 'acknowledge') continue
      const key = `${member} ${ask.assignment}`
      of.set(key, [...(of.get(key) ?? []), at])
    }
  const isBack = comingBack(told, today, dayOf)
  return (member, assignment, as) => ({
    asked: of.get(`${member} ${assignment}`) ?? [],
    hearer: member,
    isBack: isBack(member, { kind: as === 'own' ? 'soon' : as, assignment }),
  })
}

import type { Assignment } from '../assignment/rules.ts'
import { addDays, type Day, dayIn } from '../calendar/day.ts'
import { mondayOf } from '../calendar/weekday.ts'
import { workingDaysBetween } from '../calendar/working-calendar.ts'
import { holdOf } from '../hold/rules.ts'
import type { Member } from '../member/rules.ts'
import { type AskClock, type AskedBefore, decideAsk, isUrgent } from './ask.ts'
import { type Ask, type AskFacts, clockOf, type PersonalAsks, type Unheard } from './asks.ts'
import type { Hearer } from './hearers.ts'

/** What somebody is asked about when it is due. */
export type Owed = { hearer: Hearer; assignment: Assignment; before: AskedBefore }

/**
 * The last message that somebody hears in a week names also what falls due, or is asked for as overdue, on a later day of
 * it: on that day they would hear nothing. What they have moved or were asked about of late they are left alone with.
 */
export function withRestOfWeek(personal: PersonalAsks, owed: readonly Owed[], facts: AskFacts): PersonalAsks {
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

/** Why somebody who is to be asked hears nothing today; undefined where they hear it. */
export function unheardOf({ member, asks }: PersonalAsks, facts: AskFacts): Unheard | undefined {
  if (member.slackId === undefined) return 'not-in-slack'
  const { now, zone, told } = facts
  const today = dayIn(zone, now)
  const heard = told.filter((one) => one.member === member.id)
  // What was held over a night may be said on the day of the next: that comes a day later.
  if (heard.some(({ at }) => dayIn(zone, at) === today)) return 'cap'
  const week = weekOf(member, facts)
  const cantWait = asks.some((ask) => ask.kind === 'acknowledge' || isUrgent(ask.kind))
  if (week.heard >= (cantWait ? week.most : Math.max(1, week.most - 1))) return 'cap'
  return holdOf(facts.holds, { kind: 'asks', recipient: member.id }) === undefined ? undefined : 'held'
}

/** How many messages a member has heard in the week of today, Monday to Sunday, and how many they and the committee want at most. */
export function weekOf(
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

import { type Day, dayIn } from '../calendar/day.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import type { AskFacts, Want } from './asks.ts'
import { type Hearer, hearersFor, leadsOf } from './hearers.ts'
import { puttingOff } from './put-off.ts'
import { type Reach, type Step, type StepTold, stepDue, type Unanswered, unansweredOf } from './unanswered.ts'
import { weekOf } from './week.ts'

/** Asks for an acknowledgement where one is overdue; what came to the secretariat's turn is returned. */
export function wantAnswers(facts: AskFacts, want: Want): Unanswered[] {
  const { now, calendars, asking, people, assignments, told, reminders, groups } = facts
  const named = new Map(assignments.map((one) => [one.id, one]))
  const today = dayIn(facts.zone, now)
  // Whoever hears the same step later on the same day, because their morning comes later, hears it as well.
  const before = told.filter(({ at, member }) => member === undefined || dayIn(facts.zone, at) !== today)
  /** What is said at night on the clock of a group far behind the committee's counts for the next day of that. */
  const dayFor = ({ zone }: WorkingGroup, at: Date): Day =>
    [dayIn(zone, at), dayIn(facts.zone, at)].reduce((a, b) => (a > b ? a : b))
  const stepsTold = (group: WorkingGroup): StepTold[] =>
    before.flatMap(({ at, asks }) =>
      asks.flatMap((ask) =>
        ask.kind === 'acknowledge' ? [{ reminder: ask.reminder, step: ask.step, on: dayFor(group, at) }] : [],
      ),
    )
  // Whoever has put off what they are asked, or is not there, holds nobody else up.
  const isPutOff = puttingOff(told, today)
  const hears = ({ member }: Hearer, group: string) =>
    member.slackId !== undefined && !isPutOff(member.id, { kind: 'acknowledge', group })
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
      step === 'secretariat' ? [] : hearersFor(leads[step], people).filter((one) => hears(one, group.code))
    const reachOf = (candidate: Step): Reach => {
      if (candidate === 'secretariat') return 'here'
      const hearers = hearersAt(candidate)
      if (hearers.length === 0) return 'none'
      return hearers.some(hasRoom) ? 'here' : 'full'
    }
    const step = stepDue(left, stepsTold(group), reachOf, {
      calendar: calendars.of(group),
      asking,
      today: dayFor(group, now),
    })
    if (step === 'secretariat') forSecretariat.push(left)
    else if (step !== undefined)
      for (const hearer of hearersAt(step))
        want(hearer, { kind: 'acknowledge', step, group: group.code, reminder: newest.id })
  }
  return forSecretariat
}

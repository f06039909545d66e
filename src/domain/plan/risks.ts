import type { Assignment } from '../assignment/rules.ts'
import { addDays, type Day, dayIn, daysBetween } from '../calendar/day.ts'
import { groupsOf } from '../goal/rules.ts'
import { stageSystem } from '../stage/system.ts'
import { dueOn } from '../standard/due.ts'
import { stepsOf } from '../work/steps.ts'
import {
  assignmentsBelow,
  kindsWithoutWork,
  liveGoals,
  type PlanTrace,
  type TracedGoal,
  type TracedItem,
  type TracedPoint,
} from './trace.ts'

/** Why a point may not be fulfilled by the end of its year; each is a fact on record and no opinion. */
export type Risk =
  | { why: 'no-goal' }
  | { why: 'not-accepted'; goals: string[] }
  | { why: 'not-broken-down'; goals: string[] }
  /** None of a kind of work that they ask for is below them, though other work is. */
  | { why: 'kinds-missing'; goals: string[] }
  | { why: 'goals-late'; goals: string[]; since: Day }
  | { why: 'goals-soon'; goals: string[]; on: Day }
  /** A day that its sentence names has passed. */
  | { why: 'day-passed'; on: Day }
  | { why: 'assignments-late'; count: number; since: Day }
  | { why: 'steps-late'; count: number; since: Day }
  | { why: 'work-late'; items: string[]; since: Day }
  | { why: 'standards-late'; standards: string[]; since: Day }
  /** Nothing below it was done, taken or moved since that day, or ever. */
  | { why: 'still'; since?: Day }
  /** Less than half of what an even pace over the year would have brought. */
  | { why: 'behind'; share: number; elapsed: number }

export type PointAtRisk = { traced: TracedPoint; risks: Risk[] }

/** What is due within so many days is due soon. */
const soonDays = 30
/** A quarter without a move is long, and a summer holiday is not. */
const stillDays = 90
/** Before the second quarter nobody is behind. */
const firstJudged = 0.25

/**
 * The points of a plan that are at risk on a day of the committee's calendar, and why, those with the most reasons first.
 * What is done is at no risk.
 */
export function pointsAtRisk(trace: PlanTrace, today: Day): PointAtRisk[] {
  const elapsed = elapsedOf(trace.plan.year, today)
  /** Points that have the same goals have the same risks. */
  const known = new Map<string, Risk[]>()
  const risksBelow = (traced: TracedPoint) => {
    const key = traced.goals.map(({ goal }) => goal.id).join(' ')
    const risks = known.get(key) ?? risksOf(traced, today, elapsed)
    known.set(key, risks)
    return risks
  }
  const found = trace.areas.flatMap(({ points }) =>
    points.flatMap((traced): PointAtRisk[] => {
      const risks = isSettled(traced) ? [] : [...daysPassed(traced, today), ...risksBelow(traced)]
      return risks.length === 0 ? [] : [{ traced, risks }]
    }),
  )
  return found.sort((a, b) => b.risks.length - a.risks.length)
}

/** All of it is done, or its goals have ended. */
function isSettled(traced: TracedPoint): boolean {
  const live = liveGoals(traced)
  const lacks = live.some((goal) => goal.goal.state === 'open' && kindsWithoutWork(goal).length > 0)
  return (traced.share >= 1 && !lacks) || (live.length > 0 && live.every(({ goal }) => goal.state !== 'open'))
}

/** The last day that the sentence names, where it has passed. */
function daysPassed({ point }: TracedPoint, today: Day): Risk[] {
  const on = (point.reading?.dates ?? [])
    .map(({ value }) => value)
    .toSorted()
    .at(-1)
  return on !== undefined && on < today ? [{ why: 'day-passed', on }] : []
}

/** How much of the year has passed, from 0 to 1. */
export function elapsedOf(year: number, today: Day): number {
  const days = daysBetween(`${year}-01-01`, `${year + 1}-01-01`)
  return Math.min(1, Math.max(0, daysBetween(`${year}-01-01`, today) / days))
}

function risksOf(traced: TracedPoint, today: Day, elapsed: number): Risk[] {
  const goals = liveGoals(traced).filter(({ goal }) => goal.state === 'open')
  if (liveGoals(traced).length === 0) return [{ why: 'no-goal' }]
  const items = [...new Set(goals.flatMap(({ items }) => items))].filter(
    ({ item, progress }) => item.state === 'open' && progress.share < 1,
  )
  const owed = [...new Set(goals.flatMap(assignmentsBelow))]
  const risks: (Risk | undefined)[] = [
    notAccepted(goals),
    notBrokenDown(goals),
    kindsMissing(goals),
    goalsLate(goals, today),
    goalsSoon(goals, today),
    assignmentsLate(owed, today),
    stepsLate(items, today),
    workLate(items, today),
    standardsLate(items, today),
    still(goals, owed, today),
    elapsed >= firstJudged && traced.share < elapsed / 2
      ? { why: 'behind', share: traced.share, elapsed }
      : undefined,
  ]
  return risks.filter((risk) => risk !== undefined)
}

function notAccepted(goals: readonly TracedGoal[]): Risk | undefined {
  const some = goals.filter(({ goal }) => groupsOf(goal).length === 0).map(({ goal }) => goal.id)
  return some.length === 0 ? undefined : { why: 'not-accepted', goals: some }
}

function notBrokenDown(goals: readonly TracedGoal[]): Risk | undefined {
  const some = goals
    .filter((traced) => groupsOf(traced.goal).length > 0)
    .filter(({ items, assignments }) => items.length === 0 && assignments.length === 0)
    .map(({ goal }) => goal.id)
  return some.length === 0 ? undefined : { why: 'not-broken-down', goals: some }
}

function kindsMissing(goals: readonly TracedGoal[]): Risk | undefined {
  const some = goals.filter((goal) => kindsWithoutWork(goal).length > 0).map(({ goal }) => goal.id)
  return some.length === 0 ? undefined : { why: 'kinds-missing', goals: some }
}

function goalsLate(goals: readonly TracedGoal[], today: Day): Risk | undefined {
  const late = unreached(goals).filter(({ dueOn }) => dueOn < today)
  const days = late.map(({ dueOn }) => dueOn)
  return lateSince(days, (since) => ({ why: 'goals-late', goals: late.map(({ id }) => id), since }))
}

function goalsSoon(goals: readonly TracedGoal[], today: Day): Risk | undefined {
  const end = addDays(today, soonDays)
  const soon = unreached(goals).filter(({ dueOn }) => dueOn >= today && dueOn <= end)
  const days = soon.map(({ dueOn }) => dueOn)
  return lateSince(days, (on) => ({ why: 'goals-soon', goals: soon.map(({ id }) => id), on }))
}

function unreached(goals: readonly TracedGoal[]): { id: string; dueOn: Day }[] {
  return goals.flatMap(({ goal: { id, dueOn }, share }) =>
    dueOn !== undefined && share < 1 ? [{ id, dueOn }] : [],
  )
}

function assignmentsLate(owed: readonly Assignment[], today: Day): Risk | undefined {
  const days = owed.flatMap(({ state, dueOn }) =>
    state === 'open' && dueOn !== undefined && dueOn < today ? [dueOn] : [],
  )
  return lateSince(days, (since) => ({ why: 'assignments-late', count: days.length, since }))
}

function stepsLate(items: readonly TracedItem[], today: Day): Risk | undefined {
  const days = items.flatMap(({ item, kind }) =>
    stepsOf(item, kind).flatMap(({ taken, dueOn }) =>
      taken === undefined && dueOn !== undefined && dueOn < today ? [dueOn] : [],
    ),
  )
  return lateSince(days, (since) => ({ why: 'steps-late', count: days.length, since }))
}

function workLate(items: readonly TracedItem[], today: Day): Risk | undefined {
  const late = items.flatMap(({ item: { id, dueOn }, progress }) =>
    dueOn !== undefined && dueOn < today && progress.share < 1 ? [{ id, dueOn }] : [],
  )
  const days = late.map(({ dueOn }) => dueOn)
  return lateSince(days, (since) => ({ why: 'work-late', items: late.map(({ id }) => id), since }))
}

/** As lists tell it: over the committee's own target or the national limit. */
function standardsLate(items: readonly TracedItem[], today: Day): Risk | undefined {
  const late = [...new Set(items.flatMap(({ standards }) => standards))].flatMap((standard) => {
    const due = stageSystem(standard.stages).isDraft(standard.stage) ? dueOn(standard) : undefined
    return due !== undefined && due < today ? [{ name: standard.designation, due }] : []
  })
  const names = [...new Set(late.map(({ name }) => name))]
  return lateSince(
    late.map(({ due }) => due),
    (since) => ({ why: 'standards-late', standards: names, since }),
  )
}

/** Days on which something moved, as exactly as they are known; a standard's month counts as its first day. */
function still(goals: readonly TracedGoal[], owed: readonly Assignment[], today: Day): Risk | undefined {
  const items = [...new Set(goals.flatMap(({ items }) => items))]
  if (items.length === 0 && owed.length === 0) return undefined
  let last: Day | undefined
  const moved = (day: Day | undefined) => {
    if (day !== undefined && day <= today && (last === undefined || day > last)) last = day
  }
  for (const { item, standards } of items) {
    for (const { on } of item.steps) moved(on)
    moved(item.startsOn)
    moved(item.doneOn)
    for (const { stageSince } of standards) moved(stageSince)
  }
  for (const { doneOn } of owed) moved(doneOn)
  // That a group took it on was a move; in a quarter a day more or less means nothing, so no zone is asked for.
  for (const { goal } of goals)
    for (const { answeredAt } of goal.groups) moved(answeredAt && dayIn('UTC', answeredAt))
  if (last === undefined) return { why: 'still' }
  return last < addDays(today, -stillDays).slice(0, last.length) ? { why: 'still', since: last } : undefined
}

function lateSince(days: readonly Day[], risk: (since: Day) => Risk): Risk | undefined {
  const [first] = days.toSorted()
  return first === undefined ? undefined : risk(first)
}

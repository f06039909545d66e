import { ballOf, decisionNews, type Life, movedAt, type OwnerRef } from '../assignment/life.ts'
import type { Assignment } from '../assignment/rules.ts'
import type { Day } from '../calendar/day.ts'
import { type WorkingCalendar, workingDaysBetween } from '../calendar/working-calendar.ts'
import type { Asking } from './asking.ts'

/**
 * Why somebody hears of an assignment. Its owner: it is `given` to them, waits for their `answer`, is due `soon` or
 * `today`, or `overdue`, or still `stuck`, as far as is known, with nobody of the committee to be asked about it; or it has
 * come back to them as it was `decided`, or goes `on` since whoever it waited for has done their part. Others: they are to
 * `decide` about it, or to find somebody for it since whoever owes it is gone (`unowned`), or it is `held` up by them.
 */
export type AskKind =
  | 'given'
  | 'answer'
  | 'soon'
  | 'today'
  | 'overdue'
  | 'on'
  | 'stuck'
  | 'decided'
  | 'decide'
  | 'unowned'
  | 'held'

/** Why nobody is asked about an assignment now. */
export type Unasked =
  | 'not-open'
  | 'with-convenor'
  | 'held-up'
  | 'in-grace'
  | 'moved-lately'
  | 'asked-lately'
  | 'not-yet'

/** The days and distances by which asking goes. Days are those of the committee's calendar. */
export type AskClock = {
  today: Day
  dayOf: (at: Date) => Day
  calendar: WorkingCalendar
  asking: Asking
}

/**
 * When the hearer was asked about it before, oldest first; `isBack`: they put it off until now; `hearer`: their id, by which
 * they are not told of what they have decided themselves.
 */
export type AskedBefore = { asked: readonly Date[]; isBack?: boolean; hearer?: string }

/** What is asked about one assignment, or why nothing. */
export type AskDecision = { ask: AskKind } | { silent: Unasked }

/**
 * Whether the owner is asked about an assignment today. Whoever has moved is left alone for the committee's quiet days, and
 * so is everybody while the ball is elsewhere; what has come back to them counts from its return. A due day that others set
 * is asked for as any other, however lately they moved before. What is new to them they hear at once: that it was given to
 * them, that more time is refused, that finished work is open again, that it goes on. About
 * the same thing nobody is asked on two working days in a row else. Distances count from what was really said, so that a
 * missed run loses nothing.
 */
export function decideAsk(assignment: Assignment, before: AskedBefore, clock: AskClock): AskDecision {
  const { life, state, dueOn } = assignment
  const { today, dayOf, asking } = clock
  if (state !== 'open') return { silent: 'not-open' }
  const ball = ballOf(life)
  if (ball === 'convenor') return { silent: 'with-convenor' }
  const since = (at: Date) => passed(clock, dayOf(at))
  const given = life.given?.at
  // What was said to them before it was theirs was about something else.
  const asked = before.asked.filter((at) => given === undefined || at > given)
  const last = asked.at(-1)
  const isNews = isNewsFor(assignment, before.hearer)
  // With which word they heard of it: that is no further asking for work that is overdue.
  const heard = isNews ? asked.find((at) => isAfterDecision(assignment, at)) : undefined
  // Whoever waits for others hears it as well.
  if (isNews && heard === undefined) return { ask: 'decided' }
  if (ball === 'other') return { silent: 'held-up' }
  if (isGoingOn(life, last)) return { ask: 'on' }
  const isInGrace = given !== undefined && since(given) < asking.graceDays
  const isUntold = last === undefined && life.seen === undefined && movedAt(life) === undefined
  // Also where its day was set in the meantime, which is no move of theirs.
  if (isInGrace && isUntold) return { ask: 'given' }
  // A day that others have set since they moved is one that they have not heard of.
  const moved = isDaySetFor(life, before.hearer) ? undefined : latest(movedAt(life), returnedAt(assignment))
  if (moved !== undefined && since(moved) < asking.quietDays) return { silent: 'moved-lately' }
  if (before.isBack === true && last !== undefined) return { ask: kindNow(assignment, clock) }
  if (isInGrace && !isBehind(dueOn, today)) return { silent: 'in-grace' }
  if (last !== undefined && since(last) < 2) return { silent: 'asked-lately' }
  return (
    askOfDueDay(assignment, asked, clock, heard) ??
    (isNews && life.decided?.kind === 'reopened' && dueOn === undefined
      ? askAgain(life.decided.at, before, 'decided', clock)
      : askOfAnswer(assignment, asked, clock))
  )
}

/** Whether it is back with its owner by a decision that asks something of them, and not by the hearer's own word. */
function isNewsFor({ life }: Assignment, hearer: string | undefined): boolean {
  const news = decisionNews(life)
  if (news === undefined || (hearer !== undefined && news.by === hearer)) return false
  return news.kind === 'refused' || news.kind === 'reopened'
}

/** Whether somebody else has set its due day, and its owner has not moved since. */
function isDaySetFor(life: Life, hearer: string | undefined): boolean {
  const news = decisionNews(life)
  return news?.kind === 'set-due' && (hearer === undefined || news.by !== hearer)
}

function isAfterDecision({ life: { decided } }: Assignment, at: Date): boolean {
  return decided !== undefined && at > decided.at
}

/** Whether whoever it waited for has done their part, and its owner has neither moved nor heard of it since. */
function isGoingOn(life: Life, last: Date | undefined): boolean {
  const { resumed } = life
  if (resumed?.isPartDone !== true) return false
  const known = latest(movedAt(life), last)
  return known === undefined || known < resumed.at
}

/** Overdue, then what is due; undefined where its day is far or none. */
function askOfDueDay(
  { dueOn }: Assignment,
  asked: readonly Date[],
  clock: AskClock,
  heard: Date | undefined,
): AskDecision | undefined {
  const { today, dayOf, asking, calendar } = clock
  if (dueOn === undefined) return undefined
  const days = asked.map(dayOf)
  if (isBehind(dueOn, today)) {
    const after = days.filter((day) => day > dueOn)
    const from = after.at(-1) ?? dueOn
    const count = after.length - (heard !== undefined && dayOf(heard) > dueOn ? 1 : 0)
    return passed(clock, from) >= gapAt(asking.overdueGaps, count)
      ? { ask: 'overdue' }
      : { silent: 'asked-lately' }
  }
  if (dueOn === today) return days.includes(today) ? { silent: 'asked-lately' } : { ask: 'today' }
  const isNear = (day: Day) => workingDaysBetween(calendar, day, dueOn).days <= asking.soonDays
  if (!isNear(today)) return undefined
  return days.some((day) => day <= dueOn && isNear(day)) ? { silent: 'asked-lately' } : { ask: 'soon' }
}

/** Whoever has it and said nothing yet is asked whether they take it on; where nobody noted who has it, nobody is. */
function askOfAnswer({ life }: Assignment, asked: readonly Date[], clock: AskClock): AskDecision {
  const { asking, dayOf } = clock
  if (life.given === undefined || hasAnswered(life)) return { silent: 'not-yet' }
  const last = asked.at(-1)
  // The word that it is theirs was no question yet.
  const isDue =
    last === undefined ||
    passed(clock, dayOf(last)) >= answerGap(asking, asked.length, last, life.given.at, clock)
  return isDue ? { ask: 'answer' } : { silent: 'asked-lately' }
}

/** A move of theirs, or one that something came back from; that others set its due day is no answer. */
function hasAnswered(life: Life): boolean {
  const { resumed, decided } = life
  if (movedAt(life) !== undefined || resumed !== undefined) return true
  return decided !== undefined && decided.kind !== 'given' && decided.kind !== 'set-due'
}

/** Being told in the days of grace is answered within the grace; each question after has its distance to the next. */
function answerGap(
  asking: Asking,
  count: number,
  last: Date,
  given: Date,
  { calendar, dayOf }: AskClock,
): number {
  const isTold = workingDaysBetween(calendar, dayOf(given), dayOf(last)).days < asking.graceDays
  return isTold ? 2 : gapAt(asking.answerGaps, count - 1)
}

/** What somebody who put it off hears of it when they are back. */
function kindNow({ dueOn, life }: Assignment, { today }: AskClock): AskKind {
  if (isBehind(dueOn, today)) return 'overdue'
  if (dueOn === today) return 'today'
  return dueOn === undefined || life.accepted === undefined ? 'answer' : 'soon'
}

/**
 * Whether those who decide are asked about it today: at once when it comes to them, then with growing distances for as long
 * as they have not decided.
 */
export function decideAskToDecide(
  { life, state }: Assignment,
  before: AskedBefore,
  clock: AskClock,
): AskDecision {
  if (state !== 'open') return { silent: 'not-open' }
  const since = latest(life.declined?.at, life.dueAsked?.at)
  if (since === undefined) return { silent: 'not-yet' }
  return askAgain(since, before, 'decide', clock)
}

/**
 * Whether those who decide are asked today to give to somebody what nobody owes any more who is there: at once, then with
 * growing distances for as long as it is so.
 */
export function decideAskOfUnowned({ life }: Assignment, before: AskedBefore, clock: AskClock): AskDecision {
  return askAgain(life.given?.at ?? new Date(0), before, 'unowned', clock)
}

/**
 * Whether somebody else is told today that an assignment waits for them: at once, then with growing distances for as long as
 * it does.
 */
export function decideAskOfHeld(
  { life, state }: Assignment,
  before: AskedBefore,
  clock: AskClock,
): AskDecision {
  if (state !== 'open' || life.blocked === undefined) return { silent: 'not-open' }
  // Whoever has given it back waits for nobody any more.
  if (life.declined !== undefined) return { silent: 'with-convenor' }
  return askAgain(life.blocked.at, before, 'held', clock)
}

/**
 * Whether its owner is asked whether it still waits, where it waits for nobody whom the bot could ask: with the same
 * distances, and not before the first of them has passed.
 */
export function decideAskOfStuck(assignment: Assignment, before: AskedBefore, clock: AskClock): AskDecision {
  const { life, state } = assignment
  if (state !== 'open' || life.blocked === undefined) return { silent: 'not-open' }
  const isNews = isNewsFor(assignment, before.hearer)
  // They hear that first.
  if (isNews && !before.asked.some((at) => isAfterDecision(assignment, at))) return { silent: 'held-up' }
  const at = latest(life.blocked.at, movedAt(life)) ?? life.blocked.at
  if (passed(clock, clock.dayOf(at)) < gapAt(clock.asking.answerGaps, 0)) return { silent: 'held-up' }
  return askAgain(at, before, 'stuck', clock)
}

function askAgain(since: Date, { asked, isBack }: AskedBefore, ask: AskKind, clock: AskClock): AskDecision {
  const after = asked.filter((at) => at > since)
  const last = after.at(-1)
  if (last === undefined || isBack === true) return { ask }
  const isDue = passed(clock, clock.dayOf(last)) >= gapAt(clock.asking.answerGaps, after.length - 1)
  return isDue ? { ask } : { silent: 'asked-lately' }
}

/** Whether what is asked can't wait for the next week. */
export function isUrgent(kind: AskKind): boolean {
  return kind === 'today' || kind === 'overdue'
}

/** For whom an assignment is held up, where that is somebody of the committee. */
export function holderOf({ life }: Assignment): OwnerRef | undefined {
  return life.blocked?.waitsFor
}

/**
 * When the ball came back to its owner, by a decision or since whoever it waited for has done their part; what was given to
 * them has days of grace instead.
 */
function returnedAt({ life: { decided, given, resumed } }: Assignment): Date | undefined {
  const isGiving = decided === undefined || decided.at.getTime() === given?.at.getTime()
  return latest(isGiving ? undefined : decided.at, resumed?.isPartDone === true ? resumed.at : undefined)
}

function isBehind(dueOn: Day | undefined, today: Day): boolean {
  return dueOn !== undefined && dueOn < today
}

/** Working days from the day until today; today counts, the day itself does not. */
function passed({ calendar, today }: AskClock, day: Day): number {
  return workingDaysBetween(calendar, day, today).days
}

function gapAt(gaps: readonly number[], index: number): number {
  return gaps[Math.min(index, gaps.length - 1)] ?? 1
}

function latest(...moments: (Date | undefined)[]): Date | undefined {
  return moments
    .filter((at) => at !== undefined)
    .sort((a, b) => a.getTime() - b.getTime())
    .at(-1)
}

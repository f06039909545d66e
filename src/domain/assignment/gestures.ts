import type { Day } from '../calendar/day.ts'
import {
  type Actor,
  decisionOf,
  factOf,
  isHeldBy,
  isOwnedBy,
  isOwnersOwn,
  mayDecide,
  partDoneOf,
} from './acting.ts'
import type { Decided, DecisionKind, Fact, OwnerRef } from './life.ts'
import type { Assignment, Owner } from './rules.ts'

/** What can be done about an assignment. */
export type Gesture =
  | { kind: 'see' }
  | { kind: 'accept' }
  /** Its owner gives it back. */
  | { kind: 'decline'; why: string }
  /** It goes to another owner: passed on by the owner, or given by whoever decides. */
  | { kind: 'give'; to: Owner; why?: string }
  | { kind: 'update'; text: string }
  | { kind: 'block'; why: string; waitsFor?: OwnerRef }
  | { kind: 'unblock' }
  | { kind: 'ask-due'; on: Day; why: string }
  /** What was asked for is granted, or refused with a reason; `on` is the day that whoever decides has read of. */
  | { kind: 'decide-due'; isGranted: boolean; on?: Day; why?: string }
  | { kind: 'set-due'; on?: Day; why: string }
  | { kind: 'finish'; on: Day; evidence?: string }
  | { kind: 'reopen'; why: string }
  | { kind: 'withdraw'; why: string }

export type GestureKind = Gesture['kind']

/** Why a gesture does not hold; `assignment` is as it stands. */
export type NotDone =
  | { ok: false; why: 'gone' }
  /** Neither the owner's nor a deciding person's; `need` tells whose word it takes. */
  | { ok: false; why: 'not-yours'; need: 'owner' | 'lead'; assignment: Assignment }
  | { ok: false; why: 'not-open' | 'is-open'; assignment: Assignment }
  /** Work is not done in days to come, nor due in days that are over. */
  | { ok: false; why: 'day-ahead' | 'day-over'; on: Day }
  /** It can't wait for whoever owes it. */
  | { ok: false; why: 'waits-for-owner'; assignment: Assignment }
  /** It stands so already: accepted, given back, owned by them, due on that day. */
  | { ok: false; why: 'already'; assignment: Assignment }
  | { ok: false; why: 'not-blocked' | 'nothing-asked'; assignment: Assignment }

/** `isNoted`: false where nothing changes and nothing is to be put on record. */
export type GestureDecision = { ok: true; assignment: Assignment; isNoted: boolean } | NotDone

/** Gestures of whoever owes it; who decides may do them for the owner, and is named beside them. */
const ofOwner: ReadonlySet<GestureKind> = new Set<GestureKind>([
  'see',
  'accept',
  'decline',
  'update',
  'block',
  'unblock',
  'ask-due',
  'finish',
])
/** Of whoever decides alone. */
const ofLead: ReadonlySet<GestureKind> = new Set<GestureKind>(['decide-due', 'set-due', 'withdraw'])

/** Whether somebody may do it at all, whatever state the assignment is in; the operator may. */
export function mayDo(assignment: Assignment, kind: GestureKind, actor: Actor | undefined): boolean {
  if (actor === undefined) return true
  // To have seen something and to take it on is nobody's word for another.
  if (kind === 'see' || kind === 'accept' || kind === 'decline') return isOwnersOwn(assignment, actor)
  // Whoever it waits for can say that it waits no more.
  if (kind === 'unblock' && isHeldBy(assignment, actor)) return true
  const decides = mayDecide(assignment, actor)
  // What whoever decides has withdrawn comes back by their word.
  const isLeads = ofLead.has(kind) || (kind === 'reopen' && assignment.state === 'withdrawn')
  return isLeads ? decides : decides || isOwnersOwn(assignment, actor)
}

/**
 * Whether a gesture is the owner's word, whoever brings it: then it is said for them. Whoever decides does so in their
 * own right, or for whoever leads in whose place they stand, also about what is owed by somebody they stand in for.
 */
function isForOwner(assignment: Assignment, kind: GestureKind, actor: Actor): boolean {
  if (ofOwner.has(kind)) return true
  if (ofLead.has(kind)) return false
  return isOwnedBy(assignment, actor) || (isOwnersOwn(assignment, actor) && !mayDecide(assignment, actor))
}

/** The fact that somebody did it, with whom they did it for. */
export function deedOf(assignment: Assignment, kind: GestureKind, actor: Actor | undefined, at: Date): Fact {
  if (actor === undefined) return { at }
  if (kind === 'unblock' && isHeldBy(assignment, actor)) return partDoneOf(assignment, actor, at)
  return isForOwner(assignment, kind, actor)
    ? factOf(assignment, actor, at)
    : decisionOf(assignment, actor, at)
}

/** Why a gesture can't even be begun: it is not theirs, or not the time for it. Undefined where it can. */
export function refusedAtOnce(
  assignment: Assignment,
  kind: GestureKind,
  actor: Actor | undefined,
): NotDone | undefined {
  if (!mayDo(assignment, kind, actor)) {
    const isOwners =
      ofOwner.has(kind) || kind === 'give' || (kind === 'reopen' && assignment.state === 'done')
    const need = isOwners ? 'owner' : 'lead'
    return { ok: false, why: 'not-yours', need, assignment }
  }
  const isOpen = assignment.state === 'open'
  if (kind === 'reopen' ? !isOpen : isOpen) return undefined
  return { ok: false, why: isOpen ? 'is-open' : 'not-open', assignment }
}

type WhatWasDecided = { kind: DecisionKind; on?: Day | undefined; why?: string | undefined }

/**
 * What a gesture makes of an assignment. `today` is a day of the committee's calendar. A new owner begins anew: what the
 * former one has said is on record, and asks nothing of anybody any more.
 */
export function decideGesture(
  assignment: Assignment,
  gesture: Gesture,
  actor: Actor | undefined,
  { today, at }: { today: Day; at: Date },
): GestureDecision {
  const { kind } = gesture
  const refused = refusedAtOnce(assignment, kind, actor)
  // Whoever looks at what has ended has seen it, and that is no news.
  if (refused?.why === 'not-open' && kind === 'see') return { ok: true, assignment, isNoted: false }
  if (refused !== undefined) return refused
  const fact = factOf(assignment, actor, at)
  const word = deedOf(assignment, kind, actor, at)
  const decision = ({ kind: what, on, why }: WhatWasDecided): Decided => ({
    ...word,
    kind: what,
    ...(on !== undefined && { on }),
    ...(why !== undefined && { why }),
  })
  const { life } = assignment
  const seen = life.seen ?? (actor !== undefined && isOwnersOwn(assignment, actor) ? fact : undefined)
  const withSeen = { ...life, ...(seen !== undefined && { seen }) }
  const noted = (change: Partial<Assignment>): GestureDecision => ({
    ok: true,
    assignment: { ...assignment, life: withSeen, ...change },
    isNoted: true,
  })
  switch (gesture.kind) {
    case 'see':
      return life.seen === undefined ? noted({}) : { ok: true, assignment, isNoted: false }
    case 'accept': {
      if (life.accepted !== undefined && life.declined === undefined) return already(assignment)
      const { declined: _given, ...rest } = withSeen
      return noted({ life: { ...rest, accepted: fact } })
    }
    case 'decline':
      if (life.declined !== undefined) return already(assignment)
      return noted({ life: { ...withSeen, declined: { ...fact, why: gesture.why } } })
    case 'give': {
      const { why } = gesture
      const given = { ...word, ...(why !== undefined && { why }) }
      const begun = { given, decided: decision({ kind: 'given', why }) }
      if (gesture.to.kind === assignment.owner.kind && gesture.to.id === assignment.owner.id)
        return life.declined === undefined ? already(assignment) : noted({ life: begun })
      return noted({ owner: gesture.to, life: begun })
    }
    case 'update':
      return noted({
        life: { ...withSeen, doing: life.doing ?? fact, latest: { ...fact, text: gesture.text } },
      })
    case 'block': {
      const { why, waitsFor } = gesture
      const { kind: as, id } = assignment.owner
      if (waitsFor?.kind === as && waitsFor.id === id)
        return { ok: false, why: 'waits-for-owner', assignment }
      return noted({
        life: { ...withSeen, blocked: { ...fact, why, ...(waitsFor !== undefined && { waitsFor }) } },
      })
    }
    case 'unblock': {
      const { blocked, ...rest } = withSeen
      if (blocked === undefined) return { ok: false, why: 'not-blocked', assignment }
      const isPartDone = actor !== undefined && isHeldBy(assignment, actor)
      return noted({ life: { ...rest, resumed: { ...word, ...(isPartDone && { isPartDone }) } } })
    }
    case 'ask-due':
      if (gesture.on === assignment.dueOn) return already(assignment)
      if (gesture.on < today) return { ok: false, why: 'day-over', on: gesture.on }
      return noted({ life: { ...withSeen, dueAsked: { ...fact, on: gesture.on, why: gesture.why } } })
    case 'decide-due': {
      const { dueAsked, ...rest } = withSeen
      const isOther = gesture.on !== undefined && gesture.on !== dueAsked?.on
      if (dueAsked === undefined || isOther) return { ok: false, why: 'nothing-asked', assignment }
      if (gesture.isGranted && dueAsked.on < today) return { ok: false, why: 'day-over', on: dueAsked.on }
      const { isGranted, why } = gesture
      const decided = decision({ kind: isGranted ? 'granted' : 'refused', on: dueAsked.on, why })
      return noted({ life: { ...rest, decided }, ...(isGranted && { dueOn: dueAsked.on }) })
    }
    case 'set-due': {
      if (gesture.on === assignment.dueOn) return already(assignment)
      if (gesture.on !== undefined && gesture.on < today)
        return { ok: false, why: 'day-over', on: gesture.on }
      const { dueAsked: _asked, ...rest } = withSeen
      const { dueOn: _due, ...others } = assignment
      const { on, why } = gesture
      const decided = decision({ kind: 'set-due', on, why })
      return {
        ok: true,
        assignment: { ...others, life: { ...rest, decided }, ...(on !== undefined && { dueOn: on }) },
        isNoted: true,
      }
    }
    case 'finish': {
      if (gesture.on > today) return { ok: false, why: 'day-ahead', on: gesture.on }
      // That it went on is no news any more when it is open again.
      const { declined: _given, blocked: _blocked, resumed: _on, dueAsked: _asked, ...rest } = withSeen
      const { on, evidence } = gesture
      return noted({
        state: 'done',
        doneOn: on,
        ...(evidence !== undefined && { evidence }),
        life: { ...rest, done: fact },
      })
    }
    case 'reopen': {
      const { done: _done, ...rest } = withSeen
      // What was shown for it stays in the history; it shows nothing of what is still to be done.
      const { doneOn: _on, evidence: _evidence, ...others } = assignment
      const decided = decision({ kind: 'reopened', why: gesture.why })
      return {
        ok: true,
        assignment: { ...others, state: 'open', life: { ...rest, decided } },
        isNoted: true,
      }
    }
    case 'withdraw':
      return noted({
        state: 'withdrawn',
        life: { ...withSeen, decided: decision({ kind: 'withdrawn', why: gesture.why }) },
      })
  }
}

function already(assignment: Assignment): NotDone {
  return { ok: false, why: 'already', assignment }
}

/** What waits about an assignment beside the fields that it has: the day asked for, and for whom it waits. */
export type Waiting = { dueAsked?: Day; waitsFor?: OwnerRef }

/** What of this stands on record before and after a gesture. */
export function waitingIn({ life: { dueAsked, blocked } }: Assignment): Waiting {
  return {
    ...(dueAsked !== undefined && { dueAsked: dueAsked.on }),
    ...(blocked?.waitsFor !== undefined && { waitsFor: blocked.waitsFor }),
  }
}

/** Whether its owner has seen it by a gesture that says more than that. */
export function seesWith({ kind }: Gesture, before: Assignment, after: Assignment): boolean {
  return kind !== 'see' && before.life.seen === undefined && after.life.seen !== undefined
}

/** What was said with a gesture: the reason, the news. */
export function noteOf(gesture: Gesture): string | undefined {
  return gesture.kind === 'update' ? gesture.text : 'why' in gesture ? gesture.why : undefined
}

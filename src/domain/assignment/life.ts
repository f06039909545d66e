import type { Day } from '../calendar/day.ts'
import type { Owner } from './rules.ts'

/** An owner without what their own record tells of them. */
export type OwnerRef = Pick<Owner, 'kind' | 'id'>

/**
 * That something happened: when, and who did it; `by` is a member, absent for the operator or a file. `behalf` is named
 * where somebody acted for another: a representative for their organisation, a convenor for the owner.
 */
export type Fact = { at: Date; by?: string; behalf?: OwnerRef }

/** What was decided about an assignment; `granted` and `refused`: the other due day that was asked for. */
export type DecisionKind = 'given' | 'granted' | 'refused' | 'set-due' | 'reopened' | 'withdrawn'

/**
 * A decision: `on` is the due day that was asked for or set, absent where it was taken off. What was decided before anybody
 * kept it says neither `kind` nor `why`.
 */
export type Decided = Fact & { kind?: DecisionKind; on?: Day; why?: string }

/** A decision that its owner is told of. */
export type DecisionNews = Decided & { kind: (typeof kindsOfNews)[number] }

/** Whoever is given something, or loses it, hears of that in other words. */
const kindsOfNews = ['granted', 'refused', 'set-due', 'reopened'] as const

/**
 * What has become of an open assignment since its present owner has it. Seen, accepted, doing and done are facts of their
 * own: none is taken from another.
 */
export type Life = {
  /** Since when its present owner has it, and why it was given to them; absent where it was there before anybody kept that. */
  given?: Fact & { why?: string }
  seen?: Fact
  accepted?: Fact
  /** Given back, with the reason: its owner stays on record until the convenor gives it to somebody. */
  declined?: Fact & { why: string }
  /** The first word that somebody works on it, and the last one with what was said. */
  doing?: Fact
  latest?: Fact & { text: string }
  /** It can't go on, and what it waits for. */
  blocked?: Fact & { why: string; waitsFor?: OwnerRef }
  /** It goes on, after it could not; `isPartDone`: by the word of whoever it waited for. */
  resumed?: Fact & { isPartDone?: true }
  /** Another due day is asked for, and not decided yet. */
  dueAsked?: Fact & { on: Day; why: string }
  done?: Fact
  /** The last decision about it: whom it was given to, its due day, that it was withdrawn or taken up again. */
  decided?: Decided
}

/** Where the ball lies. `owner`: with whoever owes it; `convenor`: a decision is asked for; `other`: it is blocked. */
export type Ball = 'owner' | 'convenor' | 'other'

/** With whom an open assignment waits for the next move. */
export function ballOf({ declined, dueAsked, blocked }: Life): Ball {
  if (declined !== undefined || dueAsked !== undefined) return 'convenor'
  return blocked === undefined ? 'owner' : 'other'
}

/**
 * When its owner last moved: accepted it, said how it goes, gave it back or asked for something. That whoever it waited for
 * has done their part is no move of the owner's.
 */
export function movedAt({
  accepted,
  doing,
  latest,
  declined,
  blocked,
  resumed,
  dueAsked,
  done,
}: Life): Date | undefined {
  const own = resumed?.isPartDone === true ? undefined : resumed
  const moves = [accepted, doing, latest, declined, blocked, own, dueAsked, done].flatMap(
    (fact) => fact?.at ?? [],
  )
  return moves.sort((a, b) => a.getTime() - b.getTime()).at(-1)
}

/** That whoever it waited for has done their part, for as long as its owner has made no move after it. */
export function partDoneNews(life: Life): Fact | undefined {
  const { resumed } = life
  if (resumed?.isPartDone !== true) return undefined
  const moved = movedAt(life)
  return moved !== undefined && moved > resumed.at ? undefined : resumed
}

/** Why its present owner was given it; it was kept with the decision alone, once. */
export function whyGiven({ given, decided }: Life): string | undefined {
  return given?.why ?? (decided?.kind === 'given' ? decided.why : undefined)
}

/** The last decision about its day, or that it is open again, whoever has moved since; undefined where there is none. */
export function lastDecision({ decided }: Life): DecisionNews | undefined {
  const kind = kindsOfNews.find((one) => one === decided?.kind)
  return decided === undefined || kind === undefined ? undefined : { ...decided, kind }
}

/** The last decision, for as long as its owner has made no move after it. */
export function decisionNews(life: Life): DecisionNews | undefined {
  const decided = lastDecision(life)
  const moved = movedAt(life)
  return decided === undefined || (moved !== undefined && moved > decided.at) ? undefined : decided
}

/** Whether anybody has moved or decided it in the bot: a file no longer tells how it stands. */
export function isTouched(life: Life): boolean {
  return movedAt(life) !== undefined || life.resumed !== undefined || life.decided !== undefined
}

import type { Day } from '../calendar/day.ts'
import type { Owner } from './rules.ts'

/** An owner without what their own record tells of them. */
export type OwnerRef = Pick<Owner, 'kind' | 'id'>

/**
 * That something happened: when, and who did it; `by` is a member, absent for the operator or a file. `behalf` is named
 * where somebody acted for another: a representative for their organisation, a convenor for the owner.
 */
export type Fact = { at: Date; by?: string; behalf?: OwnerRef }

/**
 * What has become of an open assignment since its present owner has it. Seen, accepted, doing and done are facts of their
 * own: none is taken from another.
 */
export type Life = {
  /** Since when its present owner has it; absent where it was there before anybody kept that. */
  given?: Fact
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
  decided?: Fact
}

/** Where the ball lies. `owner`: with whoever owes it; `convenor`: a decision is asked for; `other`: it is blocked. */
export type Ball = 'owner' | 'convenor' | 'other'

/** With whom an open assignment waits for the next move. */
export function ballOf({ declined, dueAsked, blocked }: Life): Ball {
  if (declined !== undefined || dueAsked !== undefined) return 'convenor'
  return blocked === undefined ? 'owner' : 'other'
}

/** When its owner last moved: accepted it, said how it goes, gave it back or asked for something. */
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
  const moves = [accepted, doing, latest, declined, blocked, resumed, dueAsked, done].flatMap(
    (fact) => fact?.at ?? [],
  )
  return moves.sort((a, b) => a.getTime() - b.getTime()).at(-1)
}

/** Whether anybody has moved or decided it in the bot: a file no longer tells how it stands. */
export function isTouched(life: Life): boolean {
  return movedAt(life) !== undefined || life.decided !== undefined
}

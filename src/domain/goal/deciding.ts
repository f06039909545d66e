import { isDeepStrictEqual } from 'node:util'
import type { Acceptance, AcceptanceState, Goal } from './rules.ts'

/** What a convenor makes of an offered goal. */
export type AnswerWord = 'accept' | 'ask-change' | 'decline'

/** What a convenor answers; a change that is asked for and a refusal have a reason. */
export type Answer = { word: 'accept'; why?: string } | { word: 'ask-change' | 'decline'; why: string }

const answered = {
  accept: 'accepted',
  'ask-change': 'change-asked',
  decline: 'declined',
} as const satisfies Record<AnswerWord, AcceptanceState>

/** Longer reasons are not kept. */
export const longestReason = 500

/** The group's part in the goal; undefined where it has none. */
export function partOf({ groups }: Pick<Goal, 'groups'>, group: string): Acceptance | undefined {
  return groups.find((part) => part.group === group)
}

/** The goal with this part of one group in place of what was there, or beside the others. */
export function withPart(goal: Goal, part: Acceptance): Goal {
  const isThere = goal.groups.some(({ group }) => group === part.group)
  const groups = isThere
    ? goal.groups.map((other) => (other.group === part.group ? part : other))
    : [...goal.groups, part]
  return { ...goal, groups, isTouched: true }
}

/**
 * What an answer makes of a goal. Undefined where the group is not asked any more: it has answered, the offer was taken
 * back, or the goal is closed. An answer that was given is changed by another offer alone.
 */
export function decideAnswer(
  goal: Goal,
  group: string,
  { word, why }: Answer,
  by: string,
  at: Date,
): Goal | undefined {
  const part = partOf(goal, group)
  if (part?.state !== 'offered' || goal.state !== 'open') return undefined
  return withPart(goal, {
    group,
    state: answered[word],
    ...(part.offer !== undefined && { offer: part.offer }),
    answeredAt: at,
    by,
    ...(why !== undefined && { why }),
  })
}

/** The goal after a change, with what was answered to earlier offers where the change puts it aside: it stays on record. */
export function withFormer(before: Goal, after: Goal): Goal {
  const offers = new Set(after.groups.flatMap(({ offer }) => offer ?? []))
  const aside = before.groups.filter(({ offer }) => offer !== undefined && !offers.has(offer))
  return aside.length === 0 ? after : { ...after, former: [...(after.former ?? []), ...aside] }
}

/** The groups to which a goal may be offered, or offered again, among those that are named. */
export function mayBeOffered(goal: Goal, group: string): boolean {
  if (goal.state !== 'open') return false
  const state = partOf(goal, group)?.state
  return state !== 'offered' && state !== 'accepted'
}

/**
 * Whether a group that wanted a goal otherwise, or declined it, is to be asked anew after a change: it is, where what is
 * asked of it is another thing now.
 */
export function isAskedAnew(part: Acceptance, before: GoalAsked, after: GoalAsked): boolean {
  if (part.state === 'withdrawn') return true
  if (part.state !== 'change-asked' && part.state !== 'declined') return false
  return !isSameAsked(before, after)
}

/** The groups' parts in a goal that ends: none of them is asked any more. */
export function takenBack({ groups }: Pick<Goal, 'groups'>): Acceptance[] {
  return groups.map((part) =>
    part.state === 'offered' || part.state === 'draft' ? { ...part, state: 'withdrawn' } : part,
  )
}

/** What is asked of a group with a goal. */
type GoalAsked = Pick<Goal, 'texts' | 'points' | 'kinds' | 'dueOn'>

/** Whether the same is asked with a goal before and after, whichever groups it is asked of. */
export function isSameAsked(a: GoalAsked, b: GoalAsked): boolean {
  const isSameList = (one: readonly string[], other: readonly string[]) =>
    one.length === other.length && one.every((value) => other.includes(value))
  return (
    a.texts.zh === b.texts.zh &&
    a.texts.en === b.texts.en &&
    a.dueOn === b.dueOn &&
    isSameList(a.points, b.points) &&
    isSameList(a.kinds, b.kinds)
  )
}

/** Whether what was filled in differs in nothing: a decision that decides nothing is none. */
export function isAsItWas(
  goal: Goal,
  filled: Pick<Goal, 'texts' | 'points' | 'kinds' | 'dueOn'> & { groups?: string[] },
): boolean {
  const isSame = (one: readonly string[], other: readonly string[]) =>
    isDeepStrictEqual([...one].sort(), [...other].sort())
  return (
    isDeepStrictEqual(goal.texts, filled.texts) &&
    goal.dueOn === filled.dueOn &&
    isSame(goal.points, filled.points) &&
    isSame(goal.kinds, filled.kinds) &&
    isSame(
      goal.groups.map(({ group }) => group),
      filled.groups ?? goal.groups.map(({ group }) => group),
    )
  )
}

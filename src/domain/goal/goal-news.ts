import { addDays, dayIn } from '../calendar/day.ts'
import { standingFacts } from '../member/service.ts'
import { mayStand } from '../notice/rules.ts'
import type { Store } from '../store.ts'
import { isSameAsked, partOf } from './deciding.ts'
import { answerersOf } from './offer-notices.ts'
import type { Acceptance, Goal } from './rules.ts'

/** A decision about a goal, by the number of its entry, with the goal before and after. */
export type GoalDecided = { change: number; before: Goal; after: Goal }

/**
 * Whether a group hears of a decision about a goal: where it has taken the goal on, is asked about it or wanted it
 * otherwise. While the goal goes on, only of another thing asked, or of its not being asked any more; whoever wanted it
 * otherwise sees it when it is offered anew.
 */
export function concerns({ before, after }: Pick<GoalDecided, 'before' | 'after'>, group: string): boolean {
  const state = partOf(before, group)?.state
  if (state !== 'accepted' && state !== 'offered' && state !== 'change-asked') return false
  if (after.state !== 'open' || partOf(after, group) === undefined) return true
  return state !== 'change-asked' && !isSameAsked(before, after)
}

/**
 * Tells whoever answers for a group what was decided of its goals, all of one gesture in one message, and not those who
 * decided it. The group's channel hears nothing: it hears of goals when they are taken on.
 */
export async function noteGoalNews(
  store: Store,
  decided: readonly GoalDecided[],
  by: string | undefined,
  when: { now: Date; newId: () => string },
): Promise<void> {
  const byGroup = new Map<string, Heard[]>()
  for (const one of decided)
    for (const { group } of one.before.groups)
      if (concerns(one, group))
        byGroup.set(group, [...(byGroup.get(group) ?? []), { change: one.change, goal: one.before }])
  await tellGroups(store, byGroup, by, when)
}

/** A decision about a sentence, by the number of its entry, and the goals that serve it. */
export type SentenceDecided = { change: number; goals: readonly Goal[] }

/**
 * The same of what was decided of the sentences that goals serve: reworded, or dropped from the plan. Whoever has taken
 * such a goal on, or is asked about it, is told.
 */
export async function noteSentenceNews(
  store: Store,
  decided: readonly SentenceDecided[],
  by: string | undefined,
  when: { now: Date; newId: () => string },
): Promise<void> {
  const byGroup = new Map<string, Heard[]>()
  for (const { change, goals } of decided)
    for (const goal of goals)
      for (const { group, state } of goal.groups)
        if (goal.state === 'open' && (state === 'accepted' || state === 'offered'))
          byGroup.set(group, [...(byGroup.get(group) ?? []), { change, goal }])
  await tellGroups(store, byGroup, by, when)
}

/** What a group hears of: a decision, and the goal as it was then. */
type Heard = { change: number; goal: Goal }

async function tellGroups(
  store: Store,
  byGroup: ReadonlyMap<string, readonly Heard[]>,
  by: string | undefined,
  { now, newId }: { now: Date; newId: () => string },
): Promise<void> {
  if (byGroup.size === 0) return
  // The days of groups differ by one at most, in whatever zone they are.
  const facts = await standingFacts(store, addDays(dayIn('UTC', now), -1))
  for (const [code, some] of byGroup) {
    const group = await store.groups.byCode(code)
    if (group === undefined) throw new Error(`${code} is not on record, which foreign keys exclude`)
    const slotOn = dayIn(group.zone, now)
    for (const { id: member } of answerersOf(facts, code, slotOn)) {
      if (member === by) continue
      const heard = new Set<number>()
      for (const { change, goal } of some)
        if (await hasHeard(store, partOf(goal, code), member)) heard.add(change)
      const changes = [...heard]
      const [first] = changes
      if (first === undefined) continue
      const id = newId()
      const isNew = await store.notices.add({
        id,
        kind: 'goal-news',
        member,
        period: periodOf(code, first),
        slotAt: now,
        slotOn,
        assignments: [],
        state: 'pending',
        dueAt: now,
        createdAt: now,
      })
      if (isNew) await store.plans.addTold(id, changes)
    }
  }
}

/** Nobody is told what became of a goal about which they were never asked. */
async function hasHeard(store: Store, part: Acceptance | undefined, member: string): Promise<boolean> {
  if (part?.state !== 'offered' || part.offer === undefined) return true
  const asked = await store.notices.toMember('offer', member, part.offer)
  return asked !== undefined && mayStand(asked)
}

/** What makes a notice of news unique for its member: the group, and the first decision of the gesture. */
function periodOf(group: string, change: number): string {
  return `${change} ${group}`
}

/** The group whose news a notice tells. */
export function groupOfNews(period: string): string {
  return period.slice(period.indexOf(' ') + 1)
}

import { addDays, dayIn } from '../calendar/day.ts'
import type { Names } from '../language/rules.ts'
import type { Member } from '../member/rules.ts'
import { standingFacts } from '../member/service.ts'
import { type Point, pointsOf } from '../plan/rules.ts'
import type { Store } from '../store.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { mayBeOffered, partOf } from './deciding.ts'
import { answerersOf, goalsOffered } from './offer-notices.ts'
import type { Acceptance, Goal, Offer } from './rules.ts'

/** One goal of an offer: what the group says to it, and the sentences of the plan that it serves. */
export type OfferedGoal = { goal: Goal; part: Acceptance; byNames?: Names; points: Point[] }

/** Goals for one group, in the order of the plan, and whoever answers for it today: nobody, where it is led by no one. */
export type GroupAsked = { group: WorkingGroup; goals: OfferedGoal[]; answerers: Member[] }

/** An offer as people read it. */
export type OfferFacts = GroupAsked & { offer: Offer; byNames?: Names }

/** @throws Error where the offer or its group is not on record, which foreign keys exclude */
export async function offerFacts(store: Store, id: string, now: Date): Promise<OfferFacts> {
  const offer = await store.goals.offer(id)
  const [facts] = offer === undefined ? [] : await offersInFull(store, [offer], now)
  if (facts === undefined) throw new Error(`offer ${id} is not on record`)
  return facts
}

/** Offers as people read them, in their order; what they rest on is loaded once. */
export async function offersInFull(store: Store, offers: readonly Offer[], now: Date): Promise<OfferFacts[]> {
  const asking = await askings(store, now)
  const goals = new Map<number, Goal[]>()
  for (const { year } of offers) if (!goals.has(year)) goals.set(year, await store.goals.all(year))
  return offers.flatMap((offer) => {
    const asked = asking.of(offer.group, goalsOffered(goals.get(offer.year) ?? [], offer))
    const byNames = asking.namesOf(offer.by)
    return asked === undefined ? [] : { ...asked, offer, ...(byNames && { byNames }) }
  })
}

/** What is meant for each group in a year and was not offered yet, as the groups are listed. */
export async function meantForGroups(store: Store, year: number, now: Date): Promise<GroupAsked[]> {
  const asking = await askings(store, now)
  const byGroup = new Map<string, Goal[]>()
  for (const goal of await store.goals.all(year))
    for (const { group, state } of goal.groups)
      if (state === 'draft' && mayBeOffered(goal, group))
        byGroup.set(group, [...(byGroup.get(group) ?? []), goal])
  return asking.groups.flatMap(({ code }) => {
    const goals = byGroup.get(code)
    return (goals && asking.of(code, goals)) ?? []
  })
}

/** A group's part in a goal as people read it; undefined where there is no such goal, or the group has no part in it. */
export async function offeredGoal(store: Store, id: string, group: string): Promise<OfferedGoal | undefined> {
  const goal = await store.goals.byId(id)
  const part = goal && partOf(goal, group)
  if (goal === undefined || part === undefined) return undefined
  const points = (await store.plans.all()).flatMap((plan) => pointsOf(plan).map(({ point }) => point))
  const names = part.by === undefined ? undefined : (await store.members.byId(part.by))?.names
  return inFull(goal, part, points, names)
}

async function askings(store: Store, now: Date) {
  // The days of groups differ by one at most from the committee's, in whatever zone they are.
  const [groups, facts, plans] = await Promise.all([
    store.groups.all(),
    standingFacts(store, addDays(dayIn('UTC', now), -1)),
    store.plans.all(),
  ])
  const { members } = facts
  const groupByCode = new Map(groups.map((group) => [group.code, group]))
  const memberById = new Map(members.map((member) => [member.id, member]))
  const points = plans.flatMap((plan) => pointsOf(plan).map(({ point }) => point))
  const place = new Map(points.map(({ id }, at) => [id, at]))
  const first = ({ points }: OfferedGoal) => place.get(points[0]?.id ?? '') ?? Number.MAX_SAFE_INTEGER
  const namesOf = (id: string | undefined) => (id === undefined ? undefined : memberById.get(id)?.names)
  return {
    groups,
    namesOf,
    of(code: string, goals: readonly Goal[]): GroupAsked | undefined {
      const group = groupByCode.get(code)
      if (group === undefined) return undefined
      const offered = goals.map((goal) => {
        const part = partOf(goal, code) ?? { group: code, state: 'draft' as const }
        return inFull(goal, part, points, namesOf(part.by))
      })
      return {
        group,
        goals: offered.sort((a, b) => first(a) - first(b)),
        answerers: answerersOf(facts, code, dayIn(group.zone, now)),
      }
    },
  }
}

function inFull(
  goal: Goal,
  part: Acceptance,
  points: readonly Point[],
  byNames: Names | undefined,
): OfferedGoal {
  return {
    goal,
    part,
    points: points.filter(({ id }) => goal.points.includes(id)),
    ...(byNames && { byNames }),
  }
}

import type { Names } from '../language/rules.ts'
import { type Point, pointsOf } from '../plan/rules.ts'
import { namesOf } from '../standard/recording-journal.ts'
import type { Store } from '../store.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { partOf } from './deciding.ts'
import { goalsOffered } from './offer-notices.ts'
import type { Acceptance, Goal, Offer } from './rules.ts'

/** One goal of an offer: what the group says to it, and the sentences of the plan that it serves. */
export type OfferedGoal = { goal: Goal; part: Acceptance; byNames?: Names; points: Point[] }

/** An offer as people read it, its goals in the order of the plan. */
export type OfferFacts = { offer: Offer; group: WorkingGroup; byNames?: Names; goals: OfferedGoal[] }

/** @throws Error where the offer or its group is not on record, which foreign keys exclude */
export async function offerFacts(store: Store, id: string): Promise<OfferFacts> {
  const offer = await store.goals.offer(id)
  const group = offer && (await store.groups.byCode(offer.group))
  if (offer === undefined || group === undefined) throw new Error(`offer ${id} is not on record`)
  const plan = (await store.plans.all()).find(({ year }) => year === offer.year)
  const points = plan === undefined ? [] : pointsOf(plan).map(({ point }) => point)
  const place = new Map(points.map(({ id }, at) => [id, at]))
  const goals = await Promise.all(
    goalsOffered(await store.goals.all(offer.year), offer).map(async (goal): Promise<OfferedGoal> => {
      const part = partOf(goal, offer.group) ?? { group: offer.group, state: 'draft' as const }
      const byNames = await namesOf(store, part.by)
      return {
        goal,
        part,
        points: points.filter(({ id }) => goal.points.includes(id)),
        ...(byNames && { byNames }),
      }
    }),
  )
  const first = ({ points }: OfferedGoal) => place.get(points[0]?.id ?? '') ?? Number.MAX_SAFE_INTEGER
  const byNames = await namesOf(store, offer.by)
  return {
    offer,
    group,
    goals: goals.sort((a, b) => first(a) - first(b)),
    ...(byNames && { byNames }),
  }
}

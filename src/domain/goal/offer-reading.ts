import type { Context } from '../context.ts'
import type { Store } from '../store.ts'
import {
  type GroupAsked,
  meantForGroups,
  type OfferedGoal,
  type OfferFacts,
  offeredGoal,
  offersInFull,
} from './offer-facts.ts'

/** What would be offered now. `seen` is another text after every change of it. */
export type Meant = { year: number; groups: GroupAsked[]; seen: string }

/**
 * Another text after every change of what is meant for whom, and of who would be asked. To be read before them: what is
 * put in between is then shown once more, and not missed.
 */
export async function seenOf(store: Store, year: number): Promise<string> {
  const roster = await store.roster.version()
  const last = (await store.plans.changesOf(year)).at(-1)
  return `${last?.id ?? 0} ${roster}`
}

/** Offers of goals as people ask for them. */
export function offerReading({ store, now }: Pick<Context, 'store' | 'now'>) {
  return {
    /** What was offered in a year, oldest first. */
    offers: (year: number) => store.goals.offers(year),
    offerById: (id: string) => store.goals.offer(id),

    /** A group's part in a goal; undefined where there is no such goal, or the group has none. */
    asked: (id: string, group: string): Promise<OfferedGoal | undefined> => offeredGoal(store, id, group),

    /** What was offered in a year and what became of it, newest first. */
    async offered(year: number): Promise<OfferFacts[]> {
      return (await offersInFull(store, await store.goals.offers(year), now())).reverse()
    },

    /** The offers that still wait for the answer of one of these groups, oldest first, with what waits in them alone. */
    async waiting(groups: readonly string[]): Promise<OfferFacts[]> {
      const ids = new Set(
        (await store.goals.all()).flatMap((goal) =>
          goal.groups.flatMap(({ group, state, offer }) =>
            state === 'offered' && groups.includes(group) ? (offer ?? []) : [],
          ),
        ),
      )
      const offers = (await Promise.all([...ids].map((id) => store.goals.offer(id)))).flatMap(
        (offer) => offer ?? [],
      )
      offers.sort((a, b) => a.offeredAt.getTime() - b.offeredAt.getTime())
      return (await offersInFull(store, offers, now())).map((facts) => ({
        ...facts,
        goals: facts.goals.filter(({ part }) => part.state === 'offered'),
      }))
    },

    /** What is meant for groups in a year and was not offered yet. */
    async meant(year: number): Promise<Meant> {
      const seen = await seenOf(store, year)
      return { year, groups: await meantForGroups(store, year, now()), seen }
    },
  }
}

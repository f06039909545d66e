import type { PlanChange } from '../plan/change.ts'
import type { Goal, Offer } from './rules.ts'

/** Goals that were offered to a group at one moment, or one answer to them, given by one person for one reason. */
export type OfferEvent = {
  kind: 'offered' | 'accepted' | 'change-asked' | 'declined' | 'withdrawn'
  group: string
  /** Their ids. */
  goals: string[]
  /** The member. */
  by?: string
  why?: string
  at: Date
}

/**
 * What is on record of a year's offers and their answers, oldest first, also of those that were offered anew since. What
 * was taken back was so when its goal ended.
 */
export function offerRecord(
  offers: readonly Offer[],
  goals: readonly Goal[],
  changes: readonly PlanChange[],
): OfferEvent[] {
  const ofYear = new Set(offers.map(({ id }) => id))
  const parts = goals.flatMap(({ id, groups, former = [] }) =>
    [...former, ...groups].flatMap((part) =>
      part.offer !== undefined && ofYear.has(part.offer) ? [{ goal: id, ...part }] : [],
    ),
  )
  const endOf = new Map(
    changes.flatMap((change) =>
      change.kind === 'goal-dropped' || change.kind === 'goal-closed' ? [[change.subject, change]] : [],
    ),
  )
  const offered = offers.map(
    ({ id, group, offeredAt, by }): OfferEvent => ({
      kind: 'offered',
      group,
      goals: parts.flatMap(({ goal, offer }) => (offer === id ? [goal] : [])),
      at: offeredAt,
      ...(by !== undefined && { by }),
    }),
  )
  const answered = parts.flatMap(({ goal, group, state, answeredAt, by, why }): OfferEvent[] => {
    const end = state === 'withdrawn' ? endOf.get(goal) : undefined
    if (end !== undefined)
      return [eventOf({ kind: 'withdrawn', group, goals: [goal], at: end.at, by: end.by, why: end.why })]
    if (answeredAt === undefined || state === 'withdrawn' || state === 'offered' || state === 'draft')
      return []
    return [eventOf({ kind: state, group, goals: [goal], at: answeredAt, by, why })]
  })
  return [...offered, ...together(answered)].sort((a, b) => a.at.getTime() - b.at.getTime())
}

function eventOf({
  by,
  why,
  ...rest
}: Omit<OfferEvent, 'by' | 'why'> & { by: string | undefined; why: string | undefined }): OfferEvent {
  return { ...rest, ...(by !== undefined && { by }), ...(why !== undefined && { why }) }
}

/** What was answered with one word at one moment is told as one. */
function together(events: readonly OfferEvent[]): OfferEvent[] {
  const byAnswer = new Map<string, OfferEvent>()
  for (const event of events) {
    const { kind, group, by, why, at, goals } = event
    const key = JSON.stringify([kind, group, by, why, at.getTime()])
    const known = byAnswer.get(key)
    byAnswer.set(key, known === undefined ? event : { ...known, goals: [...known.goals, ...goals] })
  }
  return [...byAnswer.values()]
}

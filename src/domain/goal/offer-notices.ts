import { absenceOn } from '../absence/rules.ts'
import { type Day, dayIn } from '../calendar/day.ts'
import type { Member } from '../member/rules.ts'
import { standingFacts } from '../member/service.ts'
import { membersHolding, type StandingFacts } from '../member/standing.ts'
import type { NoticeKind } from '../notice/rules.ts'
import type { Store } from '../store.ts'
import type { Goal, Offer } from './rules.ts'

type Dice = { now: Date; newId: () => string }

/** The goals that an offer holds still, each as its group stands towards it. */
export function goalsOffered(goals: readonly Goal[], { id, group }: Pick<Offer, 'id' | 'group'>): Goal[] {
  return goals.filter((goal) => goal.groups.some((part) => part.group === group && part.offer === id))
}

/** Whether the convenor has nothing more to answer in it. */
export function isAnswered(goals: readonly Goal[], offer: Pick<Offer, 'id' | 'group'>): boolean {
  return goalsOffered(goals, offer).every((goal) =>
    goal.groups.every((part) => part.offer !== offer.id || part.state !== 'offered'),
  )
}

/**
 * Whoever answers for a group: its convenors, or where nobody is, its deputies; those in Slack before others. Whoever is
 * away and has a stand-in is not asked: the stand-in is.
 */
export function answerersOf(facts: StandingFacts, group: string, today: Day): Member[] {
  const hasStandIn = ({ id }: Member) => absenceOn(facts.absences, id, today)?.standIn !== undefined
  const holding = (role: 'convenor' | 'deputy') => {
    const all = membersHolding({ role, group }, facts, today)
    const present = all.filter((member) => !hasStandIn(member))
    return present.length > 0 ? present : all
  }
  const [convenors, deputies] = [holding('convenor'), holding('deputy')]
  const inSlack = (some: Member[]) => some.filter(({ slackId }) => slackId !== undefined)
  const candidates = [inSlack(convenors), inSlack(deputies), convenors, deputies]
  return candidates.find((some) => some.length > 0) ?? []
}

/** Asks those who answer for the group, and tells the secretariat what comes of it. */
export async function noteOffers(store: Store, offer: Offer, dice: Dice): Promise<void> {
  const { zone } = await askAnswerers(store, offer, dice)
  await note(store, { kind: 'offer-answers' }, offer, dice, zone)
}

/**
 * Asks whoever answers by now for the groups of the offers that wait, where they were not asked yet: roles pass on while
 * an offer waits. Whether anybody is asked anew.
 */
export async function noteNewAnswerers(store: Store, dice: Dice): Promise<boolean> {
  const waiting = (await store.goals.all()).filter(({ state }) => state === 'open')
  const ids = new Set(
    waiting.flatMap(({ groups }) =>
      groups.flatMap(({ state, offer }) => (state === 'offered' && offer !== undefined ? [offer] : [])),
    ),
  )
  let isAny = false
  for (const id of ids) {
    const offer = await store.goals.offer(id)
    const asked = offer && (await askAnswerers(store, offer, dice))
    if (asked?.isAny !== true) continue
    isAny = true
    // Where nobody answered for the group, the secretariat was told so.
    await store.notices.reviseAbout('offer-answers', id)
  }
  return isAny
}

async function askAnswerers(
  store: Store,
  offer: Offer,
  dice: Dice,
): Promise<{ zone: string; isAny: boolean }> {
  const group = await store.groups.byCode(offer.group)
  if (group === undefined) throw new Error(`${offer.group} is not on record, which foreign keys exclude`)
  const { zone } = group
  let isAny = false
  const today = dayIn(zone, dice.now)
  for (const { id } of answerersOf(await standingFacts(store, today), offer.group, today))
    if (await note(store, { kind: 'offer', member: id }, offer, dice, zone)) isAny = true
  return { zone, isAny }
}

/**
 * Brings the messages about an offer up to date; when all of it is answered and something of it was accepted, the group's
 * channel is told, once.
 */
export async function settleOffer(store: Store, id: string, dice: Dice): Promise<void> {
  const offer = await store.goals.offer(id)
  if (offer === undefined) return
  await store.notices.reviseAbout('offer', id)
  await store.notices.reviseAbout('offer-answers', id)
  await store.notices.reviseAbout('goals', id)
  const goals = goalsOffered(await store.goals.all(offer.year), offer)
  const hasAccepted = goals.some(({ groups }) =>
    groups.some((part) => part.offer === id && part.state === 'accepted'),
  )
  if (!hasAccepted || !isAnswered(goals, offer)) return
  const group = await store.groups.byCode(offer.group)
  if (group?.channel === undefined) return
  await note(store, { kind: 'goals', group: group.code }, offer, dice, group.zone)
}

async function note(
  store: Store,
  to: { kind: NoticeKind; group?: string; member?: string },
  offer: Offer,
  { now, newId }: Dice,
  zone: string,
): Promise<boolean> {
  return store.notices.add({
    id: newId(),
    ...to,
    period: offer.id,
    slotAt: now,
    slotOn: dayIn(zone, now),
    assignments: [],
    state: 'pending',
    dueAt: now,
    createdAt: now,
  })
}

import { dayIn } from '../calendar/day.ts'
import type { Committee } from '../committee/rules.ts'
import { movedContent } from '../follow/content.ts'
import { goalNewsFacts } from '../goal/news-facts.ts'
import { offerFacts } from '../goal/offer-facts.ts'
import { type Member, zoneOf } from '../member/rules.ts'
import { standing } from '../member/service.ts'
import type { Notice } from '../notice/rules.ts'
import { askingOf } from '../reminder/asking.ts'
import { isBack } from '../reminder/came-back.ts'
import { proposalOf } from '../standard/recording-journal.ts'
import type { Store } from '../store.ts'
import { viewerOf } from '../viewing/rules.ts'
import { seenBy } from '../viewing/seen-by.ts'
import { askedOfMember } from './asks-facts.ts'
import type { NoticeFacts } from './told.ts'

/**
 * What a member is told in person.
 * @throws Error where the member or the committee is not on record, which foreign keys exclude
 */
export async function forMember(store: Store, notice: Notice, id: string, now: Date): Promise<NoticeFacts> {
  const member = await store.members.byId(id)
  const committee = await store.committee.get()
  if (member === undefined || committee === undefined)
    throw new Error(`notice ${notice.id} is for a member who is not on record`)
  const today = dayIn(committee.zone, now)
  const viewer = viewerOf(await store.groups.all(), { standing: await standing(store, member, today) })
  const isHeld = viewer.hidden.size > 0 && (notice.sentAt === undefined || showsPresent.has(notice.kind))
  return toldMember(isHeld ? seenBy(store, viewer) : store, notice, member, committee, now)
}

/** Messages that show, as long as they stand, how what they name is now; the others tell what was. */
const showsPresent: ReadonlySet<Notice['kind']> = new Set<Notice['kind']>(['asks', 'offer'])

/**
 * `store`: of what is still to be said, and of what shows how things are, as the member sees it now: whoever has left a closed
 * group meanwhile, or owes nothing there any more, is told nothing of it. What tells what was, and stands, was theirs to read.
 */
async function toldMember(
  store: Store,
  notice: Notice,
  member: Member,
  committee: Committee,
  now: Date,
): Promise<NoticeFacts> {
  switch (notice.kind) {
    case 'proposal-answer':
      return ofProposal(store, notice, member, committee)
    case 'asks':
      return ofAsks(store, notice, member, committee, now)
    case 'offer':
      return ofOffer(store, notice, member, committee, now)
    case 'goal-news':
      return ofGoals(store, notice, member, committee)
    default:
      return ofMoves(store, notice, member, committee)
  }
}

/** Nobody is asked what was answered or taken back meanwhile; a message that stands shows it. */
async function ofOffer(
  store: Store,
  notice: Notice,
  member: Member,
  committee: Committee,
  now: Date,
): Promise<NoticeFacts> {
  const { place, zone } = whereOf(member, committee)
  if ((await store.goals.offer(notice.period)) === undefined)
    return { say: false, why: 'settled', place, zone }
  const offered = await offerFacts(store, notice.period, now)
  const isOver = offered.goals.every(({ part }) => part.state !== 'offered')
  if (isOver && notice.sentAt === undefined) return { say: false, why: 'settled', place, zone }
  return {
    say: true,
    told: { to: 'member', member, language: languageOf(member, committee), offered, zone },
    place,
    zone,
  }
}

/** Nobody is asked what was done, answered or decided meanwhile; a message that stands shows it. */
async function ofAsks(
  store: Store,
  notice: Notice,
  member: Member,
  committee: Committee,
  now: Date,
): Promise<NoticeFacts> {
  const { place, zone } = whereOf(member, committee)
  const decision = await askedOfMember(store, committee, notice, now)
  if (!decision.say) return { say: false, why: decision.why, place, zone }
  const today = dayIn(committee.zone, now)
  const snooze = await store.snoozes.of(notice.id)
  const { id, sentAt } = notice
  const isPutOff = snooze !== undefined && snooze.until > today
  const cameBack =
    snooze !== undefined &&
    sentAt !== undefined &&
    !isPutOff &&
    (await isBack(store, { id, member: member.id, sentAt }, snooze.until, committee.zone))
  const asks = {
    asked: decision.asked,
    about: decision.about,
    gone: decision.about.length - decision.asked.length,
    saidOn: dayIn(committee.zone, sentAt ?? now),
    today,
    most: await mostAWeek(store, member, committee),
    names: new Map((await store.members.all()).map(({ id, names }) => [id, names])),
    ...(isPutOff && { until: snooze.until }),
    ...(cameBack && { cameBack: snooze.until }),
  }
  return {
    say: true,
    told: { to: 'member', member, language: languageOf(member, committee), asks, zone },
    place,
    zone,
  }
}

/** What was decided stands on record: it is told as it was, whatever became of the goal since. */
async function ofGoals(
  store: Store,
  notice: Notice,
  member: Member,
  committee: Committee,
): Promise<NoticeFacts> {
  const { place, zone } = whereOf(member, committee)
  if ((await store.plans.changesTold(notice.id)).length === 0)
    return { say: false, why: 'settled', place, zone }
  const news = await goalNewsFacts(store, notice)
  const language = languageOf(member, committee)
  return { say: true, told: { to: 'member', member, language, news, zone }, place, zone }
}

/** A message that stands is left as it was; one that is to be said tells what is so now, of what is still followed. */
async function ofMoves(
  store: Store,
  notice: Notice,
  member: Member,
  committee: Committee,
): Promise<NoticeFacts> {
  const where = whereOf(member, committee)
  const isOff = (await store.hearing.of(member.id))?.moves === 'off'
  if (isOff && notice.sentAt === undefined) return { say: false, why: 'switched-off', ...where }
  const moved = await movedContent(store, member.id, await store.notices.movesOf(notice.id))
  if (moved.standards.length === 0 && notice.sentAt === undefined)
    return { say: false, why: 'nothing-to-tell', ...where }
  const language = moved.language ?? languageOf(member, committee)
  return { say: true, told: { to: 'member', member, language, moved }, ...where }
}

async function ofProposal(
  store: Store,
  notice: Notice,
  member: Member,
  committee: Committee,
): Promise<NoticeFacts> {
  const answered = await proposalOf(store, Number(notice.period))
  const { place, zone } = whereOf(member, committee)
  if (answered === undefined) return { say: false, why: 'settled', place, zone }
  const language = languageOf(member, committee)
  return { say: true, told: { to: 'member', member, language, answered, zone }, place, zone }
}

async function mostAWeek(store: Store, { id }: Member, { asking }: Committee): Promise<number> {
  const { perWeek } = askingOf(asking)
  return Math.min(perWeek, (await store.hearing.of(id))?.perWeek ?? perWeek)
}

function languageOf({ language }: Member, { languages }: Committee) {
  return language ?? languages[0] ?? 'en'
}

function whereOf(member: Member, committee: Committee) {
  const { slackId } = member
  return { place: slackId === undefined ? {} : { channelId: slackId }, zone: zoneOf(member, committee) }
}

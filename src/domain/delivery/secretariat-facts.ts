import { dayIn } from '../calendar/day.ts'
import { type UnknownDays, unknownDays, unknownKey } from '../calendar/unknown-days.ts'
import type { Committee } from '../committee/rules.ts'
import { type OfferFacts, offerFacts } from '../goal/offer-facts.ts'
import { isSecretariat, rolesOn } from '../member/rules.ts'
import type { Notice } from '../notice/rules.ts'
import type { AcknowledgeAsked } from '../reminder/asked.ts'
import type { Ask } from '../reminder/asks.ts'
import { askedInPerson, type RunReport, reportRun } from '../run/rules.ts'
import { type Proposal, proposalOf } from '../standard/recording-journal.ts'
import type { Store } from '../store.ts'
import { askedOfSecretariat } from './asks-facts.ts'
import { placeOf } from './place.ts'
import { isOutOfReach } from './rules.ts'
import type { NoticeFacts, Question } from './told.ts'

/**
 * What the secretariat is told.
 * @throws Error where the committee, or what is asked about, is not on record, which foreign keys exclude
 */
export async function forSecretariat(store: Store, notice: Notice, now: Date): Promise<NoticeFacts> {
  const committee = await store.committee.get()
  if (committee === undefined) throw new Error(`notice ${notice.id} is for a committee that is not on record`)
  const { zone } = committee
  const insteadOf = isOutOfReach(notice.reason) ? notice.reason : undefined
  const place = await placeOfSecretariat(store, committee, insteadOf !== undefined, now)
  if (place === undefined) return { say: false, why: 'no-channel', place: {}, zone }
  const instead = insteadOf !== undefined && { insteadOf }
  const what = await contentOf(store, committee, notice, now)
  if (!what.say) return { say: false, why: what.why, place, zone }
  return { say: true, told: { to: 'secretariat', committee, ...what.content, ...instead }, place, zone }
}

type Content =
  | {
      say: true
      content:
        | { report: RunReport }
        | { question: Question }
        | { proposal: Proposal }
        | { answers: OfferFacts }
        | { unanswered: AcknowledgeAsked[]; about: Ask[] }
        | { unknown: UnknownDays }
    }
  | { say: false; why: string }

async function contentOf(store: Store, committee: Committee, notice: Notice, now: Date): Promise<Content> {
  switch (notice.kind) {
    case 'unanswered': {
      const decision = await askedOfSecretariat(store, committee, notice, now)
      if (!decision.say) return decision
      const unanswered = decision.asked.flatMap((one) => (one.kind === 'acknowledge' ? [one] : []))
      return { say: true, content: { unanswered, about: decision.about } }
    }
    case 'decision':
      return questionAbout(store, notice)
    case 'proposal':
      return proposalAsked(store, notice)
    case 'offer-answers':
      return { say: true, content: { answers: await offerFacts(store, notice.period, now) } }
    case 'days-unknown':
      return daysUnknown(store, notice, now)
    default: {
      const kind = notice.kind === 'digest-report' ? 'digest' : 'reminder'
      const notices = await store.notices.ofRun(kind, notice.slotOn)
      const report = reportRun(kind, notice.slotOn, notices, await store.groups.all())
      if (kind === 'digest') return { say: true, content: { report } }
      const asked = askedInPerson(await store.notices.asksOn(notice.slotOn), await store.members.all())
      return { say: true, content: { report: { ...report, ...(asked !== undefined && { asked }) } } }
    }
  }
}

/** What has become known meanwhile is not told. A message that stands is left as it was. */
async function daysUnknown(store: Store, notice: Notice, now: Date): Promise<Content> {
  const all = await unknownDays(store, now)
  const unknown = all.find(({ calendar, year }) => unknownKey(calendar, year) === notice.period)
  return unknown === undefined ? { say: false, why: 'settled' } : { say: true, content: { unknown } }
}

async function proposalAsked(store: Store, notice: Notice): Promise<Content> {
  const proposal = await proposalOf(store, Number(notice.period))
  if (proposal === undefined)
    throw new Error(`notice ${notice.id} asks about a proposal that is not on record`)
  const isOver = notice.sentAt === undefined && proposal.state !== 'proposed'
  return isOver ? { say: false, why: 'settled' } : { say: true, content: { proposal } }
}

async function questionAbout(store: Store, notice: Notice): Promise<Content> {
  const subject = await store.notices.byId(notice.period)
  if (subject === undefined) throw new Error(`notice ${notice.id} asks about one that is not on record`)
  const isOver = notice.sentAt === undefined && subject.state !== 'ambiguous' && subject.state !== 'failed'
  if (isOver) return { say: false, why: 'settled' }
  const group = subject.group === undefined ? undefined : await store.groups.byCode(subject.group)
  const hearer = subject.member === undefined ? undefined : await store.members.byId(subject.member)
  const decision = await store.decisions.of(subject.id)
  const member = decision?.member === undefined ? undefined : await store.members.byId(decision.member)
  const question: Question = {
    subject,
    ...(group !== undefined && { group }),
    ...(hearer !== undefined && { member: hearer }),
    ...(decision !== undefined && {
      decided: { ...decision, ...(member !== undefined && { names: member.names }) },
    }),
  }
  return { say: true, content: { question } }
}

/**
 * Without a channel of its own, or where that is out of reach, the secretariat hears through the first of its members who
 * is in Slack.
 */
async function placeOfSecretariat(store: Store, committee: Committee, isOut: boolean, now: Date) {
  const own = committee.channel === undefined ? undefined : placeOf(committee)
  if (own !== undefined && !isOut) return own
  const today = dayIn(committee.zone, now)
  const members = await store.members.all()
  const secretary = members.find(
    (member) => member.slackId !== undefined && isSecretariat(rolesOn(member, today)),
  )
  return secretary?.slackId === undefined ? own : { channelId: secretary.slackId }
}

import { dayIn } from '../calendar/day.ts'
import type { Committee } from '../committee/rules.ts'
import { type MovedContent, movedContent } from '../follow/content.ts'
import type { Language, Names } from '../language/rules.ts'
import { isSecretariat, type Member, rolesOn } from '../member/rules.ts'
import { contentFor } from '../notice/facts.ts'
import { type ContentDecision, decideContent, type NoticeContent } from '../notice/planning.ts'
import type { Decision, Notice } from '../notice/rules.ts'
import { type RunReport, reportRun } from '../run/rules.ts'
import type { ScheduleKind } from '../schedule/rules.ts'
import type { Store } from '../store.ts'
import type { TwinCatalogue } from '../twin/catalogue.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { isOutOfReach } from './rules.ts'

/** Who answered for the group, and when. */
export type Acknowledged = { names: Names; at: Date }

/** A notice about which the secretariat is asked, and what was decided; the operator has no names. */
export type Question = {
  subject: Notice
  group?: WorkingGroup
  /** The member whom it is for. */
  member?: Member
  decided?: Pick<Decision, 'word' | 'why' | 'at'> & { names?: Names }
}

/** What a notice says. */
export type Told =
  | { to: 'group'; group: WorkingGroup; content: NoticeContent; acknowledged?: Acknowledged }
  | { to: 'member'; member: Member; language: Language; moved: MovedContent }
  /** `insteadOf`: why it is told in person and not in the secretariat's channel. */
  | { to: 'secretariat'; committee: Committee; report: RunReport; insteadOf?: string }
  | { to: 'secretariat'; committee: Committee; question: Question; insteadOf?: string }

/** Where it is said, and what, or why nothing; a member whom Slack does not know yet is nowhere. */
export type NoticeFacts = {
  place: { channel?: string; channelId?: string }
  zone: string
} & ({ say: true; told: Told } | { say: false; why: string })

/**
 * Reads what a notice says now: for the first time, or again because something changed that its message should show.
 * @throws Error where its group or the committee is not on record, which foreign keys exclude
 */
export async function factsOf(
  store: Store,
  twins: TwinCatalogue,
  notice: Notice,
  now: Date,
): Promise<NoticeFacts> {
  if (notice.member !== undefined) return forMember(store, notice, notice.member)
  return notice.group === undefined
    ? forSecretariat(store, notice, now)
    : forGroup(store, twins, notice, notice.group, now)
}

/** A message that stands is left as it was; one that is to be said tells what is so now, of what is still followed. */
async function forMember(store: Store, notice: Notice, id: string): Promise<NoticeFacts> {
  const member = await store.members.byId(id)
  const committee = await store.committee.get()
  if (member === undefined || committee === undefined)
    throw new Error(`notice ${notice.id} is for a member who is not on record`)
  const zone = member.zone ?? committee.zone
  const place = member.slackId === undefined ? {} : { channelId: member.slackId }
  const moved = await movedContent(store, id, await store.notices.movesOf(notice.id))
  if (moved.standards.length === 0 && notice.sentAt === undefined)
    return { say: false, why: 'nothing-to-tell', place, zone }
  const language = moved.language ?? member.language ?? committee.languages[0] ?? 'en'
  return { say: true, told: { to: 'member', member, language, moved }, place, zone }
}

async function forGroup(
  store: Store,
  twins: TwinCatalogue,
  notice: Notice,
  code: string,
  now: Date,
): Promise<NoticeFacts> {
  const group = await store.groups.byCode(code)
  if (group === undefined) throw new Error(`notice ${notice.id} is for a group that is not on record`)
  const kind = notice.kind === 'digest' ? 'digest' : 'reminder'
  const slot = { at: notice.slotAt, on: notice.slotOn }
  const decision =
    notice.sentAt === undefined
      ? await contentFor(store, twins, kind, group, slot, now)
      : await standing(store, twins, kind, notice, group, notice.sentAt)
  const place = placeOf(group)
  if (!decision.say) return { ...decision, place, zone: group.zone }
  const acknowledged = await acknowledgedBy(store, notice.id)
  const told = {
    to: 'group' as const,
    group,
    content: decision.content,
    ...(acknowledged !== undefined && { acknowledged }),
  }
  return { say: true, told, place, zone: group.zone }
}

/**
 * A message that stands keeps its list: what has been done since is shown as done, not left out. Where nobody could put
 * the list on record, as the process that said it died, it is made anew.
 */
async function standing(
  store: Store,
  twins: TwinCatalogue,
  kind: ScheduleKind,
  notice: Notice,
  group: WorkingGroup,
  sentAt: Date,
): Promise<ContentDecision> {
  const slot = { at: notice.slotAt, on: notice.slotOn }
  if (kind !== 'reminder' || notice.assignments.length === 0)
    return contentFor(store, twins, kind, group, slot, sentAt)
  const named = await store.assignments.byIds(notice.assignments)
  const asSaid = named.map((assignment) => ({ ...assignment, state: 'open' as const }))
  const decision = decideContent(
    'reminder',
    { assignments: asSaid, moves: [], twins: [] },
    dayIn(group.zone, sentAt),
    slot.on,
  )
  const { overdue, soon } =
    decision.say && decision.content.kind === 'reminder' ? decision.content : { overdue: [], soon: [] }
  const now = new Map(named.map((assignment) => [assignment.id, assignment]))
  const present = (said: typeof named) => said.map((assignment) => now.get(assignment.id) ?? assignment)
  const listed = new Set([...overdue, ...soon].map(({ id }) => id))
  const open = (await store.assignments.inGroup(group.code)).filter(({ state }) => state === 'open')
  const others = open.filter(({ id }) => !listed.has(id)).length
  return {
    say: true,
    content: { kind: 'reminder', overdue: present(overdue), soon: present(soon), others },
  }
}

async function acknowledgedBy(store: Store, notice: string): Promise<Acknowledged | undefined> {
  const answer = await store.acknowledgements.of(notice)
  const member = answer && (await store.members.byId(answer.member))
  return answer && { names: member?.names ?? { en: answer.member }, at: answer.at }
}

async function forSecretariat(store: Store, notice: Notice, now: Date): Promise<NoticeFacts> {
  const committee = await store.committee.get()
  if (committee === undefined) throw new Error(`notice ${notice.id} is for a committee that is not on record`)
  const { zone } = committee
  const insteadOf = isOutOfReach(notice.reason) ? notice.reason : undefined
  const place = await placeOfSecretariat(store, committee, insteadOf !== undefined, now)
  if (place === undefined) return { say: false, why: 'no-channel', place: {}, zone }
  const instead = insteadOf !== undefined && { insteadOf }
  if (notice.kind !== 'decision') {
    const kind = notice.kind === 'digest-report' ? 'digest' : 'reminder'
    const notices = await store.notices.ofRun(kind, notice.slotOn)
    const report = reportRun(kind, notice.slotOn, notices, await store.groups.all())
    return { say: true, told: { to: 'secretariat', committee, report, ...instead }, place, zone }
  }
  const subject = await store.notices.byId(notice.period)
  if (subject === undefined) throw new Error(`notice ${notice.id} asks about one that is not on record`)
  const isOver = notice.sentAt === undefined && subject.state !== 'ambiguous' && subject.state !== 'failed'
  if (isOver) return { say: false, why: 'settled', place, zone }
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
  return { say: true, told: { to: 'secretariat', committee, question, ...instead }, place, zone }
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

function placeOf({ channel, channelId }: Pick<WorkingGroup, 'channel' | 'channelId'>) {
  return { ...(channel !== undefined && { channel }), ...(channelId !== undefined && { channelId }) }
}

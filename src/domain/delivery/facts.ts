import { dayIn } from '../calendar/day.ts'
import { offerFacts } from '../goal/offer-facts.ts'
import { contentFor } from '../notice/facts.ts'
import { type ContentDecision, decideContent } from '../notice/planning.ts'
import { isByHand, type Notice } from '../notice/rules.ts'
import type { ScheduleKind } from '../schedule/rules.ts'
import type { Store } from '../store.ts'
import type { TwinCatalogue } from '../twin/catalogue.ts'
import { viewerOf } from '../viewing/rules.ts'
import { seenBy } from '../viewing/seen-by.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { forMember } from './member-facts.ts'
import { placeOf } from './place.ts'
import { reminderState } from './reminder-state.ts'
import { forSecretariat } from './secretariat-facts.ts'
import type { NoticeFacts } from './told.ts'

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
  if (notice.member !== undefined) return forMember(store, notice, notice.member, now)
  return notice.group === undefined
    ? forSecretariat(store, notice, now)
    : forGroup(store, twins, notice, notice.group, now)
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
  if (notice.kind === 'goals') return ofGoals(store, notice, group, now)
  const kind = notice.kind === 'digest' ? 'digest' : 'reminder'
  const slot = { at: notice.slotAt, on: notice.slotOn }
  // What a message that stands names may be another group's by now, and a closed one's.
  const seen = notice.sentAt === undefined ? store : await asItsChannelSees(store, code)
  const decision =
    notice.sentAt === undefined
      ? await contentFor(store, twins, kind, group, slot, now, isByHand(notice))
      : await standing(seen, twins, kind, notice, group, notice.sentAt)
  const place = placeOf(group)
  if (!decision.say) return { ...decision, place, zone: group.zone }
  const state =
    kind === 'reminder' && notice.sentAt !== undefined
      ? { state: await reminderState(seen, notice, group, now) }
      : {}
  return {
    say: true,
    told: { to: 'group', group, content: decision.content, ...state },
    place,
    zone: group.zone,
  }
}

async function asItsChannelSees(store: Store, code: string): Promise<Store> {
  const viewer = viewerOf(await store.groups.all(), { channelOf: code })
  return viewer.hidden.size > 0 ? seenBy(store, viewer) : store
}

/** The channel hears what its group has taken on, and nothing of what it has not. */
async function ofGoals(store: Store, notice: Notice, group: WorkingGroup, now: Date): Promise<NoticeFacts> {
  const facts = await offerFacts(store, notice.period, now)
  const goals = facts.goals.filter(({ part }) => part.state === 'accepted')
  const where = { place: placeOf(group), zone: group.zone }
  if (goals.length === 0 && notice.sentAt === undefined)
    return { say: false, why: 'nothing-to-tell', ...where }
  return { say: true, told: { to: 'group', group, taken: { ...facts, goals } }, ...where }
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
  const listed = [...overdue, ...soon].map(({ id }) => now.get(id))
  const stillOpen = listed.filter((one) => one?.state === 'open' && one.group === group.code).length
  const counts = await store.assignments.countOpen({ group: group.code }, dayIn(group.zone, sentAt))
  const others = Object.values(counts).reduce((sum, count) => sum + count, 0) - stillOpen
  return {
    say: true,
    content: { kind: 'reminder', overdue: present(overdue), soon: present(soon), others },
  }
}

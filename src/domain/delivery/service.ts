import { dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import type { Names } from '../language/rules.ts'
import { contentFor } from '../notice/facts.ts'
import { type ContentDecision, decideContent } from '../notice/planning.ts'
import { type DeliveryOutcome, leaseMs, noticeKey } from '../notice/rules.ts'
import type { ClaimedNotice } from '../store.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { decideAdoption, decideSettlement, decideUnreadable } from './rules.ts'

export type Deliveries = ReturnType<typeof deliveries>

/** All that is needed to put a notice into words. */
export type NoticeFacts = { group: WorkingGroup; decision: ContentDecision; acknowledged?: Acknowledged }

/** Who answered for the group, and when. */
export type Acknowledged = { names: Names; at: Date }

/**
 * How notices reach their channels: claimed under a lease, put into facts, and settled by what Slack
 * said.
 */
export function deliveries({ store, now }: Pick<Context, 'store' | 'now'>) {
  /** A message that stands keeps its list: what has been done since is shown as done, not left out. */
  async function standing(
    notice: ClaimedNotice,
    group: WorkingGroup,
    sentAt: Date,
  ): Promise<ContentDecision> {
    const slot = { at: notice.slotAt, on: notice.slotOn }
    if (notice.kind !== 'reminder') return contentFor(store, notice.kind, group, slot, sentAt)
    const named = await store.assignments.byIds(notice.assignments)
    const asSaid = named.map((assignment) => ({ ...assignment, state: 'open' as const }))
    const decision = decideContent(
      'reminder',
      { assignments: asSaid, moves: [] },
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

  async function acknowledgedBy(notice: string): Promise<Acknowledged | undefined> {
    const answer = await store.acknowledgements.of(notice)
    const member = answer && (await store.members.byId(answer.member))
    return answer && { names: member?.names ?? { en: answer.member }, at: answer.at }
  }

  return {
    claim: (limit: number) => store.notices.claim(now(), leaseMs, limit),

    /** The key by which a message is known as the notice's own. */
    key: (notice: ClaimedNotice) => noticeKey(store.workspace, notice),

    /** What the notice says now: for the first time, or again because something changed that it should show. */
    async facts(notice: ClaimedNotice): Promise<NoticeFacts> {
      const group = (await store.groups.all()).find(({ code }) => code === notice.group)
      if (group === undefined) throw new Error(`notice ${notice.id} is for a group that is not on record`)
      const acknowledged = await acknowledgedBy(notice.id)
      const slot = { at: notice.slotAt, on: notice.slotOn }
      const decision =
        notice.sentAt === undefined
          ? await contentFor(store, notice.kind, group, slot, now())
          : await standing(notice, group, notice.sentAt)
      return { group, decision, ...(acknowledged !== undefined && { acknowledged }) }
    },

    /** Puts an attempt on record. `assignments` are those that the message names. */
    settle(
      claimed: ClaimedNotice,
      outcome: DeliveryOutcome,
      assignments: readonly string[],
    ): Promise<boolean> {
      return store.notices.settle(
        claimed.id,
        claimed.claim,
        decideSettlement(claimed, outcome, assignments, now()),
      )
    },

    /** Takes a message that an earlier attempt had left for the notice's own. */
    adopt(
      claimed: ClaimedNotice,
      found: { channelId: string; ts: string },
      assignments: readonly string[],
    ): Promise<boolean> {
      return store.notices.settle(
        claimed.id,
        claimed.claim,
        decideAdoption(claimed, found, assignments, now()),
      )
    },

    /** Nothing is left to say: everything it would have named has been done since. */
    withdraw(claimed: ClaimedNotice, reason: string): Promise<boolean> {
      return store.notices.settle(claimed.id, claimed.claim, { state: 'withdrawn', reason })
    },

    /** Its message may stand in a channel whose history can't be read. */
    leaveUnread(claimed: ClaimedNotice, why: { error: string; forGood: boolean }): Promise<boolean> {
      return store.notices.settle(claimed.id, claimed.claim, decideUnreadable(claimed, why, now()))
    },
  }
}

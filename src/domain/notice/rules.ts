import type { Day } from '../calendar/day.ts'

export type NoticeKind = 'reminder' | 'digest'

/**
 * `pending` waits to be said; `sending` was claimed and may have been said; `sent` stands in the channel;
 * `ambiguous` waits for a person to look; `failed` was refused for good; `withdrawn` has nothing to say any more.
 */
export type NoticeState = 'pending' | 'sending' | 'sent' | 'ambiguous' | 'failed' | 'withdrawn'

/** A message that the bot starts by itself. It carries ids; what it says is read again when it is said. */
export type Notice = {
  id: string
  kind: NoticeKind
  /** The group whose channel hears it. */
  group: string
  /** What makes it unique with workspace, kind and group: the slot's day, or the request for one sent by hand. */
  period: string
  /** The moment it was due. */
  slotAt: Date
  /** The calendar day it is for, in the group's zone. */
  slotOn: Day
  /** Assignments it names, frozen when it was first said so that an edit shows the same list. */
  assignments: string[]
  state: NoticeState
  /** Why it was withdrawn, or the last error. */
  reason?: string
  attempts: number
  channelId?: string
  /** Slack's timestamp of the message. */
  ts?: string
  sentAt?: Date
  /** Grows with every change that the message should show. */
  revision: number
  /** The revision that the message shows. */
  shownRevision: number
}

/** A convenor's or deputy's answer to a reminder. */
export type Acknowledgement = { notice: string; member: string; slackId?: string; at: Date }

/** The key that travels with the message as its metadata. */
export function noticeKey(workspace: string, notice: Pick<Notice, 'kind' | 'group' | 'period'>): string {
  return `${workspace}/${notice.kind}/${notice.group}/${notice.period}`
}

/** What came of asking Slack to post or to change a message. */
export type DeliveryOutcome =
  | { kind: 'said'; channelId: string; ts: string }
  /** Slack took nothing; it may be asked again after `retryAfterMs`. */
  | { kind: 'refused'; error: string; retryAfterMs?: number; forGood: boolean }
  /** The answer was lost: it may or may not have been taken. */
  | { kind: 'unknown'; error: string }

/** How long a claim holds before another process may take the notice up. */
export const leaseMs = 60_000

/** After so many refusals that may pass (an outage, a rate limit) it is left to a person. */
export const maxAttempts = 60

/** The pause before attempt `attempts + 1`: 2 s, doubled each time, at most 5 minutes. */
export function pauseMs(attempts: number): number {
  return Math.min(2_000 * 2 ** Math.min(attempts, 10), 300_000)
}

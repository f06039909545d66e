import { type Day, isDay } from '../calendar/day.ts'
import type { Ask } from '../reminder/asks.ts'
import type { ScheduleKind } from '../schedule/rules.ts'

/**
 * A group hears reminders and digests, and the goals that it has taken on. The secretariat hears one report a run of either, and is asked for its
 * decision on a notice that the bot can't settle by itself, and on each stage that a convenor proposes. A member hears
 * of the moves of what they follow, and what became of their proposal; a convenor is asked about goals that are offered to
 * the group and hears what becomes of them after, and the secretariat sees the answers.
 */
export type NoticeKind =
  | ScheduleKind
  | `${ScheduleKind}-report`
  | 'decision'
  | 'proposal'
  | 'moves'
  | 'proposal-answer'
  | 'offer'
  | 'offer-answers'
  | 'goals'
  | 'goal-news'
  | 'asks'
  | 'unanswered'
  | 'days-unknown'

/**
 * `pending` waits to be said; `sending` was claimed and may have been said; `sent` stands in the channel;
 * `ambiguous` waits for a person to look; `failed` was refused for good; `withdrawn` has nothing to say any more.
 */
export type NoticeState = 'pending' | 'sending' | 'sent' | 'ambiguous' | 'failed' | 'withdrawn'

/** Every state, those first that may need a person's eye. */
export const noticeStates: readonly NoticeState[] = [
  'ambiguous',
  'failed',
  'sending',
  'pending',
  'sent',
  'withdrawn',
]

/** A message that the bot starts by itself. It carries ids; what it says is read again when it is said. */
export type Notice = {
  id: string
  kind: NoticeKind
  /** The group whose channel hears it. */
  group?: string
  /** The member who hears it in person; where neither is given, the secretariat does. */
  member?: string
  /**
   * What makes it unique with workspace, kind and group or member: the slot's nominal day, or the run's for its report; the
   * request for one sent by hand; the notice that a decision is about; the first of the moves that it was written for;
   * the entry that was proposed; the offer of goals; for news of goals the group, and the first of the decisions.
   */
  period: string
  /** The moment it was due. */
  slotAt: Date
  /** The calendar day it is for, in the group's zone, or in the committee's; of a slot the day on which it is really due. */
  slotOn: Day
  /** Assignments it names, frozen when it was first said so that an edit shows the same list. */
  assignments: string[]
  /** What it asks of its hearer: what was planned, and once it is said what it really asks. */
  about?: Ask[]
  state: NoticeState
  /** Why it was withdrawn, or the last error. */
  reason?: string
  attempts: number
  /** When it was written: its message can't be older. */
  createdAt: Date
  channelId?: string
  /** Slack's timestamp of the message. */
  ts?: string
  sentAt?: Date
  /** Grows with every change that the message should show. */
  revision: number
  /** The revision that the message shows. */
  shownRevision: number
  /** Until then an earlier attempt may have been sent to Slack, which may have taken it. */
  uncertainSince?: Date
  /** Slack's timestamps of further messages of it in the same channel, which are to be taken back. */
  strays: string[]
  /** The secretariat wants it said also where it can't be known whether it stands already. */
  mayRepeat: boolean
}

/** A reminder that was put off: its group hears of it again on that day, and not before. */
export type Snooze = { notice: string; until: Day; member: string; at: Date }

/** A convenor's or deputy's answer to a reminder. */
export type Acknowledgement = { notice: string; member: string; slackId?: string; at: Date }

/**
 * What a person has decided about a notice: that it be said (again), that it stands and need not be, or that it be
 * dropped.
 */
export type DecisionWord = 'retry' | 'keep' | 'drop'

/** A decision with who made it, when and why; the operator at the command line is no member. */
export type Decision = { notice: string; word: DecisionWord; member?: string; why?: string; at: Date }

/** The key that travels with the message as its metadata. */
export function noticeKey(
  workspace: string,
  notice: Pick<Notice, 'kind' | 'group' | 'member' | 'period'>,
): string {
  return `${workspace}/${notice.kind}/${notice.group ?? notice.member ?? 'secretariat'}/${notice.period}`
}

/** Whether the secretariat hears it. */
export function isForSecretariat({ group, member }: Pick<Notice, 'group' | 'member'>): boolean {
  return group === undefined && member === undefined
}

/**
 * Whether it came by its group's schedule, and so belongs to a run: its period is a calendar day. Others were sent by
 * hand or follow from others.
 */
export function isScheduled<N extends Pick<Notice, 'kind' | 'period'>>(
  notice: N,
): notice is N & { kind: ScheduleKind } {
  return (notice.kind === 'reminder' || notice.kind === 'digest') && isDay(notice.period)
}

/** How the period of a notice begins that somebody has asked for. */
export const byHandMark = 'by-hand-'

/** Whether somebody has asked for it by hand. */
export function isByHand({ period }: Pick<Notice, 'period'>): boolean {
  return period.startsWith(byHandMark)
}

/** The kind of the report of a run. */
export function reportOf(kind: ScheduleKind): `${ScheduleKind}-report` {
  return `${kind}-report`
}

/** Whether its message may stand in the channel; one that was let go while it was ambiguous may, too. */
export function mayStand({ state, reason }: Pick<Notice, 'state' | 'reason'>): boolean {
  if (state === 'withdrawn') return reason === 'dropped'
  return state === 'sending' || state === 'sent' || state === 'ambiguous'
}

/** Which decisions a notice in this state is open to. */
export function openTo({ state }: Pick<Notice, 'state'>): readonly DecisionWord[] {
  switch (state) {
    case 'ambiguous':
      return ['keep', 'retry', 'drop']
    case 'failed':
      return ['retry', 'drop']
    case 'pending':
      return ['drop']
    // What is being said, stands or has nothing to say needs no decision.
    default:
      return []
  }
}

/** What came of asking Slack to post or to change a message. */
export type DeliveryOutcome =
  | { kind: 'said'; channelId: string; ts: string }
  /** Slack took nothing; it may be asked again after `retryAfterMs`. */
  | { kind: 'refused'; error: string; retryAfterMs?: number; forGood: boolean }
  /** Slack took nothing and takes nothing from the bot as such, whatever the message. */
  | { kind: 'barred'; error: string }
  /** Slack could not be reached: nothing was taken. */
  | { kind: 'unreached'; error: string }
  /** The answer was lost: it may or may not have been taken. */
  | { kind: 'unknown'; error: string }

/** How long a claim holds before another process may take the notice up. */
export const leaseMs = 60_000

/** A call to Slack is given up after 10 s; nothing is sent that could still be under way when the claim ends. */
export const callMs = 15_000

/**
 * How long after an attempt without an answer Slack may still carry it out. Slack does not say; a message that was not
 * found is not said again before.
 */
export const settleMs = 60_000

/** A notice that could not be said within a week is not said any more. */
export const keptMs = 7 * 24 * 3_600_000

/** After so many attempts that ended in a bug of ours it is left to a person. */
export const mostBugs = 10

/** The pause before attempt `attempts + 1`: 4 s, doubled each time, at most 5 minutes. */
export function pauseMs(attempts: number): number {
  return Math.min(2_000 * 2 ** Math.min(attempts, 10), 300_000)
}

import {
  callMs,
  type DeliveryOutcome,
  isForSecretariat,
  keptMs,
  mostBugs,
  type Notice,
  pauseMs,
  settleMs,
} from '../notice/rules.ts'
import type { ClaimedNotice, NoticeChange } from '../store.ts'
import { longestHoldMs, type Sign } from './pace.ts'

/** What the channel's history says of a notice's message, or why it does not. */
export type Looked =
  | { kind: 'found'; channelId: string; ts: string }
  | { kind: 'absent' }
  /** Asking again will not help. */
  | { kind: 'unreadable'; error: string }
  | Exclude<DeliveryOutcome, { kind: 'said' }>

/** How the reason of a notice begins over which our own code failed. */
const bugMark = 'bug: '

/** Whether a call may still be sent: the claim must outlive it, or another process could send the same. */
export function isInTime(claimed: Pick<ClaimedNotice, 'claimEndsAt'>, now: Date): boolean {
  return now.getTime() + callMs <= claimed.claimEndsAt.getTime()
}

/** Whether this is Slack's word for a channel in which the bot can't speak. */
export function isOutOfReach(reason: string | undefined): boolean {
  return /^(channel_not_found|not_in_channel|is_archived|restricted_action)/.test(reason ?? '')
}

/** Whether it has waited too long to be of use to anybody. */
export function isTooLate(notice: Pick<Notice, 'createdAt' | 'attempts'>, now: Date): boolean {
  // The first attempt, or the first since a person asked for another, is always made.
  return notice.attempts > 1 && now.getTime() - notice.createdAt.getTime() > keptMs
}

/**
 * What is on record after a look for a message that an earlier attempt may have left.
 * Found, it is the notice's own; it was said by that attempt, and shows what was so then. Not found, it is said again, but only once
 * Slack can't be carrying out that attempt any more. Where the history can't be read, it is looked for again if that may
 * help, else a person must look: it is never posted again on a guess, unless the secretariat has said so.
 */
export function decideLook(claimed: ClaimedNotice, looked: Looked, now: Date): NoticeChange {
  // A moment that lies ahead is of a clock that has been put back since.
  const since = new Date(
    Math.min(claimed.uncertainSince?.getTime() ?? Number.POSITIVE_INFINITY, now.getTime()),
  )
  switch (looked.kind) {
    case 'found': {
      const { channelId, ts } = looked
      return { state: 'sent', channelId, ts, sentAt: claimed.sentAt ?? since, shownRevision: 0 }
    }
    case 'absent': {
      const safeAt = after(since, settleMs)
      if (safeAt <= now) return sayNow(claimed, now)
      return { state: 'sending', uncertainSince: since, dueAt: safeAt }
    }
    case 'unreadable':
      return unreadable(claimed, looked.error, since, now)
    case 'refused':
      if (looked.forGood) return unreadable(claimed, looked.error, since, now)
      return lookAgain(claimed, looked.error, since, now, waitMs(looked, claimed))
    case 'unknown':
      return lookAgain(claimed, looked.error, since, now, pauseMs(claimed.attempts))
    case 'barred':
    case 'unreached':
      return lookAgain(claimed, looked.error, since, now, 0)
  }
}

function lookAgain(claimed: ClaimedNotice, reason: string, since: Date, now: Date, ms: number): NoticeChange {
  if (isTooLate(claimed, now)) return unreadable(claimed, reason, since, now)
  return { state: 'sending', uncertainSince: since, reason, dueAt: after(now, ms) }
}

function unreadable(claimed: ClaimedNotice, reason: string, since: Date, now: Date): NoticeChange {
  return claimed.mayRepeat ? sayNow(claimed, now) : { state: 'ambiguous', uncertainSince: since, reason }
}

/** What a person asked for is tried at least once, however old it is: the looks before don't count. */
function sayNow({ mayRepeat }: ClaimedNotice, now: Date): NoticeChange {
  return { state: 'pending', dueAt: now, ...(mayRepeat && { attempts: 0 }) }
}

/** What is on record after an attempt to say a notice, or to bring its message up to date. */
export function decideSettlement(
  claimed: ClaimedNotice,
  outcome: DeliveryOutcome,
  assignments: readonly string[],
  now: Date,
): NoticeChange {
  const isEdit = claimed.sentAt !== undefined
  const later = (reason: string, ms: number): NoticeChange => ({
    state: isEdit ? 'sent' : 'pending',
    reason,
    dueAt: after(now, ms),
  })
  switch (outcome.kind) {
    case 'said':
      return {
        state: 'sent',
        channelId: outcome.channelId,
        ts: outcome.ts,
        sentAt: claimed.sentAt ?? now,
        // What it was said about stays what it was about, though its list may have become shorter.
        assignments: isEdit && claimed.assignments.length > 0 ? claimed.assignments : [...assignments],
        shownRevision: claimed.revision,
      }
    // Slack as a whole is held until it takes something again; the notice itself is free at once.
    case 'barred':
    case 'unreached':
      return later(outcome.error, 0)
    case 'refused':
      if (!outcome.forGood) return later(outcome.error, waitMs(outcome, claimed))
      // The secretariat is told in person where its channel is out of reach: the next attempt sees why.
      if (
        isForSecretariat(claimed) &&
        !isEdit &&
        isOutOfReach(outcome.error) &&
        !isOutOfReach(claimed.reason)
      )
        return later(outcome.error, 0)
      // A message that can't be edited still stands: what it does not show is given up, the notice is not.
      return isEdit
        ? { state: 'sent', reason: outcome.error, shownRevision: claimed.revision }
        : { state: 'failed', reason: outcome.error }
    case 'unknown':
      // An edit may be made twice; a message is looked for before it is posted again.
      return isEdit
        ? later(outcome.error, pauseMs(claimed.attempts))
        : {
            state: 'sending',
            uncertainSince: now,
            reason: outcome.error,
            dueAt: after(now, pauseMs(claimed.attempts)),
            // Where it turns out to stand, this is what it names.
            assignments: [...assignments],
          }
  }
}

/** What is on record where our own code failed before Slack was asked: tried again, and at last left to a person. */
export function decideBug(claimed: ClaimedNotice, error: string, now: Date): NoticeChange {
  const reason = `${bugMark}${error}`.slice(0, 500)
  const isEdit = claimed.sentAt !== undefined
  // Attempts that Slack refused for a while don't count: the last one must have been a bug as well.
  if (claimed.attempts < mostBugs || claimed.reason?.startsWith(bugMark) !== true) {
    const { task, uncertainSince } = claimed
    return {
      state: isEdit ? 'sent' : task === 'look' ? 'sending' : 'pending',
      reason,
      dueAt: after(now, pauseMs(claimed.attempts)),
      ...(task === 'look' && uncertainSince !== undefined && { uncertainSince }),
    }
  }
  if (isEdit) return { state: 'sent', reason, shownRevision: claimed.revision }
  return claimed.task === 'look'
    ? {
        state: 'ambiguous',
        reason,
        ...(claimed.uncertainSince && { uncertainSince: claimed.uncertainSince }),
      }
    : { state: 'failed', reason }
}

/** What an attempt says of Slack as a whole, or of the method that was asked; undefined where it says nothing. */
export function signOf(outcome: DeliveryOutcome | Looked): Sign | undefined {
  switch (outcome.kind) {
    case 'said':
    case 'found':
    case 'absent':
    case 'unreadable':
      return { kind: 'well' }
    case 'refused':
      if (outcome.retryAfterMs !== undefined) return { kind: 'limited', retryAfterMs: outcome.retryAfterMs }
      // Whoever refuses one message is there.
      return outcome.forGood ? { kind: 'well' } : undefined
    case 'barred':
      return { kind: 'barred', error: outcome.error }
    case 'unreached':
      return { kind: 'silent', error: outcome.error, isSure: true }
    case 'unknown':
      return { kind: 'silent', error: outcome.error, isSure: false }
  }
}

/** What Slack asks for, within bounds, or else our own pause. */
function waitMs({ retryAfterMs }: { retryAfterMs?: number }, { attempts }: ClaimedNotice): number {
  return retryAfterMs === undefined ? pauseMs(attempts) : Math.min(retryAfterMs, longestHoldMs)
}

/** A member whom Slack does not know yet is waited for, however long: they are looked for in the meantime. */
export function decideWait(reason: string, now: Date): NoticeChange {
  return { state: 'pending', reason, dueAt: after(now, absenceMs), attempts: 0 }
}

/** It is said when its member's quiet hours are over; that it was held back is no attempt. */
export function decideHold({ attempts }: Pick<ClaimedNotice, 'attempts'>, until: Date): NoticeChange {
  return { state: 'pending', reason: 'quiet-hours', dueAt: until, attempts: Math.max(0, attempts - 1) }
}

/** The workspace's people are linked as often. */
const absenceMs = 600_000

function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms)
}

import { type DeliveryOutcome, maxAttempts, pauseMs } from '../notice/rules.ts'
import type { ClaimedNotice, NoticeChange } from '../store.ts'

/**
 * What is on record after a message was found that an earlier attempt had left. It shows what was so when it was
 * posted: whatever has changed since is still to be shown.
 */
export function decideAdoption(
  claimed: ClaimedNotice,
  found: { channelId: string; ts: string },
  assignments: readonly string[],
  now: Date,
): NoticeChange {
  const { channelId, ts } = found
  const said = { kind: 'said' as const, channelId, ts }
  return { ...decideSettlement(claimed, said, assignments, now), shownRevision: 0 }
}

/**
 * What is on record where a message may stand and its channel's history could not be read: it is looked for again
 * where that may help, else a person must look. It is never posted again on a guess.
 */
export function decideUnreadable(
  claimed: ClaimedNotice,
  { error, forGood }: { error: string; forGood: boolean },
  now: Date,
): NoticeChange {
  if (forGood || claimed.attempts >= maxAttempts) return { state: 'ambiguous', reason: error }
  return decideSettlement(claimed, { kind: 'unknown', error }, [], now)
}

/** What is on record after an attempt to say a notice, or to bring its message up to date. */
export function decideSettlement(
  claimed: ClaimedNotice,
  outcome: DeliveryOutcome,
  assignments: readonly string[],
  now: Date,
): NoticeChange {
  const after = (ms: number) => new Date(now.getTime() + ms)
  const isEdit = claimed.sentAt !== undefined
  switch (outcome.kind) {
    case 'said':
      return {
        state: 'sent',
        channelId: outcome.channelId,
        ts: outcome.ts,
        sentAt: claimed.sentAt ?? now,
        assignments: [...assignments],
        shownRevision: claimed.revision,
      }
    case 'refused': {
      const reason = outcome.error
      if (outcome.forGood || claimed.attempts >= maxAttempts)
        // A message that can't be edited still stands: what it does not show is given up, the notice is not.
        return isEdit
          ? { state: 'sent', reason, shownRevision: claimed.revision }
          : { state: 'failed', reason }
      const dueAt = after(outcome.retryAfterMs ?? pauseMs(claimed.attempts))
      return { state: isEdit ? 'sent' : 'pending', reason, dueAt }
    }
    case 'unknown':
      // Left in `sending`: whoever claims it next looks for the message before posting again.
      return {
        state: isEdit ? 'sent' : 'sending',
        reason: outcome.error,
        dueAt: after(pauseMs(claimed.attempts)),
      }
  }
}

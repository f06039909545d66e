import { type Decision, type DecisionWord, type Notice, openTo } from '../notice/rules.ts'
import type { NoticeChange } from '../store.ts'

/** Whether this is asked of the secretariat: what may or may not stand always, a failure where no report tells of it. */
export function isAsked(notice: Pick<Notice, 'kind' | 'state'>, isInReport: boolean): boolean {
  // Nobody is asked about a question.
  if (notice.kind === 'decision') return false
  return notice.state === 'ambiguous' || (notice.state === 'failed' && !isInReport)
}

/**
 * What a decision makes of a notice; undefined where its state is not open to it. To be said again, it is first looked
 * for once more, since what hid it may have been mended; where that still can't be done, it is said.
 */
export function decideDecision(
  notice: Notice,
  word: DecisionWord,
  now: Date,
): (NoticeChange & { mayRepeat: boolean }) | undefined {
  if (!openTo(notice).includes(word)) return undefined
  switch (word) {
    case 'retry': {
      if (notice.state !== 'ambiguous') return { state: 'pending', dueAt: now, attempts: 0, mayRepeat: false }
      const uncertainSince = notice.uncertainSince ?? now
      return { state: 'sending', uncertainSince, dueAt: now, attempts: 0, mayRepeat: true }
    }
    case 'keep':
      // Where it stands is not known, so it can't be brought up to date until somebody presses a button in it.
      return {
        state: 'sent',
        sentAt: notice.uncertainSince ?? now,
        shownRevision: notice.revision,
        mayRepeat: false,
      }
    case 'drop':
      return { state: 'withdrawn', reason: 'dropped', mayRepeat: false }
  }
}

/** Longer reasons are not kept. */
export const longestWhy = 500

/** A decision that stands, beside what has become of the notice. */
export type Decided = Pick<Decision, 'word' | 'why' | 'at'>

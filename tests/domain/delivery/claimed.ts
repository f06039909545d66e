import type { ClaimedNotice } from '../../../src/domain/store.ts'

/** Monday morning: when the notices of these tests were written, and their slot. */
export const monday9 = new Date('2026-11-23T01:00:00Z')
/** Ten minutes later, when they are settled. */
export const now = new Date('2026-11-23T01:10:00Z')
export const later = (ms: number, from = now) => new Date(from.getTime() + ms)

/** A reminder that was claimed for the first time, to be said. */
export function saying(change: Partial<ClaimedNotice> = {}): ClaimedNotice {
  return {
    id: 'n',
    kind: 'reminder',
    group: 'WG8',
    period: '2026-11-23',
    slotAt: monday9,
    slotOn: '2026-11-23',
    assignments: [],
    state: 'sending',
    attempts: 1,
    createdAt: monday9,
    revision: 0,
    shownRevision: 0,
    strays: [],
    mayRepeat: false,
    claim: 'c',
    claimEndsAt: later(60_000),
    task: 'say',
    ...change,
  }
}

/** One that an attempt before may have left in its channel: the last of them ten seconds ago. */
export function looking(change: Partial<ClaimedNotice> = {}): ClaimedNotice {
  return saying({ task: 'look', attempts: 2, uncertainSince: later(-10_000), ...change })
}

/** One that stands, whose message shows two revisions of three. */
export function editing(change: Partial<ClaimedNotice> = {}): ClaimedNotice {
  const sent = { state: 'sent', sentAt: later(-60_000), channelId: 'C1', ts: '1.1' } as const
  return saying({ task: 'edit', ...sent, revision: 3, shownRevision: 2, ...change })
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideSettlement } from '../../../src/domain/delivery/rules.ts'
import { type DeliveryOutcome, maxAttempts } from '../../../src/domain/notice/rules.ts'
import type { ClaimedNotice, NoticeChange } from '../../../src/domain/store.ts'

const now = new Date('2026-11-23T01:00:00Z')
const sentAt = new Date('2026-11-23T00:00:00Z')
const in2s = (attempts: number) => new Date(now.getTime() + 2_000 * 2 ** attempts)

function claimed(change: Partial<ClaimedNotice> = {}): ClaimedNotice {
  return {
    id: 'n',
    kind: 'reminder',
    group: 'WG8',
    period: '2026-11-23',
    slotAt: sentAt,
    slotOn: '2026-11-23',
    assignments: [],
    state: 'sending',
    attempts: 1,
    revision: 0,
    shownRevision: 0,
    claim: 'c',
    uncertain: false,
    ...change,
  }
}

const edit = (change: Partial<ClaimedNotice> = {}) =>
  claimed({ state: 'sent', sentAt, channelId: 'C1', ts: '1.1', revision: 3, shownRevision: 2, ...change })

const said: DeliveryOutcome = { kind: 'said', channelId: 'C1', ts: '1.1' }
const passing: DeliveryOutcome = { kind: 'refused', error: 'ratelimited', forGood: false }
const paced: DeliveryOutcome = { ...passing, retryAfterMs: 45_000 }
const forGood: DeliveryOutcome = { kind: 'refused', error: 'is_archived', forGood: true }
const unknown: DeliveryOutcome = { kind: 'unknown', error: 'no_answer' }

describe('what is on record after an attempt', () => {
  const table: [string, ClaimedNotice, DeliveryOutcome, NoticeChange][] = [
    [
      'said for the first time',
      claimed({ revision: 1 }),
      said,
      { state: 'sent', channelId: 'C1', ts: '1.1', sentAt: now, assignments: ['a'], shownRevision: 1 },
    ],
    [
      'brought up to date: it was said when it was said',
      edit(),
      said,
      { state: 'sent', channelId: 'C1', ts: '1.1', sentAt, assignments: ['a'], shownRevision: 3 },
    ],
    ['refused for now', claimed(), passing, { state: 'pending', reason: 'ratelimited', dueAt: in2s(1) }],
    [
      'refused, with a pause of Slack’s own',
      claimed(),
      paced,
      { state: 'pending', reason: 'ratelimited', dueAt: new Date(now.getTime() + 45_000) },
    ],
    ['refused for good', claimed(), forGood, { state: 'failed', reason: 'is_archived' }],
    [
      'refused too often',
      claimed({ attempts: maxAttempts }),
      paced,
      { state: 'failed', reason: 'ratelimited' },
    ],
    [
      'the answer was lost',
      claimed({ attempts: 2 }),
      unknown,
      { state: 'sending', reason: 'no_answer', dueAt: in2s(2) },
    ],
    ['an edit refused for now', edit(), passing, { state: 'sent', reason: 'ratelimited', dueAt: in2s(1) }],
    ['an edit refused for good', edit(), forGood, { state: 'sent', reason: 'is_archived', shownRevision: 3 }],
    [
      'an edit refused too often is given up; its message stands',
      edit({ attempts: maxAttempts }),
      passing,
      { state: 'sent', reason: 'ratelimited', shownRevision: 3 },
    ],
    [
      'an edit whose answer was lost',
      edit(),
      unknown,
      { state: 'sent', reason: 'no_answer', dueAt: in2s(1) },
    ],
  ]
  test.each(table)('%s', (_why, notice, outcome, change) => {
    expect(decideSettlement(notice, outcome, ['a'], now)).toStrictEqual(change)
  })
})

const outcomes = fc.oneof(
  fc.constant(said),
  fc.constant(unknown),
  fc.record({ kind: fc.constant('refused' as const), error: fc.string(), forGood: fc.boolean() }),
)

test('a message that stands is `sent` whatever comes of editing it, however often', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), outcomes, (attempts, outcome) => {
      expect(decideSettlement(edit({ attempts }), outcome, [], now).state).toBe('sent')
    }),
  )
})

test('what may have been said is never `pending` again, and only a refusal fails it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), outcomes, (attempts, outcome) => {
      const { state } = decideSettlement(claimed({ attempts, uncertain: true }), outcome, [], now)
      const allowed = { said: ['sent'], unknown: ['sending'], refused: ['pending', 'failed'] }
      expect(allowed[outcome.kind]).toContain(state)
    }),
  )
})

test('the list of assignments on record is a copy', () => {
  const named = ['a']
  const { assignments } = decideSettlement(claimed(), said, named, now)
  named.push('b')
  expect(assignments).toStrictEqual(['a'])
})

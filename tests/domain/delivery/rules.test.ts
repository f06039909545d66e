import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sign } from '../../../src/domain/delivery/pace.ts'
import {
  decideBug,
  decideLook,
  decideSettlement,
  isInTime,
  isTooLate,
  type Looked,
  signOf,
} from '../../../src/domain/delivery/rules.ts'
import type { DeliveryOutcome } from '../../../src/domain/notice/rules.ts'
import type { ClaimedNotice, NoticeChange } from '../../../src/domain/store.ts'
import { editing, later, looking, now, saying } from './claimed.ts'

const week = 7 * 24 * 3_600_000
/** Written so long ago that it is of no use to anybody any more. */
const old = { createdAt: later(-week - 1) }
const justInTime = { createdAt: later(-week) }

const said: DeliveryOutcome = { kind: 'said', channelId: 'C1', ts: '1.1' }
const passing: DeliveryOutcome = { kind: 'refused', error: 'service_unavailable', forGood: false }
const paced: DeliveryOutcome = {
  kind: 'refused',
  error: 'ratelimited',
  forGood: false,
  retryAfterMs: 45_000,
}
const forGood: DeliveryOutcome = { kind: 'refused', error: 'is_archived', forGood: true }
const barred: DeliveryOutcome = { kind: 'barred', error: 'token_revoked' }
const unreached: DeliveryOutcome = { kind: 'unreached', error: 'ECONNREFUSED' }
const unknown: DeliveryOutcome = { kind: 'unknown', error: 'no_answer' }

describe('what is on record after an attempt', () => {
  const sent = { state: 'sent' as const, channelId: 'C1', ts: '1.1', assignments: ['a'] }
  const table: [string, ClaimedNotice, DeliveryOutcome, NoticeChange][] = [
    ['said for the first time', saying({ revision: 1 }), said, { ...sent, sentAt: now, shownRevision: 1 }],
    ['said at last', saying({ attempts: 30, ...old }), said, { ...sent, sentAt: now, shownRevision: 0 }],
    [
      'refused for now',
      saying(),
      passing,
      { state: 'pending', reason: 'service_unavailable', dueAt: later(4_000) },
    ],
    [
      'refused for now once more: the pause doubles',
      saying({ attempts: 2 }),
      passing,
      { state: 'pending', reason: 'service_unavailable', dueAt: later(8_000) },
    ],
    [
      'refused for now ever so often: the pause has its end, the notice has none',
      saying({ attempts: 1_000 }),
      passing,
      { state: 'pending', reason: 'service_unavailable', dueAt: later(300_000) },
    ],
    [
      'refused, with a pause of Slack’s own',
      saying(),
      paced,
      { state: 'pending', reason: 'ratelimited', dueAt: later(45_000) },
    ],
    [
      'refused once more, with a pause of Slack’s own',
      saying({ attempts: 20 }),
      paced,
      { state: 'pending', reason: 'ratelimited', dueAt: later(45_000) },
    ],
    ['refused for good', saying(), forGood, { state: 'failed', reason: 'is_archived' }],
    ['refused for good later', saying({ attempts: 9 }), forGood, { state: 'failed', reason: 'is_archived' }],
    [
      'the bot as such refused: Slack is held, the notice is not',
      saying(),
      barred,
      { state: 'pending', reason: 'token_revoked', dueAt: now },
    ],
    [
      'the bot as such refused, ever so often',
      saying({ attempts: 1_000 }),
      barred,
      { state: 'pending', reason: 'token_revoked', dueAt: now },
    ],
    ['no connection', saying(), unreached, { state: 'pending', reason: 'ECONNREFUSED', dueAt: now }],
    [
      'no connection, ever so often',
      saying({ attempts: 1_000 }),
      unreached,
      { state: 'pending', reason: 'ECONNREFUSED', dueAt: now },
    ],
    [
      'the answer was lost: it is looked for first',
      saying(),
      unknown,
      {
        state: 'sending',
        uncertainSince: now,
        reason: 'no_answer',
        dueAt: later(4_000),
        assignments: ['a'],
      },
    ],
    [
      'the answer was lost once more',
      saying({ attempts: 3 }),
      unknown,
      {
        state: 'sending',
        uncertainSince: now,
        reason: 'no_answer',
        dueAt: later(16_000),
        assignments: ['a'],
      },
    ],
    [
      'brought up to date: it was said when it was said',
      editing(),
      said,
      { ...sent, sentAt: later(-60_000), shownRevision: 3 },
    ],
    [
      'an edit refused for now',
      editing(),
      passing,
      { state: 'sent', reason: 'service_unavailable', dueAt: later(4_000) },
    ],
    [
      'an edit refused ever so often is tried again: its message stands',
      editing({ attempts: 1_000 }),
      passing,
      { state: 'sent', reason: 'service_unavailable', dueAt: later(300_000) },
    ],
    [
      'an edit refused, with a pause of Slack’s own',
      editing(),
      paced,
      { state: 'sent', reason: 'ratelimited', dueAt: later(45_000) },
    ],
    [
      'an edit refused for good is given up; its message stands',
      editing(),
      forGood,
      { state: 'sent', reason: 'is_archived', shownRevision: 3 },
    ],
    [
      'an edit while the bot as such is refused',
      editing(),
      barred,
      { state: 'sent', reason: 'token_revoked', dueAt: now },
    ],
    [
      'an edit without a connection',
      editing(),
      unreached,
      { state: 'sent', reason: 'ECONNREFUSED', dueAt: now },
    ],
    [
      'an edit whose answer was lost may be made twice',
      editing(),
      unknown,
      { state: 'sent', reason: 'no_answer', dueAt: later(4_000) },
    ],
    [
      'an edit whose answer was lost once more',
      editing({ attempts: 2 }),
      unknown,
      { state: 'sent', reason: 'no_answer', dueAt: later(8_000) },
    ],
  ]
  test.each(table)('%s', (_why, notice, outcome, change) => {
    expect(decideSettlement(notice, outcome, ['a'], now)).toStrictEqual(change)
  })

  test('the list of assignments is a copy', () => {
    for (const outcome of [said, unknown]) {
      const named = ['a']
      const { assignments } = decideSettlement(saying(), outcome, named, now)
      named.push('b')
      expect(assignments).toStrictEqual(['a'])
    }
  })
})

const found: Looked = { kind: 'found', channelId: 'C1', ts: '1.1' }
const absent: Looked = { kind: 'absent' }
const unreadable: Looked = { kind: 'unreadable', error: 'too many messages since' }
const away: Looked = { kind: 'unknown', error: 'http_500' }

describe('what is on record after a look', () => {
  const since = later(-10_000)
  const again = (reason: string, ms: number): NoticeChange => ({
    state: 'sending',
    uncertainSince: since,
    reason,
    dueAt: later(ms),
  })
  const ask = (reason: string): NoticeChange => ({ state: 'ambiguous', uncertainSince: since, reason })
  const repeated = { mayRepeat: true }
  const table: [string, ClaimedNotice, Looked, NoticeChange][] = [
    [
      'found: it is the notice’s own, and shows what was so when it was posted',
      looking({ revision: 2 }),
      found,
      { state: 'sent', channelId: 'C1', ts: '1.1', sentAt: since, shownRevision: 0 },
    ],
    [
      'found, of one that was known to have been said: it was said when it was said',
      looking({ sentAt: later(-60_000) }),
      found,
      { state: 'sent', channelId: 'C1', ts: '1.1', sentAt: later(-60_000), shownRevision: 0 },
    ],
    [
      'not found a moment after: Slack may still be at it',
      looking(),
      absent,
      { state: 'sending', uncertainSince: since, dueAt: later(50_000) },
    ],
    [
      'not found 59.999 s after',
      looking({ uncertainSince: later(-59_999) }),
      absent,
      { state: 'sending', uncertainSince: later(-59_999), dueAt: later(1) },
    ],
    [
      'not found a minute after: it is said',
      looking({ uncertainSince: later(-60_000) }),
      absent,
      { state: 'pending', dueAt: now },
    ],
    [
      'not found by one that does not know since when: a minute from now at the soonest',
      saying({ task: 'look' }),
      absent,
      { state: 'sending', uncertainSince: now, dueAt: later(60_000) },
    ],
    ['the history will never be read', looking(), unreadable, ask('too many messages since')],
    ['the history is refused for good', looking(), forGood, ask('is_archived')],
    ['the history is refused for now', looking(), passing, again('service_unavailable', 8_000)],
    [
      'the history is refused for now once more',
      looking({ attempts: 3 }),
      passing,
      again('service_unavailable', 16_000),
    ],
    ['the history is limited', looking(), paced, again('ratelimited', 45_000)],
    ['no answer', looking(), away, again('http_500', 8_000)],
    ['no connection: Slack is held, the notice is not', looking(), unreached, again('ECONNREFUSED', 0)],
    ['the bot as such refused', looking(), barred, again('token_revoked', 0)],
    ['no answer, and just in time', looking(justInTime), away, again('http_500', 8_000)],
    ['no answer for a week', looking(old), away, ask('http_500')],
    ['no connection for a week', looking(old), unreached, ask('ECONNREFUSED')],
    ['refused for now for a week', looking(old), passing, ask('service_unavailable')],
    ['limited for a week', looking(old), paced, ask('ratelimited')],
    ['barred for a week', looking(old), barred, ask('token_revoked')],
    [
      'no answer at the first look that a person asked for, after a week',
      looking({ ...old, attempts: 1 }),
      away,
      again('http_500', 4_000),
    ],
    [
      'not found after a week: whether it is too late is for the saying',
      looking({ ...old, uncertainSince: later(-week) }),
      absent,
      { state: 'pending', dueAt: now },
    ],
  ]
  test.each(table)('%s', (_why, notice, looked, change) => {
    expect(decideLook(notice, looked, now)).toStrictEqual(change)
  })

  // However often it was looked for, it is now said for the first time since somebody asked for it.
  const sayNow: NoticeChange = { state: 'pending', dueAt: now, attempts: 0 }
  const allowed: [string, ClaimedNotice, Looked, NoticeChange][] = [
    ['the history will never be read', looking(repeated), unreadable, sayNow],
    ['the history is refused for good', looking(repeated), forGood, sayNow],
    ['no answer for a week', looking({ ...repeated, ...old }), away, sayNow],
    ['no answer', looking(repeated), away, again('http_500', 8_000)],
    ['the history is limited', looking(repeated), paced, again('ratelimited', 45_000)],
    ['not found a minute after', looking({ ...repeated, uncertainSince: later(-60_000) }), absent, sayNow],
    [
      'not found a moment after',
      looking(repeated),
      absent,
      { state: 'sending', uncertainSince: since, dueAt: later(50_000) },
    ],
    [
      'found',
      looking(repeated),
      found,
      { state: 'sent', channelId: 'C1', ts: '1.1', sentAt: since, shownRevision: 0 },
    ],
  ]
  test.each(allowed)(
    'where the secretariat wants it said whatever stands: %s',
    (_why, notice, looked, change) => {
      expect(decideLook(notice, looked, now)).toStrictEqual(change)
    },
  )
})

describe('what is on record after a bug of ours', () => {
  const long = 'x'.repeat(600)
  const table: [string, ClaimedNotice, string, NoticeChange][] = [
    ['before it was said', saying(), 'oh', { state: 'pending', reason: 'bug: oh', dueAt: later(4_000) }],
    [
      'the ninth time',
      saying({ attempts: 9 }),
      'oh',
      { state: 'pending', reason: 'bug: oh', dueAt: later(300_000) },
    ],
    [
      'the tenth time',
      saying({ attempts: 10, reason: 'bug: ah' }),
      'oh',
      { state: 'failed', reason: 'bug: oh' },
    ],
    [
      'after many times that Slack had refused it for a while',
      saying({ attempts: 40, reason: 'ratelimited' }),
      'oh',
      { state: 'pending', reason: 'bug: oh', dueAt: later(300_000) },
    ],
    [
      'before it was looked for: it may still stand',
      looking(),
      'oh',
      { state: 'sending', reason: 'bug: oh', dueAt: later(8_000), uncertainSince: later(-10_000) },
    ],
    [
      'the tenth time, before it was looked for',
      looking({ attempts: 10, reason: 'bug: ah' }),
      'oh',
      { state: 'ambiguous', reason: 'bug: oh', uncertainSince: later(-10_000) },
    ],
    ['before it was edited', editing(), 'oh', { state: 'sent', reason: 'bug: oh', dueAt: later(4_000) }],
    [
      'the tenth time, before it was edited',
      editing({ attempts: 10, reason: 'bug: ah' }),
      'oh',
      { state: 'sent', reason: 'bug: oh', shownRevision: 3 },
    ],
    [
      'of many words',
      saying({ attempts: 10, reason: 'bug: ah' }),
      long,
      { state: 'failed', reason: `bug: ${long}`.slice(0, 500) },
    ],
  ]
  test.each(table)('%s', (_why, notice, error, change) => {
    expect(decideBug(notice, error, now)).toStrictEqual(change)
  })
})

describe('what an attempt says of Slack', () => {
  const well: Sign = { kind: 'well' }
  test.each<[string, DeliveryOutcome | Looked, Sign | undefined]>([
    ['said', said, well],
    ['found', found, well],
    ['not found', absent, well],
    ['a history that can’t be made out', unreadable, well],
    ['refused for good: whoever refuses is there', forGood, well],
    ['refused for now', passing, undefined],
    ['limited', paced, { kind: 'limited', retryAfterMs: 45_000 }],
    ['barred', barred, { kind: 'barred', error: 'token_revoked' }],
    ['no connection', unreached, { kind: 'silent', error: 'ECONNREFUSED', isSure: true }],
    ['no answer', unknown, { kind: 'silent', error: 'no_answer', isSure: false }],
  ])('%s', (_what, outcome, sign) => {
    expect(signOf(outcome)).toStrictEqual(sign)
  })
})

test.each([
  ['at its first attempt, however old', 1, old, false],
  ['a week old to the millisecond', 2, justInTime, false],
  ['more than a week old', 2, old, true],
  ['young, after many attempts', 500, {}, false],
])('too late: %s', (_what, attempts, age, expected) => {
  expect(isTooLate(saying({ attempts, ...age }), now)).toBe(expected)
})

test.each([
  [15_000, true],
  [14_999, false],
  [-1, false],
])('a call that may take 15 s is sent when the claim ends in %i ms: %s', (ms, expected) => {
  expect(isInTime({ claimEndsAt: later(ms) }, now)).toBe(expected)
})

const anyError = fc.string({ minLength: 1 })
const anyRefusal = fc.record(
  {
    kind: fc.constant('refused' as const),
    error: anyError,
    forGood: fc.boolean(),
    retryAfterMs: fc.integer({ min: 0, max: 10_000_000 }),
  },
  { requiredKeys: ['kind', 'error', 'forGood'] },
)
const anyOther = fc.record({
  kind: fc.constantFrom('barred' as const, 'unreached' as const, 'unknown' as const),
  error: anyError,
})
const anyOutcome = fc.oneof(fc.constant(said), anyRefusal, anyOther)
const anyLooked = fc.oneof(
  fc.constantFrom<Looked>(found, absent),
  fc.record({ kind: fc.constant('unreadable' as const), error: anyError }),
  anyRefusal,
  anyOther,
)
const anyAttempts = fc.integer({ min: 1, max: 2_000 })
const anyAge = fc.integer({ min: 0, max: 4 * week })

test('a message that stands is `sent` whatever comes of editing it, however often', () => {
  fc.assert(
    fc.property(anyAttempts, anyAge, anyOutcome, anyError, (attempts, age, outcome, error) => {
      const notice = editing({ attempts, createdAt: later(-age) })
      expect(decideSettlement(notice, outcome, [], now).state).toBe('sent')
      expect(decideBug(notice, error, now).state).toBe('sent')
    }),
  )
})

test('what may have been said is looked for before it is said again, and only a refusal fails it', () => {
  fc.assert(
    fc.property(anyAttempts, anyOutcome, (attempts, outcome) => {
      const { state } = decideSettlement(saying({ attempts }), outcome, [], now)
      const allowed = {
        said: ['sent'],
        unknown: ['sending'],
        barred: ['pending'],
        unreached: ['pending'],
        refused: ['pending', 'failed'],
      }
      expect(allowed[outcome.kind]).toContain(state)
    }),
  )
})

test('within a minute of the uncertain attempt no look makes it `pending`, unless the secretariat has said so', () => {
  fc.assert(
    fc.property(
      anyAttempts,
      anyAge,
      fc.integer({ min: 0, max: 59_999 }),
      anyLooked,
      (attempts, age, ms, looked) => {
        const notice = looking({ attempts, createdAt: later(-age), uncertainSince: later(-ms) })
        expect(decideLook(notice, looked, now).state).not.toBe('pending')
        if (looked.kind === 'absent')
          expect(decideLook({ ...notice, mayRepeat: true }, looked, now).state).toBe('sending')
      },
    ),
  )
})

test('what was not found to be absent is never said again on a guess', () => {
  fc.assert(
    fc.property(anyAttempts, anyAge, anyAge, anyLooked, (attempts, age, ms, looked) => {
      const notice = looking({ attempts, createdAt: later(-age), uncertainSince: later(-ms) })
      const { state, uncertainSince } = decideLook(notice, looked, now)
      if (looked.kind !== 'absent') expect(state).not.toBe('pending')
      // Whatever stays uncertain stays so since the attempt, and not since the last look.
      if (state === 'sending' || state === 'ambiguous') expect(uncertainSince).toStrictEqual(later(-ms))
      expect(state).not.toBe('failed')
    }),
  )
})

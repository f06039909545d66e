import { beforeEach, describe, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import type { DecisionWord } from '../../src/domain/notice/rules.ts'
import { decide, noticeLines, noticeText, stateNamed } from '../../src/operator/notices.ts'
import { OperatorError } from '../../src/operator/operator-error.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { everyRow } from '../domain/committee/small-committee.ts'
import { newNotice, newReport } from '../store/records.ts'
import { monday, sampleApp } from './committee.ts'

const { database } = await testDatabase()
let app: App
let count = 0
const store = () => createStore(database, `notices-${count}`)

/** The sample with a reminder that was refused, one in doubt, one that stands, one that waits and a report. */
beforeEach(async () => {
  count += 1
  app = await sampleApp(database, `notices-${count}`)
  const { notices } = store()
  await notices.add(newNotice('aaaa-failed', 2, { group: 'WG3' }))
  await notices.add(newNotice('aaaa-doubt', 9, { group: 'WG4' }))
  await notices.add(newNotice('b-sent', 16, { group: 'WG5' }))
  const claimed = await notices.claim(monday, 60_000, { say: 9, look: 0, edit: 0 })
  const left = {
    'aaaa-failed': { state: 'failed', reason: 'is_archived' },
    'aaaa-doubt': { state: 'ambiguous', reason: 'no_metadata', uncertainSince: monday },
    'b-sent': { state: 'sent', channelId: 'C5', ts: '1.1', sentAt: monday, shownRevision: 0 },
  } as const
  for (const { id, claim } of claimed) await notices.settle(id, claim, left[id as keyof typeof left])
  await notices.add(newNotice('c-pending', 17, { group: 'WG6' }))
  await notices.add(newReport('d-report', 18))
})

describe('the notices', () => {
  test('are told newest first, to whom, for which day, in which state and why', async () => {
    const lines = await noticeLines(app, 20)
    expect(lines).toStrictEqual([
      {
        id: 'd-report',
        to: 'secretariat',
        kind: 'reminder-report',
        on: '2026-11-18',
        state: 'pending',
        attempts: 0,
      },
      { id: 'c-pending', to: 'WG6', kind: 'reminder', on: '2026-11-17', state: 'pending', attempts: 0 },
      {
        id: 'b-sent',
        to: 'WG5',
        kind: 'reminder',
        on: '2026-11-16',
        state: 'sent',
        attempts: 1,
        sentAt: '2026-11-23T01:00:00.000Z',
        ts: '1.1',
      },
      {
        id: 'aaaa-doubt',
        to: 'WG4',
        kind: 'reminder',
        on: '2026-11-09',
        state: 'ambiguous',
        attempts: 1,
        reason: 'no_metadata',
      },
      {
        id: 'aaaa-failed',
        to: 'WG3',
        kind: 'reminder',
        on: '2026-11-02',
        state: 'failed',
        attempts: 1,
        reason: 'is_archived',
      },
    ])
    expect(lines.map(noticeText)).toStrictEqual([
      'pending secretariat reminder-report for 2026-11-18 (d-report)',
      'pending WG6 reminder for 2026-11-17 (c-pending)',
      'sent WG5 reminder for 2026-11-16 (b-sent)',
      'ambiguous WG4 reminder for 2026-11-09: no_metadata (aaaa-doubt)',
      'failed WG3 reminder for 2026-11-02: is_archived (aaaa-failed)',
    ])
  })

  test('are told of one state, and no more than asked for', async () => {
    const ids = async (most: number, state?: Parameters<typeof noticeLines>[2]) =>
      (await noticeLines(app, most, state)).map(({ id }) => id)
    expect(await ids(20, 'failed')).toStrictEqual(['aaaa-failed'])
    expect(await ids(1, 'pending')).toStrictEqual(['d-report'])
    expect(await ids(2)).toStrictEqual(['d-report', 'c-pending'])
    expect(await ids(20, 'withdrawn')).toStrictEqual([])
  })

  test('have states that are named in any case, and no other', () => {
    expect(stateNamed('Failed')).toBe('failed')
    expect(() => stateNamed('lost')).toThrow(
      new OperatorError('"lost" is no state; there are ambiguous, failed, sending, pending, sent, withdrawn'),
    )
  })
})

describe('a decision', () => {
  test.each<[string, string, DecisionWord, string | undefined, object]>([
    [
      'by the whole id',
      'aaaa-failed',
      'retry',
      undefined,
      { id: 'aaaa-failed', state: 'pending', attempts: 0 },
    ],
    [
      'by enough of its beginning, in any case',
      'AAAA-d',
      'keep',
      'seen',
      { id: 'aaaa-doubt', state: 'sent' },
    ],
    [
      'to look for it again',
      'aaaa-do',
      'retry',
      undefined,
      { id: 'aaaa-doubt', state: 'sending', attempts: 0 },
    ],
    ['to let go what waits', 'c-pe', 'drop', 'x'.repeat(500), { state: 'withdrawn', reason: 'dropped' }],
    ['about a report', 'd-re', 'drop', 'not wanted', { to: 'secretariat', state: 'withdrawn' }],
  ])('%s is made and told', async (_how, start, word, why, expected) => {
    const line = await decide(app, start, word, why)
    expect(line).toMatchObject(expected)
    expect(await store().decisions.of(line.id)).toStrictEqual({
      notice: line.id,
      word,
      ...(why !== undefined && { why }),
      at: monday,
    })
  })

  test.each<[string, string, DecisionWord, string | undefined, string]>([
    [
      'about nothing',
      'zzzz',
      'drop',
      undefined,
      'no notice has the id "zzzz"; `notices` lists them with their ids',
    ],
    ['about anything', '', 'drop', undefined, "give the notice's id, or its first 4 characters at least"],
    ['by too little', 'aaa', 'drop', undefined, "give the notice's id, or its first 4 characters at least"],
    [
      'by a pattern',
      '%%%%',
      'drop',
      undefined,
      'no notice has the id "%%%%"; `notices` lists them with their ids',
    ],
    [
      'about one of several',
      'aaaa',
      'drop',
      undefined,
      'several notices have ids that begin with "aaaa"; give more of it',
    ],
    [
      'about what stands',
      'b-sent',
      'retry',
      undefined,
      'the notice b-sent is sent; there is nothing to retry',
    ],
    [
      'about what failed',
      'aaaa-f',
      'keep',
      undefined,
      'the notice aaaa-failed is failed; there is nothing to keep',
    ],
    [
      'with too long a reason',
      'aaaa-f',
      'drop',
      'x'.repeat(501),
      'the reason has 501 characters; 500 are kept at the most',
    ],
  ])('%s is refused in a sentence, and nothing is changed', async (_what, start, word, why, said) => {
    const before = await everyRow(database)
    await expect(decide(app, start, word, why)).rejects.toThrow(new OperatorError(said))
    expect(await everyRow(database)).toStrictEqual(before)
  })

  test('is refused while the notice is being said', async () => {
    const claimed = await store().notices.claim(new Date(monday.getTime() + 5_000), 60_000, {
      say: 9,
      look: 0,
      edit: 0,
    })
    expect(claimed.map(({ id }) => id)).toContain('c-pending')
    await expect(decide(app, 'c-pending', 'drop', undefined)).rejects.toThrow(
      'the notice c-pending is sending; there is nothing to drop',
    )
  })
})

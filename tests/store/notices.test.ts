import { describe, expect, test } from 'vitest'
import type { Notice, NoticeState } from '../../src/domain/notice/rules.ts'
import type { ClaimedNotice, NoticeChange, Store } from '../../src/domain/store.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { newNotice, newReport, putGroups, settleIn } from './records.ts'

const { database } = await testDatabase()
const lease = 60_000
const day = 24 * 3_600_000
const now = new Date('2026-11-30T00:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const message = { channelId: 'C0000008', ts: '1.2' }

let count = 0
async function settled(): Promise<Store> {
  count += 1
  const store = createStore(database, `notices-${count}`)
  await settleIn(store)
  return store
}

async function known(store: Store, id = 'n'): Promise<Notice> {
  const notice = await store.notices.byId(id)
  if (notice === undefined) throw new Error(`${id} is not on record`)
  return notice
}

/** Claims the one notice that is due. */
async function claim(store: Store, at = now): Promise<ClaimedNotice> {
  const [claimed, ...others] = await store.notices.claim(at, lease, { say: 9, look: 9, edit: 9 })
  if (claimed === undefined || others.length > 0) throw new Error(`claimed ${others.length + 1}, not one`)
  return claimed
}

/** What each state is as it comes about. */
const changes: Record<NoticeState, NoticeChange> = {
  pending: { state: 'pending' },
  sending: { state: 'sending', uncertainSince: now, dueAt: later(1_000) },
  sent: { state: 'sent', ...message, sentAt: now, shownRevision: 0 },
  ambiguous: { state: 'ambiguous', uncertainSince: now, reason: 'missing_scope' },
  failed: { state: 'failed', reason: 'is_archived' },
  withdrawn: { state: 'withdrawn', reason: 'nothing-due' },
}
const states = Object.keys(changes) as NoticeState[]

/** A notice in this state, at which nobody is at work. */
async function inState(state: NoticeState, change: Partial<NoticeChange> = {}): Promise<Store> {
  const store = await settled()
  await store.notices.add(newNotice('n', 2))
  const { claim: own } = await claim(store)
  expect(await store.notices.settle('n', own, { ...changes[state], ...change })).toBe(true)
  return store
}

describe('a decision', () => {
  const drop = { state: 'withdrawn', reason: 'dropped', mayRepeat: false } as const

  test.each(states)('is made where the notice is %s, as the person saw it', async (state) => {
    const store = await inState(state)
    for (const other of states.filter((one) => one !== state))
      expect(await store.notices.decide('n', other, drop)).toBe(false)
    const { uncertainSince: _, channelId, ...before } = await known(store)
    // What stands nowhere for all that is known belongs to no channel any more.
    const place = before.ts !== undefined && channelId !== undefined ? { channelId } : {}
    expect(await store.notices.decide('n', state, drop)).toBe(true)
    expect(await known(store)).toStrictEqual({ ...before, ...place, state: 'withdrawn', reason: 'dropped' })
  })

  test('is not made while somebody is at work on it, nor by a claim that ran out', async () => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2))
    const held = await claim(store)
    expect(await store.notices.decide('n', 'sending', drop)).toBe(false)
    const { claim: own, claimEndsAt, task, ...before } = held
    expect(await known(store)).toStrictEqual(before)
    expect(await store.notices.settle('n', own, changes.ambiguous)).toBe(true)
    expect(await store.notices.decide('n', 'ambiguous', drop)).toBe(true)
  })

  test('to say it again names when, with how many attempts, and that it may stand twice', async () => {
    const store = await inState('ambiguous')
    const retry = { state: 'sending', uncertainSince: now, dueAt: later(5_000), attempts: 0 } as const
    expect(await store.notices.decide('n', 'ambiguous', { ...retry, mayRepeat: true })).toBe(true)
    expect(await store.notices.waiting(later(4_999))).toEqual([])
    expect(await claim(store, later(5_000))).toMatchObject({
      task: 'look',
      attempts: 1,
      uncertainSince: now,
      mayRepeat: true,
    })
  })

  test('about nothing is not made', async () => {
    const store = await settled()
    expect(await store.notices.decide('none', 'pending', drop)).toBe(false)
  })
})

describe('a message that somebody saw', () => {
  const at = later(day)

  test.each(['sending', 'ambiguous'] as const)(
    'stands, where it was %s, since its attempt',
    async (state) => {
      const store = await inState(state)
      await store.notices.revise('n')
      const { uncertainSince: _, reason: _why, ...before } = await known(store)
      expect(await store.notices.seen('n', message, at)).toBe(true)
      expect(await known(store)).toStrictEqual({
        ...before,
        ...message,
        state: 'sent',
        sentAt: now,
        shownRevision: 0,
      })
      expect(await store.notices.seen('n', { ...message, ts: '9.9' }, at)).toBe(false)
      expect(await claim(store, later(2 * day))).toMatchObject({ task: 'edit', ts: '1.2' })
    },
  )

  test('is brought up to date where it was only believed to stand', async () => {
    const store = await inState('ambiguous')
    const keep = { state: 'sent', sentAt: now, shownRevision: 0, mayRepeat: false } as const
    await store.notices.decide('n', 'ambiguous', keep)
    expect(await store.notices.seen('n', message, at)).toBe(true)
    expect(await known(store)).toMatchObject({ state: 'sent', ...message, sentAt: now })
  })

  test('is known to whoever is at work on it, and left to them', async () => {
    const store = await inState('sending')
    const look = await claim(store, later(2_000))
    expect(await store.notices.seen('n', message, at)).toBe(true)
    expect(await known(store)).toMatchObject({ state: 'sending', ...message, uncertainSince: now })
    expect(await known(store)).not.toHaveProperty('sentAt')
    expect(await store.notices.settle('n', look.claim, changes.sent)).toBe(true)
  })

  test.each(['pending', 'failed', 'withdrawn'] as const)('can’t be one that is %s', async (state) => {
    const store = await inState(state)
    const before = await known(store)
    expect(await store.notices.seen('n', message, at)).toBe(false)
    expect(await known(store)).toStrictEqual(before)
  })

  test('is no news where it was known', async () => {
    const store = await inState('sent')
    const before = await known(store)
    expect(await store.notices.seen('n', { channelId: 'C9', ts: '9.9' }, at)).toBe(false)
    expect(await known(store)).toStrictEqual(before)
  })
})

describe('a further message', () => {
  test('becomes the notice’s own where none was known, and is to be taken back where one was', async () => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2))
    await claim(store)
    await store.notices.addFurther('n', message)
    await store.notices.addFurther('n', message)
    expect(await known(store)).toMatchObject({ ...message, strays: [] })
    await store.notices.addFurther('n', { ...message, ts: '1.3' })
    await store.notices.addFurther('n', { ...message, ts: '1.4' })
    expect(await known(store)).toMatchObject({ ...message, strays: ['1.3', '1.4'] })
  })
})

describe('a newer notice takes the place', () => {
  const superseded = { state: 'withdrawn', reason: 'superseded' }

  test('of those that wait, by schedule or by hand, and were due before it', async () => {
    const store = await settled()
    await store.notices.add(newNotice('old', 2))
    await store.notices.add(newNotice('by-hand', 3, { period: 'by-hand' }))
    await store.notices.add(newNotice('its-own', 9))
    await store.notices.add(newNotice('later', 16))
    await store.notices.add(newNotice('digest', 2, { kind: 'digest' }))
    await store.notices.add(newNotice('other', 2, { group: 'SWG-BDS' }))
    const { slotAt } = await known(store, 'its-own')
    await store.notices.supersede('reminder', 'WG8', slotAt)
    const all = await store.notices.latest(9)
    expect(Object.fromEntries(all.map(({ id, state, reason }) => [id, reason ?? state]))).toEqual({
      old: 'superseded',
      'by-hand': 'superseded',
      'its-own': 'pending',
      later: 'pending',
      digest: 'pending',
      other: 'pending',
    })
  })

  test.each(states)('not of one that is %s, unless that is pending', async (state) => {
    const store = await inState(state)
    const before = await known(store)
    await store.notices.supersede('reminder', 'WG8', now)
    expect(await known(store)).toStrictEqual(state === 'pending' ? { ...before, ...superseded } : before)
  })

  test('nor of one that is being said', async () => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2))
    const { claim: own } = await claim(store)
    await store.notices.supersede('reminder', 'WG8', now)
    expect(await store.notices.settle('n', own, changes.sent)).toBe(true)
  })
})

describe('a run', () => {
  const since = new Date('2026-11-01T00:00:00Z')
  const writtenAt = (day: number) => new Date(Date.UTC(2026, 10, day, 1))

  test('is what came by schedule for one day, of one kind, and has no report', async () => {
    const store = await settled()
    const [first = '', second = ''] = await putGroups(store, 2)
    await store.notices.add(newNotice('a', 9, { group: first }))
    await store.notices.add(
      newNotice('b', 9, { group: second, createdAt: writtenAt(10), state: 'withdrawn' }),
    )
    await store.notices.add(newNotice('c', 9, { kind: 'digest' }))
    await store.notices.add(newNotice('d', 2, { state: 'withdrawn', reason: 'nothing-due' }))
    // Neither of these belongs to a run.
    await store.notices.add(newNotice('by-hand', 16, { period: 'by-hand' }))
    await store.notices.add(newReport('question', 23, { kind: 'decision', period: 'n' }))
    expect(await store.notices.unreported(since)).toStrictEqual([
      { kind: 'reminder', on: '2026-11-02', writtenAt: writtenAt(2), isSettled: true },
      { kind: 'digest', on: '2026-11-09', writtenAt: writtenAt(9), isSettled: false },
      { kind: 'reminder', on: '2026-11-09', writtenAt: writtenAt(10), isSettled: false },
    ])
    expect((await store.notices.ofRun('reminder', '2026-11-09')).map(({ id }) => id)).toEqual(['a', 'b'])

    await store.notices.add(newReport('report', 9))
    expect((await store.notices.unreported(since)).map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      'reminder 2026-11-02',
      'digest 2026-11-09',
    ])
    expect(await store.notices.unreported(writtenAt(9))).toEqual([])
  })

  test.each(states)('is settled when none of it is pending or sending: %s', async (state) => {
    const store = await inState(state)
    expect(await store.notices.unreported(since)).toMatchObject([
      { on: '2026-11-02', isSettled: state !== 'pending' && state !== 'sending' },
    ])
  })
})

describe('what a message shows', () => {
  test('grows out of date by a revision, with its tries anew where it was up to date', async () => {
    const store = await inState('sent')
    expect(await known(store)).toMatchObject({ attempts: 1, revision: 0 })
    await store.notices.revise('n')
    expect(await known(store)).toMatchObject({ attempts: 0, revision: 1 })
    const edit = await claim(store, later(lease))
    await store.notices.settle('n', edit.claim, { state: 'sent', dueAt: later(2 * lease) })
    await store.notices.revise('n')
    expect(await known(store)).toMatchObject({ attempts: 1, revision: 2, shownRevision: 0 })
  })

  test('about a run or a notice is found by what it is about', async () => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2))
    await store.notices.add(newReport('report', 2))
    await store.notices.add(newReport('question', 9, { kind: 'decision', period: 'n' }))
    await store.notices.reviseAbout('reminder-report', '2026-11-02')
    await store.notices.reviseAbout('decision', 'n')
    await store.notices.reviseAbout('decision', 'report')
    await store.notices.reviseAbout('digest-report', '2026-11-02')
    // A group's notice is about nothing but its own.
    await store.notices.reviseAbout('reminder', '2026-11-02')
    const revisions = (await store.notices.latest(9)).map(({ id, revision }) => [id, revision])
    expect(Object.fromEntries(revisions)).toEqual({ n: 0, report: 1, question: 1 })
  })
})

describe('notices are found', () => {
  test('by the beginning of their ids, whatever stands in it', async () => {
    const store = await settled()
    for (const [index, id] of ['ab-1', 'ab-2', 'a%', 'a_c', 'B'].entries())
      await store.notices.add(newNotice(id, index + 2))
    const startingWith = async (start: string, limit = 9) =>
      (await store.notices.byIdStart(start, limit)).map(({ id }) => id)
    expect(await startingWith('ab-')).toEqual(['ab-1', 'ab-2'])
    expect(await startingWith('ab-', 1)).toEqual(['ab-1'])
    expect(await startingWith('a%')).toEqual(['a%'])
    expect(await startingWith('a_')).toEqual(['a_c'])
    expect(await startingWith('b')).toEqual([])
    expect(await startingWith('ab-11')).toEqual([])
  })

  test('by which groups have one for a day', async () => {
    const store = await settled()
    await store.notices.add(newNotice('a', 2))
    await store.notices.add(newNotice('b', 9, { group: 'SWG-BDS' }))
    await store.notices.add(newNotice('c', 2, { kind: 'digest' }))
    const keys = await store.notices.keys('reminder', ['2026-11-02', '2026-11-09', '2026-11-16'])
    expect(keys.map(({ group, period }) => `${group} ${period}`).sort()).toEqual([
      'SWG-BDS 2026-11-09',
      'WG8 2026-11-02',
    ])
    expect(await store.notices.keys('reminder', [])).toEqual([])
  })
})

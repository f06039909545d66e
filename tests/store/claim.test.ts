import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { channelPauseMs } from '../../src/domain/delivery/pace.ts'
import type { ClaimedNotice, NoticeChange, Store, Task } from '../../src/domain/store.ts'
import { createStore, openDatabase } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { bareCommittee, bareGroup, newNotice, newReport, putGroups, settleIn } from './records.ts'

const { database, url } = await testDatabase()
const lease = 60_000
const now = new Date('2026-11-30T00:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
/** The channel has been quiet for long enough after `now`. */
const quiet = later(channelPauseMs)

let count = 0
async function settled(): Promise<Store> {
  count += 1
  const store = createStore(database, `claim-${count}`)
  await settleIn(store)
  return store
}

/** As many of every task. */
const ofEach = (most: number): Record<Task, number> => ({ say: most, look: most, edit: most })

/** All that is there to be claimed. */
const claimAll = (store: Store, at = now) => store.notices.claim(at, lease, ofEach(10))

/** The one notice that is there to be claimed. */
async function claimOne(store: Store, at = now): Promise<ClaimedNotice> {
  const [claimed, ...others] = await claimAll(store, at)
  if (claimed === undefined || others.length > 0) throw new Error(`claimed ${others.length + 1}, not one`)
  return claimed
}

/** Claims the one notice and settles it as said. */
async function say(store: Store, at = now): Promise<ClaimedNotice> {
  const claimed = await claimOne(store, at)
  const shownRevision = claimed.revision
  const said = { state: 'sent' as const, channelId: 'C0000008', ts: '1.2', sentAt: at, shownRevision }
  expect(await store.notices.settle(claimed.id, claimed.claim, said)).toBe(true)
  return claimed
}

const day = 24 * 3_600_000
const tasks: readonly Task[] = ['edit', 'look', 'say']
const idsOf = (claimed: ClaimedNotice[]) => claimed.map(({ id }) => id)

test('a key is taken once, also by two who ask at once', async () => {
  const store = await settled()
  const answers = await Promise.all(['a', 'b', 'c', 'd'].map((id) => store.notices.add(newNotice(id, 2))))
  expect(answers.filter(Boolean)).toHaveLength(1)
  expect(await store.notices.add(newNotice('e', 2, { kind: 'digest' }))).toBe(true)
  expect(await store.notices.add(newNotice('f', 2, { group: 'SWG-BDS' }))).toBe(true)
  expect(await store.notices.add(newNotice('g', 2, { period: 'by-hand-1' }))).toBe(true)
  expect(await store.notices.latest(10)).toHaveLength(4)
})

describe('a claim', () => {
  test('makes the notice `sending`, counts the attempt and holds until its lease ends', async () => {
    const store = await settled()
    const { dueAt, ...pending } = newNotice('n', 2)
    await store.notices.add({ ...pending, dueAt })
    const claimed = await claimOne(store)
    expect(claimed).toStrictEqual({
      ...pending,
      state: 'sending',
      attempts: 1,
      // Where it is said stays on record, whatever channel the group is given since.
      channelId: expect.stringMatching(/^C/),
      revision: 0,
      shownRevision: 0,
      mayRepeat: false,
      strays: [],
      claim: expect.stringMatching(/^[0-9a-f-]{36}$/),
      claimEndsAt: later(lease),
      task: 'say',
    })
    expect(await claimAll(store, later(lease - 1))).toEqual([])
    const again = await claimOne(store, later(lease))
    expect(again).toMatchObject({ id: 'n', attempts: 2, task: 'look', uncertainSince: later(lease) })
    expect(again.claim).not.toBe(claimed.claim)
  })

  test('that was lost to another settles nothing', async () => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2))
    const lost = await claimOne(store)
    const held = await claimOne(store, later(lease))
    const failed = { state: 'failed' as const, reason: 'too late' }
    expect(await store.notices.settle('n', lost.claim, failed)).toBe(false)
    expect(await store.notices.byId('n')).toMatchObject({ state: 'sending', attempts: 2 })
    expect(await store.notices.settle('n', held.claim, failed)).toBe(true)
    expect(await store.notices.byId('n')).toMatchObject(failed)
    expect(await store.notices.settle('n', held.claim, { state: 'pending' })).toBe(false)
  })

  test('whose lease ran out still settles where nobody else has taken it up', async () => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2))
    const claimed = await claimOne(store)
    // A claim knows no clock of its own: what ends it is another claim.
    expect(await store.notices.settle('n', claimed.claim, { state: 'withdrawn' })).toBe(true)
  })

  test('is not to be had before the notice is due', async () => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2, { dueAt: later(1) }))
    expect(await claimAll(store)).toEqual([])
    expect(idsOf(await claimAll(store, later(1)))).toEqual(['n'])
  })

  test('takes no more than was asked for, oldest first', async () => {
    const store = await settled()
    const groups = await putGroups(store, 5)
    for (const [index, group] of groups.entries())
      await store.notices.add(newNotice(`n-${index}`, 9 - index, { group }))
    expect(idsOf(await store.notices.claim(now, lease, ofEach(2)))).toEqual(['n-4', 'n-3'])
    expect(idsOf(await store.notices.claim(now, lease, ofEach(9)))).toEqual(['n-2', 'n-1', 'n-0'])
  })
})

describe('what a settlement leaves behind', () => {
  test('all that it names, and the rest as it was', async () => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2, { assignments: ['a-1'] }))
    const claimed = await say(store)
    const { claim, claimEndsAt, task, ...notice } = claimed
    const said = { channelId: 'C0000008', ts: '1.2', sentAt: now, shownRevision: 0 }
    expect(await store.notices.byId('n')).toStrictEqual({ ...notice, state: 'sent', ...said })
    await store.notices.revise('n')
    const edit = await claimOne(store, quiet)
    await store.notices.settle('n', edit.claim, { state: 'sent', assignments: ['a-2'], shownRevision: 1 })
    expect(await store.notices.byId('n')).toStrictEqual({
      ...notice,
      state: 'sent',
      ...said,
      assignments: ['a-2'],
      attempts: 1,
      revision: 1,
      shownRevision: 1,
    })
  })

  test('refused for now: `pending` again from the day it names, and not uncertain', async () => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2))
    const { claim } = await claimOne(store)
    await store.notices.settle('n', claim, { state: 'pending', reason: 'rate_limited', dueAt: later(5_000) })
    expect(await store.notices.byId('n')).toMatchObject({ state: 'pending', reason: 'rate_limited' })
    expect(await claimAll(store, later(4_999))).toEqual([])
    const again = await claimOne(store, later(5_000))
    expect(again).toMatchObject({ attempts: 2, task: 'say' })
    expect(again).not.toHaveProperty('uncertainSince')
  })

  test('no answer: `sending` until the day it names, then claimed to be looked for', async () => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2))
    const { claim } = await claimOne(store)
    const uncertainSince = later(1_000)
    const change = { state: 'sending' as const, reason: 'timeout', uncertainSince, dueAt: later(5_000) }
    await store.notices.settle('n', claim, change)
    expect(await claimAll(store, later(4_999))).toEqual([])
    expect(await claimOne(store, later(5_000))).toMatchObject({
      task: 'look',
      uncertainSince,
      reason: 'timeout',
    })
  })

  test('a reason is of its own state alone', async () => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2))
    const { claim } = await claimOne(store)
    await store.notices.settle('n', claim, { state: 'pending', reason: 'rate_limited' })
    await say(store, quiet)
    expect(await store.notices.byId('n')).not.toHaveProperty('reason')
  })
})

describe('the turn of a group', () => {
  test('a younger notice waits for the older one, whether that is due, held or not yet due', async () => {
    const store = await settled()
    await store.notices.add(newNotice('younger', 9, { kind: 'digest' }))
    await store.notices.add(newNotice('older', 2, { dueAt: later(1_000) }))
    expect(await claimAll(store)).toEqual([])
    const older = await claimOne(store, later(1_000))
    expect(older.id).toBe('older')
    expect(await claimAll(store, later(2_000))).toEqual([])
    await store.notices.settle('older', older.claim, { state: 'sent', sentAt: now, shownRevision: 0 })
    expect((await claimOne(store, later(1_000 + channelPauseMs))).id).toBe('younger')
  })

  test('of two with the same slot the lower id is first', async () => {
    const store = await settled()
    await store.notices.add(newNotice('b', 2))
    await store.notices.add(newNotice('a', 2, { kind: 'digest' }))
    expect((await say(store)).id).toBe('a')
    expect((await say(store, quiet)).id).toBe('b')
  })

  test.each(['ambiguous', 'failed', 'withdrawn', 'sent'] as const)(
    'one that is %s holds up nobody',
    async (state) => {
      const store = await settled()
      await store.notices.add(newNotice('older', 2))
      const { claim } = await claimOne(store)
      await store.notices.settle('older', claim, { state })
      expect(await claimAll(store, later(2 * lease))).toEqual([])
      await store.notices.add(newNotice('younger', 9))
      expect((await claimOne(store, quiet)).id).toBe('younger')
    },
  )
})

describe('an edit', () => {
  test('is claimed where the message shows an old revision, and the notice stays sent', async () => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2))
    await say(store)
    expect(await claimAll(store)).toEqual([])
    await store.notices.revise('n')
    const edit = await claimOne(store, quiet)
    const expected = { task: 'edit', state: 'sent', revision: 1, shownRevision: 0 }
    expect(edit).toMatchObject({ ...expected, attempts: 1 })
    expect(await claimAll(store, quiet)).toEqual([])
    const again = await claimOne(store, edit.claimEndsAt)
    expect(again).toMatchObject({ ...expected, attempts: 2 })
    expect(again).not.toHaveProperty('uncertainSince')
  })

  test('is claimed once more where something changed in the meantime', async () => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2))
    await say(store)
    await store.notices.revise('n')
    const edit = await claimOne(store, quiet)
    await store.notices.revise('n')
    await store.notices.settle('n', edit.claim, { state: 'sent', shownRevision: edit.revision })
    expect(await claimOne(store, later(lease))).toMatchObject({ revision: 2, shownRevision: 1 })
  })

  test('of what was revised before it was said follows the saying', async () => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2))
    const saying = await claimOne(store)
    await store.notices.revise('n')
    await store.notices.settle('n', saying.claim, { state: 'sent', shownRevision: saying.revision })
    expect(await claimOne(store, quiet)).toMatchObject({ task: 'edit', state: 'sent', revision: 1 })
  })

  test('neither waits for its group nor holds it up', async () => {
    const store = await settled()
    await store.notices.add(newNotice('old', 9))
    await say(store)
    await store.notices.add(newNotice('older-but-late', 2, { dueAt: later(3_000) }))
    await store.notices.revise('old')
    const edit = await claimOne(store, quiet)
    expect(edit.id).toBe('old')
    await store.notices.settle('old', edit.claim, {
      state: 'sent',
      dueAt: later(9_000),
      reason: 'rate_limited',
    })
    expect((await claimOne(store, later(3_000))).id).toBe('older-but-late')
  })
})

describe('a channel', () => {
  test('that two groups share has one notice at a time', async () => {
    const store = await settled()
    for (const code of ['A', 'B']) await store.groups.put({ ...bareGroup, code, channel: '#shared' })
    await store.notices.add(newNotice('a', 2, { group: 'A' }))
    await store.notices.add(newNotice('b', 3, { group: 'B' }))
    expect((await claimOne(store)).id).toBe('a')
    expect(await claimAll(store)).toEqual([])
  })

  test('is where the message stands, for an edit', async () => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2))
    await say(store)
    await store.groups.linkChannel('WG8', 'C0000099')
    await store.notices.add(newNotice('next', 9))
    await store.notices.revise('n')
    // The other channel was never spoken in.
    expect(idsOf(await claimAll(store))).toEqual(['next'])
    expect(idsOf(await claimAll(store, quiet))).toEqual(['n'])
  })

  test('that two groups share is quiet after each message, whoever it was for', async () => {
    const store = await settled()
    for (const code of ['A', 'B']) await store.groups.put({ ...bareGroup, code, channelId: 'CSHARED' })
    await store.notices.add(newNotice('a', 2, { group: 'A' }))
    await store.notices.add(newNotice('b', 3, { group: 'B' }))
    const { id, claim } = await claimOne(store)
    await store.notices.settle(id, claim, { state: 'sent', channelId: 'CSHARED', ts: '1.2', sentAt: now })
    expect(id).toBe('a')
    expect(await claimAll(store, later(channelPauseMs - 1))).toEqual([])
    expect((await claimOne(store, quiet)).id).toBe('b')
  })

  test('in which something was said a moment ago is passed over, and it is told from when on it hears more', async () => {
    const store = await settled()
    await store.notices.add(newNotice('first', 2))
    await say(store)
    await store.notices.add(newNotice('second', 9))
    await store.notices.add(newNotice('elsewhere', 9, { group: 'SWG-BDS' }))
    const soon = later(channelPauseMs - 1)
    expect((await claimOne(store, soon)).id).toBe('elsewhere')
    expect(await store.notices.waiting(soon)).toEqual([{ task: 'say', from: quiet }])
    expect(await store.notices.waiting(quiet)).toEqual([{ task: 'say', from: quiet }])
    expect((await claimOne(store, quiet)).id).toBe('second')
    expect(await store.notices.waiting(quiet)).toEqual([])
  })

  test('is quiet also by the clock of another process that runs behind, but not by one that was put back', async () => {
    const store = await settled()
    await store.notices.add(newNotice('first', 2))
    await say(store)
    await store.notices.add(newNotice('second', 9))
    expect(await claimAll(store, later(-channelPauseMs))).toEqual([])
    expect((await claimOne(store, later(-3_600_000))).id).toBe('second')
  })

  test('hears an edit while it can’t hear a message, and a message while it can’t hear an edit', async () => {
    const store = await settled()
    await store.notices.add(newNotice('older', 2))
    await say(store)
    await store.notices.revise('older')
    await store.notices.add(newNotice('younger', 9))
    const onlySay = { say: 10, look: 10, edit: 0 }
    const [said] = await store.notices.claim(quiet, lease, onlySay)
    expect(said).toMatchObject({ id: 'younger', task: 'say' })
    const sent = { state: 'sent' as const, channelId: 'C0000008', ts: '1.3', sentAt: quiet, shownRevision: 0 }
    await store.notices.settle('younger', said?.claim ?? '', sent)
    await store.notices.revise('younger')
    await store.notices.add(newNotice('by-hand', 3, { period: 'by-hand' }))
    const onlyEdit = { say: 0, look: 10, edit: 10 }
    expect(idsOf(await store.notices.claim(later(lease), lease, onlyEdit))).toEqual(['older'])
  })

  test('tells of every task from when on it may be done', async () => {
    const store = await settled()
    await store.notices.add(newNotice('older', 2))
    await say(store)
    await store.notices.revise('older')
    await store.notices.add(newNotice('younger', 9))
    await store.notices.add(newNotice('elsewhere', 9, { group: 'SWG-BDS', dueAt: later(1) }))
    const byTask = async (at: Date) =>
      Object.fromEntries((await store.notices.waiting(at)).map((one) => [one.task, one.from]))
    expect(await byTask(now)).toEqual({ edit: quiet, say: quiet })
    expect(await byTask(later(1))).toEqual({ edit: quiet, say: later(1) })
    expect((await claimOne(store, later(1))).id).toBe('elsewhere')
    expect(await byTask(later(1))).toEqual({ edit: quiet, say: quiet })
    expect((await claimOne(store, quiet)).id).toBe('older')
    // Somebody is at work in both channels.
    expect(await byTask(quiet)).toEqual({})
  })

  test('that is not known does not make groups wait for each other', async () => {
    const store = await settled()
    for (const code of ['A', 'B']) {
      await store.groups.put({ ...bareGroup, code })
      await store.notices.add(newNotice(code, 2, { group: code }))
    }
    expect(idsOf(await claimAll(store))).toEqual(['A', 'B'])
  })
})

describe('the secretariat', () => {
  test('hears of its own beside the groups, one message at a time, the oldest first', async () => {
    const store = await settled()
    await store.notices.add(newReport('report', 9))
    await store.notices.add(newReport('question', 2, { kind: 'decision', period: 'n' }))
    await store.notices.add(newNotice('n', 9))
    expect(idsOf(await claimAll(store))).toEqual(['question', 'n'])
    expect(await claimAll(store)).toEqual([])
    const { claim, ...report } = { claim: '', ...(await store.notices.byId('report')) }
    expect(report).toMatchObject({ state: 'pending', kind: 'reminder-report' })
    expect(report).not.toHaveProperty('group')
  })

  test('waits its turn where a group shares its channel', async () => {
    const store = await settled()
    await store.committee.linkChannel('C0000008')
    await store.notices.add(newReport('report', 2))
    await store.notices.add(newNotice('n', 9))
    const { id, claim } = await claimOne(store)
    expect(id).toBe('report')
    await store.notices.settle(id, claim, { state: 'sent', channelId: 'C0000008', ts: '1.2', sentAt: now })
    expect(await claimAll(store)).toEqual([])
    expect((await claimOne(store, quiet)).id).toBe('n')
  })

  test('without a channel is spoken to all the same, and holds up no group', async () => {
    const store = await settled()
    await store.committee.put(bareCommittee)
    await store.groups.put({ ...bareGroup, code: 'A' })
    await store.notices.add(newReport('report', 2))
    await store.notices.add(newNotice('a', 9, { group: 'A' }))
    expect(idsOf(await claimAll(store))).toEqual(['report', 'a'])
  })

  test('may have one notice of a kind and period', async () => {
    const store = await settled()
    expect(await store.notices.add(newReport('a', 2))).toBe(true)
    expect(await store.notices.add(newReport('b', 2))).toBe(false)
    expect(await store.notices.add(newReport('c', 9))).toBe(true)
    expect(await store.notices.add(newReport('d', 2, { kind: 'digest-report' }))).toBe(true)
    expect(await store.notices.find('reminder-report', undefined, '2026-11-02')).toMatchObject({ id: 'a' })
  })

  test('is no group, nor is a group the secretariat', async () => {
    const store = await settled()
    await expect(store.notices.add(newReport('a', 2, { kind: 'reminder' }))).rejects.toThrow('recipient')
    await expect(store.notices.add(newNotice('b', 2, { kind: 'decision' }))).rejects.toThrow('recipient')
  })
})

describe('what is left to do on a notice', () => {
  const message = { channelId: 'C0000008', ts: '1.2' }
  const sent = { state: 'sent' as const, ...message, sentAt: now }
  const table: [string, Task, NoticeChange][] = [
    ['to say it, where it waits', 'say', { state: 'pending' }],
    ['to look for it, where it may stand', 'look', { state: 'sending', uncertainSince: now }],
    ['to edit it, where its message shows less', 'edit', { ...sent, shownRevision: 0 }],
    ['to take back what stands twice', 'edit', { ...sent, shownRevision: 1, strays: ['1.3'] }],
  ]
  test.each(table)('%s', async (_what, task, change) => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2))
    const { claim } = await claimOne(store)
    await store.notices.revise('n')
    await store.notices.settle('n', claim, change)
    expect(await claimAll(store)).toEqual([])
    expect(await claimOne(store, quiet)).toMatchObject({ id: 'n', task, strays: change.strays ?? [] })
  })

  test.each([
    ['it stands and shows all', { ...sent, shownRevision: 0 }],
    ['it waits for a person', { state: 'ambiguous', uncertainSince: now }],
    ['it was refused', { state: 'failed' }],
    ['it has nothing to say', { state: 'withdrawn' }],
  ] as [string, NoticeChange][])('nothing, where %s', async (_why, change) => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2))
    const { claim } = await claimOne(store)
    await store.notices.settle('n', claim, change)
    expect(await claimAll(store, later(day))).toEqual([])
    expect(await store.notices.waiting(later(day))).toEqual([])
  })

  test('a claim that ran out while it was looked for keeps the moment since when it may stand', async () => {
    const store = await settled()
    await store.notices.add(newNotice('n', 2))
    const { claimEndsAt } = await claimOne(store)
    const look = await claimOne(store, later(5 * lease))
    expect(look).toMatchObject({ task: 'look', uncertainSince: claimEndsAt })
    expect(await claimAll(store, later(6 * lease - 1))).toEqual([])
    const again = await claimOne(store, look.claimEndsAt)
    expect(again).toMatchObject({ task: 'look', uncertainSince: claimEndsAt, attempts: 3 })
  })

  test('as many of each task are taken as were asked for, the oldest of each', async () => {
    const store = await settled()
    await putAllTasks(store)
    const most = { say: 1, look: 2, edit: 0 }
    const taken = await store.notices.claim(quiet, lease, most)
    expect(idsOf(taken)).toEqual(['look-1', 'say-1', 'look-2'])
    const rest = await store.notices.claim(quiet, lease, { ...most, edit: Number.POSITIVE_INFINITY })
    expect(idsOf(rest)).toEqual(['edit-1', 'edit-2', 'say-2', 'edit-3', 'look-3'])
  })

  /** Three notices for each task, each in a channel of its own, the first ones oldest. */
  async function putAllTasks(store: Store): Promise<void> {
    const groups = await putGroups(store, 9)
    const pairs = [1, 2, 3].flatMap((nth) => tasks.map((task) => ({ task, nth })))
    for (const [index, { task, nth }] of pairs.entries())
      await store.notices.add(newNotice(`${task}-${nth}`, 10 + index, { group: groups[index] ?? '' }))
    const left: Record<Task, NoticeChange> = {
      say: { state: 'pending' },
      look: { state: 'sending', uncertainSince: now },
      edit: { ...sent, shownRevision: 0 },
    }
    for (const { id, claim } of await claimAll(store)) {
      const task = tasks.find((one) => id.startsWith(one)) ?? 'say'
      const { channelId: _, ...change } = left[task]
      await store.notices.revise(id)
      await store.notices.settle(id, claim, change)
    }
  }
})

test('four claimers at once say 200 notices, none twice, each group in order', async () => {
  const store = await settled()
  const groups = await putGroups(store, 20)
  const ids = groups.flatMap((group) =>
    Array.from({ length: 10 }, (_, index) => ({
      group,
      day: index + 1,
      id: `${group}-${String(index).padStart(2, '0')}`,
    })),
  )
  for (const { id, group, day } of ids) await store.notices.add(newNotice(id, day, { group }))

  const said: ClaimedNotice[] = []
  let at = now
  const claimers = await Promise.all(Array.from({ length: 4 }, () => openDatabase(url, { max: 2 })))
  await Promise.all(
    claimers.map(async (own) => {
      const { notices } = createStore(own, store.workspace)
      while (said.length < ids.length) {
        at = new Date(at.getTime() + channelPauseMs)
        // So long a lease that none runs out while the clock leaps.
        for (const claimed of await notices.claim(at, 3_600_000, ofEach(3))) {
          said.push(claimed)
          await notices.settle(claimed.id, claimed.claim, { state: 'sent', sentAt: at, shownRevision: 0 })
        }
      }
      await own.close()
    }),
  )

  expect(said.map(({ id }) => id).sort()).toEqual(ids.map(({ id }) => id).sort())
  expect(said.every(({ attempts, task }) => attempts === 1 && task === 'say')).toBe(true)
  for (const group of groups) {
    const order = said.filter((notice) => notice.group === group).map(({ id }) => id)
    expect(order).toEqual([...order].sort())
  }
})

test('fifty thousand old notices are not read to find the new one', async () => {
  const store = await settled()
  await sql`
    insert into rapporteur.notices (workspace, id, kind, group_code, period, slot_at, slot_on, assignments, state,
      channel_id, ts, sent_at, revision, shown_revision, due_at, created_at)
    select ${store.workspace}, 'old-' || n, 'reminder', 'WG8', 'old-' || n, at, at::date, '{}',
      (array['sent', 'withdrawn', 'failed', 'ambiguous'])[1 + n % 4], 'C0000008', '1.2', at, 3, 3, at, at
    from generate_series(1, 50000) n, lateral (select timestamptz '2020-01-01' + n * interval '1 hour' as at) slot
  `.execute(database.tables)
  await sql`analyze rapporteur.notices`.execute(database.tables)
  await store.notices.add(newNotice('new', 2))

  const read = await database.tables.transaction().execute(async (tables) => {
    const claimed = await claimAll(createStore({ tables }, store.workspace))
    expect(idsOf(claimed)).toEqual(['new'])
    const { rows } = await sql<{ read: number }>`
      select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as read
      from pg_stat_xact_user_tables where schemaname = 'rapporteur' and relname = 'notices'
    `.execute(tables)
    return rows[0]?.read
  })
  expect(read).toBeGreaterThan(0)
  expect(read).toBeLessThan(1_000)
})

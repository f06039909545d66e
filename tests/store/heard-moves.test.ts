import { describe, expect, test } from 'vitest'
import type { Follow } from '../../src/domain/follow/rules.ts'
import type { Store } from '../../src/domain/store.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import * as records from './records.ts'

const { database } = await testDatabase()
const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 10, day, hour))

async function settled(workspace: string): Promise<Store> {
  const store = createStore(database, workspace)
  await records.settleIn(store)
  await store.standards.put(records.standard)
  await store.standards.put(records.bareStandard)
  return store
}

const move = {
  standard: records.standard.id,
  kind: 'move' as const,
  from: '50',
  to: '60',
  state: 'accepted' as const,
  recordedAt: at(3),
}

test('follows come back as they were put, oldest first, each once', async () => {
  const store = await settled('follows')
  const first: Follow = { member: 'm-one', kind: 'topic', value: 'ai', since: at(2), language: 'zh-CN' }
  const second: Follow = {
    ...first,
    kind: 'standard',
    value: records.standard.id,
    since: at(1),
    language: 'en',
  }
  const other: Follow = { ...first, member: 'm-two', since: at(3) }
  for (const one of [first, second, other]) expect(await store.follows.add(one)).toBe(true)
  expect(await store.follows.add({ ...first, since: at(9), language: 'en' })).toBe(false)
  expect(await store.follows.all()).toStrictEqual([second, first, other])
  expect(await store.follows.of('m-one')).toStrictEqual([second, first])
  expect(await store.follows.remove('m-one', { kind: 'standard', value: 'ai' })).toBe(false)
  expect(await store.follows.remove('m-one', first)).toBe(true)
  expect(await store.follows.all()).toStrictEqual([second, other])
  await expect(store.follows.add({ ...first, member: 'nobody' })).rejects.toThrow(/foreign key/)
})

test('standards are found by ids, and their topics counted', async () => {
  const store = await settled('topics')
  await store.standards.put({ ...records.bareStandard, topics: ['data-security', 'ai'] })
  expect(await store.standards.byIds(['none', records.bareStandard.id, records.standard.id])).toMatchObject([
    { id: records.standard.id },
    { id: records.bareStandard.id },
  ])
  expect(await store.standards.byIds([])).toStrictEqual([])
  expect(await store.standards.topics()).toStrictEqual([
    { topic: 'ai', count: 1 },
    { topic: 'data-security', count: 2 },
  ])
})

describe('moves', () => {
  test('wait to be handed on from the moment at which they are accepted, with what their standard is now', async () => {
    const { standards } = await settled('undistributed')
    const late = await standards.addMove({ ...move, recordedAt: at(5) })
    const early = await standards.addMove(move)
    const proposed = await standards.addMove({ ...move, state: 'proposed', recordedAt: at(1) })
    await standards.addMove({ ...move, state: 'declined' })
    const ids = async (limit = 10) => (await standards.undistributedMoves(limit)).map(({ id }) => id)
    expect(await ids()).toStrictEqual([early, late])
    expect(await ids(1)).toStrictEqual([early])
    expect((await standards.undistributedMoves(1))[0]).toStrictEqual({
      ...move,
      id: early,
      designation: records.standard.designation,
      titles: records.standard.titles,
      stages: 'gb',
      project: '20230253',
      topics: ['data-security'],
      stands: '60',
      standsSince: '2024-03-15',
    })
    await standards.setDistributed([early])
    await standards.setDistributed([])
    expect(await ids()).toStrictEqual([late])
    await standards.decideMove(proposed, { state: 'accepted', by: 'm-one', at: at(4) })
    expect(await ids()).toStrictEqual([proposed, late])
  })

  test('are told to a member in one notice, whatever else they are added to', async () => {
    const { standards, notices } = await settled('told-once')
    const [a, b] = [await standards.addMove(move), await standards.addMove({ ...move, recordedAt: at(2) })]
    await notices.add(records.newMoves('n-1', 3))
    await notices.add(records.newMoves('n-2', 4))
    await notices.addMoves('n-1', 'm-one', [a])
    await notices.addMoves('n-2', 'm-one', [a, b])
    const told = async (id: string) => (await notices.movesOf(id)).map((one) => one.id)
    expect([await told('n-1'), await told('n-2')]).toStrictEqual([[a], [b]])
    await notices.addMoves('n-1', 'm-one', [])
    expect(await told('none')).toStrictEqual([])
  })
})

describe('the notice of moves', () => {
  test('of a member is one at a time with each key, and comes back with its member', async () => {
    const { notices } = await settled('member-key')
    expect(await notices.add(records.newMoves('n-1', 3))).toBe(true)
    expect(await notices.add(records.newMoves('n-2', 4, { period: 'n-1' }))).toBe(false)
    expect(await notices.add(records.newMoves('n-3', 4, { period: 'n-1', member: 'm-two' }))).toBe(true)
    expect(await notices.byId('n-1')).toMatchObject({ kind: 'moves', member: 'm-one' })
    expect(await notices.byId('n-1')).not.toHaveProperty('group')
    await expect(notices.add(records.newMoves('n-4', 5, { group: 'WG8' }))).rejects.toThrow(
      /check constraint/,
    )
    const { member: _, ...nobody } = records.newMoves('n-5', 5)
    await expect(notices.add(nobody)).rejects.toThrow(/check constraint/)
  })

  test('that is the newest is known, and whether more may be added to it', async () => {
    const { notices } = await settled('newest')
    await notices.add(records.newMoves('n-1', 3))
    await notices.add(records.newMoves('n-2', 5))
    await notices.add(records.newMoves('n-3', 29, { member: 'm-two' }))
    const newest = async () =>
      (await notices.newestOfMoves(['m-one', 'm-two', 'nobody'])).map(({ id, isOpen }) => [id, isOpen])
    expect(await newest()).toStrictEqual([
      ['n-2', true],
      ['n-3', true],
    ])
    expect(await notices.newestOfMoves(['m-two'])).toStrictEqual([
      { member: 'm-two', id: 'n-3', slotAt: at(29, 1), isOpen: true },
    ])
    expect(await notices.newestOfMoves([])).toStrictEqual([])
    const [first] = await notices.claim(at(6), 60_000, { say: 1, look: 0, edit: 0 })
    await notices.settle('n-1', first?.claim ?? '', { state: 'sent', ts: '1.1', channelId: 'D1' })
    const [second] = await notices.claim(at(6, 1), 60_000, { say: 1, look: 0, edit: 0 })
    expect(second).toMatchObject({ id: 'n-2', member: 'm-one' })
    expect(await newest()).toContainEqual(['n-2', false])
    await notices.settle('n-2', second?.claim ?? '', { state: 'failed' })
    expect(await newest()).toContainEqual(['n-2', true])
  })

  test('takes in what waits behind it, as long as its claim holds', async () => {
    const { standards, notices } = await settled('taken')
    const [a, b, c] = [
      await standards.addMove(move),
      await standards.addMove({ ...move, recordedAt: at(4) }),
      await standards.addMove({ ...move, recordedAt: at(5) }),
    ]
    await notices.add(records.newMoves('n-1', 3))
    await notices.add(records.newMoves('n-2', 4))
    await notices.add(records.newMoves('n-3', 4, { member: 'm-two' }))
    await notices.addMoves('n-1', 'm-one', [a])
    await notices.addMoves('n-2', 'm-one', [b])
    await notices.addMoves('n-3', 'm-two', [c])
    const claimed = await notices.claim(at(6), 60_000, { say: 9, look: 0, edit: 0 })
    expect(claimed.map(({ id }) => id)).toStrictEqual(['n-1', 'n-3'])
    const told = async (id: string) => (await notices.movesOf(id)).map((one) => one.id)
    await notices.takeMoves('n-1', 'another claim', 'm-one')
    expect(await told('n-1')).toStrictEqual([a])
    await notices.takeMoves('n-1', claimed[0]?.claim ?? '', 'm-one')
    expect([await told('n-1'), await told('n-2'), await told('n-3')]).toStrictEqual([[a, b], [], [c]])
    expect(await notices.byId('n-2')).toMatchObject({ state: 'withdrawn', reason: 'superseded' })
    expect(await notices.byId('n-3')).toMatchObject({ state: 'sending' })
  })
})

test('what a group has heard by schedule is known to the moment', async () => {
  const { notices } = await settled('heard-up-to')
  const digest = { kind: 'digest' as const }
  const heard = (day: number) => notices.heardUpTo('digest', 'WG8', at(day, 1))
  expect(await heard(30)).toBeUndefined()
  await notices.add(
    records.newNotice('n-1', 2, { ...digest, state: 'withdrawn', reason: 'nothing-to-report' }),
  )
  await notices.add(records.newNotice('n-2', 9, { ...digest, state: 'withdrawn', reason: 'no-channel' }))
  await notices.add(records.newNotice('n-3', 16, digest))
  await notices.add(records.newNotice('n-4', 17, { ...digest, period: 'by-hand-1' }))
  await notices.add(records.newNotice('n-5', 18))
  expect(await heard(30)).toStrictEqual(at(2, 1))
  for (const state of ['sent', 'sent', 'sent'] as const) {
    const [claimed] = await notices.claim(at(20), 60_000, { say: 1, look: 0, edit: 0 })
    await notices.settle(claimed?.id ?? '', claimed?.claim ?? '', {
      state,
      ts: claimed?.id ?? '',
      channelId: 'C0000008',
    })
    await database.tables
      .updateTable('notices')
      .set({ spoke_at: null })
      .where('workspace', '=', 'heard-up-to')
      .execute()
  }
  expect(await heard(30)).toStrictEqual(at(16, 1))
  expect(await heard(16)).toStrictEqual(at(2, 1))
  expect(await notices.heardUpTo('digest', 'SWG-BDS', at(30))).toBeUndefined()
})

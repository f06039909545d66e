import { beforeEach, describe, expect, test } from 'vitest'
import { byOperator } from '../../../src/domain/audit/rules.ts'
import type { DecisionWord } from '../../../src/domain/notice/rules.ts'
import { openDatabase } from '../../../src/store/open-store.ts'
import { testDatabase } from '../../database.ts'
import { doneBy } from '../../done-by.ts'
import { newNotice } from '../../store/records.ts'
import { appOn, everyRow, type Opened, openCommittee } from '../committee/small-committee.ts'

const { database, url } = await testDatabase()
const at = '2026-11-23T03:00:00Z'

let one: Opened
let count = 0
/** A committee with a notice in doubt, one that was refused and one that waits, each in a channel of its own. */
beforeEach(async () => {
  count += 1
  one = await openCommittee(database, `decisions-${count}`, at)
  const { notices } = one.store
  await notices.add(newNotice('doubt-1', 2, { group: 'WG8' }))
  await notices.add(newNotice('failed-1', 2, { group: 'WG9' }))
  await notices.add(newNotice('pending-1', 9, { group: 'WG8' }))
  for (const { id, claim } of await notices.claim(one.clock.now(), 60_000, { say: 9, look: 0, edit: 0 }))
    await notices.settle(id, claim, {
      state: id === 'doubt-1' ? 'ambiguous' : 'failed',
      reason: 'is_archived',
    })
  one.woken.splice(0)
})

const make = (id: string, word: DecisionWord, { member, why }: { member?: string; why?: string } = {}) =>
  one.app.decisions.make(id, word, {
    ...(member === undefined ? byOperator : doneBy(member)),
    ...(why !== undefined && { why }),
  })

test('is put on record with who made it, when and why, and wakes whoever delivers', async () => {
  const outcome = await make('failed-1', 'drop', { member: 'lotus', why: 'told at the meeting' })
  expect(outcome).toMatchObject({ isMade: true, notice: { id: 'failed-1', state: 'failed' } })
  expect(await one.store.decisions.of('failed-1')).toStrictEqual({
    notice: 'failed-1',
    word: 'drop',
    member: 'lotus',
    why: 'told at the meeting',
    at: new Date(at),
  })
  expect(await one.store.notices.byId('failed-1')).toMatchObject({ state: 'withdrawn', reason: 'dropped' })
  expect(one.woken).toStrictEqual(['deliver-notices'])
})

test('of the operator names no member and needs no reason', async () => {
  await make('doubt-1', 'keep')
  expect(await one.store.decisions.of('doubt-1')).toStrictEqual({
    notice: 'doubt-1',
    word: 'keep',
    at: new Date(at),
  })
})

describe('nothing is changed', () => {
  test.each<[string, string, DecisionWord, object | undefined]>([
    ['where there is no such notice', 'none', 'drop', undefined],
    ['where its state is not open to it', 'failed-1', 'keep', { isMade: false, notice: { state: 'failed' } }],
    ['where it is on its way', 'pending-1', 'retry', { isMade: false, notice: { state: 'pending' } }],
  ])('%s', async (_why, id, word, expected) => {
    const before = await everyRow(database)
    const outcome = await make(id, word)
    if (expected === undefined) expect(outcome).toBeUndefined()
    else expect(outcome).toMatchObject(expected)
    expect(await everyRow(database)).toStrictEqual(before)
    expect(one.woken).toStrictEqual([])
  })

  test('while it is being said', async () => {
    one.clock.pass(2_000)
    const { claimed } = await one.app.deliveries.claim(9)
    expect(claimed.map(({ id }) => id)).toContain('pending-1')
    const before = await everyRow(database)
    expect(await make('pending-1', 'drop')).toMatchObject({ isMade: false, notice: { state: 'sending' } })
    expect(await everyRow(database)).toStrictEqual(before)
  })

  test('where who made it is not on record', async () => {
    const before = await everyRow(database)
    await expect(make('failed-1', 'drop', { member: 'nobody' })).rejects.toThrow('foreign key')
    expect(await everyRow(database)).toStrictEqual(before)
  })
})

test('of two people at once the first one decides, and the other is told what came of it', async () => {
  const own = await openDatabase(url, { max: 2 })
  try {
    const other = appOn(own, one.store.workspace, one.clock, 'other')
    const made = await Promise.all([
      make('doubt-1', 'keep', { member: 'lotus' }),
      other.app.decisions.make('doubt-1', 'drop', { ...doneBy('oriole') }),
    ])
    expect(made.filter((each) => each?.isMade === true)).toHaveLength(1)
    const stands = await one.store.notices.byId('doubt-1')
    const decided = await one.store.decisions.of('doubt-1')
    expect([stands?.state, decided?.word]).toStrictEqual(
      made[0]?.isMade === true ? ['sent', 'keep'] : ['withdrawn', 'drop'],
    )
  } finally {
    await own.close()
  }
})

test('ids are found by their beginnings: none, one, or more than one', async () => {
  const found = async (start: string) => (await one.app.decisions.startingWith(start)).map(({ id }) => id)
  expect(await found('none')).toStrictEqual([])
  expect(await found('fail')).toStrictEqual(['failed-1'])
  expect(await found('')).toHaveLength(2)
})

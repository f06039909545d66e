import { beforeEach, describe, expect, test } from 'vitest'
import type { DoneBy } from '../../../src/domain/audit/rules.ts'
import { byOperator } from '../../../src/domain/audit/rules.ts'
import { testDatabase } from '../../database.ts'
import { doneBy } from '../../done-by.ts'
import { everyRow, type Opened, openCommittee, standard } from '../committee/small-committee.ts'

const { database } = await testDatabase()
const at = '2026-11-27T16:30:00Z'
/** It is already Saturday in Shanghai. */
const today = '2026-11-28'

let one: Opened
let count = 0
beforeEach(async () => {
  count += 1
  one = await openCommittee(database, `recording-${count}`, at)
  await one.app.committees.importStandards([
    standard('1', { stage: '20', stageSince: '2026-03-02', targetOn: '2026-12-31' }),
    standard('2', { stage: '95' }),
  ])
})

const recordings = () => one.app.recordings
const onRecord = async (id = '1') => one.store.standards.byId(id)
const journal = async (id = '1') => (await recordings().journal(id))?.moves ?? []

/** Nothing at all was written. */
async function unchanged<T>(work: () => Promise<T>): Promise<T> {
  const before = await everyRow(database)
  const result = await work()
  expect(await everyRow(database)).toStrictEqual(before)
  return result
}

test('what the secretariat records stands at once, with who, when and why', async () => {
  const outcome = await recordings().record(
    '1',
    { to: '30', on: '2026-11-20', why: 'minutes 4' },
    doneBy('oriole'),
  )
  expect(outcome).toMatchObject({ ok: true, kind: 'usual', move: { state: 'accepted' } })
  expect(await onRecord()).toMatchObject({
    stage: '30',
    stageSince: '2026-11-20',
    asOf: today,
    source: '示例黄鹂',
    history: [{ stage: '20', on: '2026-03-02' }],
  })
  expect(await journal()).toMatchObject([
    {
      kind: 'move',
      from: '20',
      to: '30',
      on: '2026-11-20',
      by: 'oriole',
      byNames: { en: 'Oriole Sample' },
      why: 'minutes 4',
      recordedAt: new Date(at),
    },
  ])
  // Its target was for this stage; that it ended is on record too.
  expect((await onRecord())?.targetOn).toBeUndefined()
  expect(await recordings().journal('1')).toMatchObject({ targets: [{ from: '2026-12-31', by: 'oriole' }] })
})

test('without a day it is today, where the group lives', async () => {
  await recordings().record('1', { to: '30', source: 'letter 7' }, byOperator)
  expect(await onRecord()).toMatchObject({ stageSince: today, source: 'letter 7' })
})

describe('what a convenor proposes', () => {
  test('waits, and neither moves the standard nor comes into a digest', async () => {
    const outcome = await recordings().propose('1', { to: '30' }, doneBy('lotus'))
    expect(outcome).toMatchObject({ ok: true, move: { state: 'proposed', on: today } })
    expect(await onRecord()).toMatchObject({ stage: '20', targetOn: '2026-12-31' })
    expect(await one.store.standards.moves('WG8', new Date(0), new Date('2030-01-01'))).toStrictEqual([])
    expect(await recordings().proposals()).toMatchObject([
      { standard: '1', to: '30', designation: 'GB/T 1-2026', byNames: { en: 'Lotus Sample' } },
    ])
  })

  test('stands once the secretariat accepts it, and is news from then on', async () => {
    await recordings().propose('1', { to: '30', on: '2026-11-20' }, doneBy('lotus'))
    const [proposal] = await recordings().proposals()
    one.clock.pass(3_600_000)
    const outcome = await recordings().accept(proposal?.id ?? 0, doneBy('oriole'))
    expect(outcome).toMatchObject({ ok: true, standard: { stage: '30', stageSince: '2026-11-20' } })
    expect(await journal()).toMatchObject([
      { state: 'accepted', by: 'lotus', decidedBy: 'oriole', decidedAt: one.clock.now() },
    ])
    expect(await one.store.standards.moves('WG8', new Date(at), one.clock.now())).toMatchObject([
      { to: '30' },
    ])
    expect(await recordings().proposals()).toStrictEqual([])
  })

  test('is let go where the secretariat declines it, and stays in the journal', async () => {
    await recordings().propose('1', { to: '30' }, doneBy('lotus'))
    const [proposal] = await recordings().proposals()
    expect(await recordings().decline(proposal?.id ?? 0, doneBy('oriole'), 'not yet')).toMatchObject({
      ok: true,
    })
    expect(await onRecord()).toMatchObject({ stage: '20' })
    expect(await journal()).toMatchObject([{ state: 'declined', decidedBy: 'oriole', decidedWhy: 'not yet' }])
  })

  test('is decided once: whoever comes second is told by whom, and how', async () => {
    await recordings().propose('1', { to: '30' }, doneBy('lotus'))
    const [{ id } = { id: 0 }] = await recordings().proposals()
    await recordings().accept(id, doneBy('oriole'))
    const decline = (id: number, by: DoneBy) => recordings().decline(id, by, 'too late')
    for (const again of [recordings().accept, decline])
      expect(await unchanged(() => again(id, doneBy('lotus')))).toMatchObject({
        ok: false,
        why: 'decided',
        move: { state: 'accepted', decidedByNames: { en: 'Oriole Sample' } },
      })
    expect(await unchanged(() => recordings().accept(9_999, doneBy('oriole')))).toStrictEqual({
      ok: false,
      why: 'gone',
    })
  })

  test('is not accepted over what has happened meanwhile, which is told', async () => {
    await recordings().propose('1', { to: '30' }, doneBy('lotus'))
    const [{ id } = { id: 0 }] = await recordings().proposals()
    await recordings().record('1', { to: '40', why: 'the fast procedure' }, doneBy('oriole'))
    expect(await unchanged(() => recordings().accept(id, doneBy('oriole')))).toMatchObject({
      ok: false,
      why: 'changed',
      standard: { stage: '40' },
      last: { to: '40', byNames: { en: 'Oriole Sample' } },
    })
  })

  test('is not proposed twice', async () => {
    await recordings().propose('1', { to: '30' }, doneBy('lotus'))
    const again = await unchanged(() => recordings().propose('1', { to: '30' }, doneBy('oriole')))
    expect(again).toMatchObject({
      ok: false,
      why: 'already-proposed',
      proposal: { byNames: { en: 'Lotus Sample' } },
    })
  })

  test('stands where the secretariat then records the same, and gives way where it knows another day', async () => {
    await recordings().propose('1', { to: '30', on: '2026-11-20' }, doneBy('lotus'))
    await recordings().record('1', { to: '30' }, doneBy('oriole'))
    expect(await journal()).toMatchObject([{ by: 'lotus', state: 'accepted', on: '2026-11-20' }])
    await recordings().propose('1', { to: '40', on: '2026-11-26' }, doneBy('lotus'))
    await recordings().record('1', { to: '40', on: '2026-11-25' }, doneBy('oriole'))
    expect((await journal()).slice(1)).toMatchObject([
      { by: 'lotus', state: 'declined', on: '2026-11-26' },
      { by: 'oriole', state: 'accepted', on: '2026-11-25' },
    ])
  })
})

test('two people at once: one moves it, the other is told what stands now', async () => {
  const asked = { to: '30', seen: '20' }
  const outcomes = await Promise.all(
    ['lotus', 'oriole'].map((by) => recordings().record('1', asked, doneBy(by))),
  )
  expect(outcomes.map((outcome) => outcome?.ok).sort()).toStrictEqual([false, true])
  expect(outcomes.find((outcome) => outcome?.ok === false)).toMatchObject({
    why: 'changed',
    standard: { stage: '30' },
    last: { to: '30' },
  })
  expect(await journal()).toHaveLength(1)
})

describe('a correction', () => {
  test('is an entry of its own; what was wrong stays', async () => {
    await recordings().record('1', { to: '50', why: 'told by telephone' }, doneBy('oriole'))
    one.clock.pass(60_000)
    await recordings().correct('1', { to: '30', on: '2026-11-20', why: 'misheard' }, doneBy('oriole'))
    expect(await onRecord()).toMatchObject({ stage: '30', stageSince: '2026-11-20' })
    const [wrong, right] = await journal()
    expect([wrong, right]).toMatchObject([
      { kind: 'move', to: '50', state: 'accepted' },
      { kind: 'correction', from: '50', to: '30', why: 'misheard', corrects: wrong?.id, by: 'oriole' },
    ])
  })

  test('brings a standard back from its end, which a move can’t', async () => {
    expect(
      await unchanged(() => recordings().record('2', { to: '60', why: 'no' }, doneBy('oriole'))),
    ).toMatchObject({
      ok: false,
      why: 'closed',
    })
    expect(
      await recordings().correct('2', { to: '60', why: 'withdrawn by mistake' }, doneBy('oriole')),
    ).toMatchObject({
      ok: true,
      standard: { stage: '60' },
    })
  })

  test('that puts nothing right is none', async () => {
    const same = { to: '20', why: 'no reason' }
    expect(await unchanged(() => recordings().correct('1', same, doneBy('oriole')))).toMatchObject({
      why: 'nothing-new',
    })
  })
})

describe('a target', () => {
  test('is moved with its reason, and every change is kept', async () => {
    expect(
      await unchanged(() => recordings().moveTarget('1', { to: '2027-03-01' }, doneBy('lotus'))),
    ).toMatchObject({
      ok: false,
      why: 'needs-reason',
    })
    await recordings().moveTarget('1', { to: '2027-03-01', why: 'the pilot runs late' }, doneBy('lotus'))
    await recordings().moveTarget('1', { why: 'no target till the pilot is over' }, doneBy('oriole'))
    expect((await onRecord())?.targetOn).toBeUndefined()
    await recordings().moveTarget('1', { to: '2027-06-01' }, doneBy('lotus'))
    expect(await recordings().journal('1')).toMatchObject({
      targets: [
        { from: '2026-12-31', to: '2027-03-01', why: 'the pilot runs late', by: 'lotus' },
        { from: '2027-03-01', why: 'no target till the pilot is over' },
        { to: '2027-06-01', byNames: { en: 'Lotus Sample' } },
      ],
    })
  })

  test.each([
    ['1', { to: '2026-11-27', why: 'so' }, 'past'],
    ['1', { to: '2026-12-31', why: 'so' }, 'nothing-new'],
    ['1', { to: '2036-11-29', why: 'so' }, 'too-far'],
    ['1', { to: '2127-03-01' }, 'too-far'],
    ['1', { to: '2027-01-31', why: 'so', seen: '2026-11-30' }, 'changed'],
    ['2', { to: '2027-01-31', why: 'so' }, 'closed'],
  ])('of %s is not moved to %j: %s', async (id, asked, why) => {
    expect(await unchanged(() => recordings().moveTarget(id, asked, doneBy('lotus')))).toMatchObject({
      ok: false,
      why,
    })
  })

  test('that is today is still one, and one ten years ahead', async () => {
    for (const to of [today, '2036-11-28'])
      expect(await recordings().moveTarget('1', { to, why: 'so' }, doneBy('lotus'))).toMatchObject({
        ok: true,
      })
  })
})

test('an extension is put on record with the day on which it was asked for', async () => {
  await recordings().askExtension(
    '1',
    { until: '2027-06-30', why: 'a second comment period' },
    doneBy('oriole'),
  )
  expect(await recordings().journal('1')).toMatchObject({
    extensions: [{ askedOn: today, until: '2027-06-30', why: 'a second comment period', by: 'oriole' }],
  })
  expect(await onRecord()).toMatchObject({ extendedTo: '2027-06-30' })
  await recordings().askExtension('1', { until: '2027-01-31', why: 'a slip' }, doneBy('oriole'))
  expect(await onRecord()).toMatchObject({ extendedTo: '2027-06-30' })
})

test('of what is not on record nothing can be recorded', async () => {
  const outcomes = await unchanged(() =>
    Promise.all([
      recordings().propose('9', { to: '30' }, doneBy('lotus')),
      recordings().record('9', { to: '30' }, doneBy('oriole')),
      recordings().correct('9', { to: '30', why: 'so' }, doneBy('oriole')),
      recordings().moveTarget('9', { to: '2027-01-01' }, doneBy('oriole')),
      recordings().askExtension('9', { until: '2027-01-01', why: 'so' }, doneBy('oriole')),
      recordings().journal('9'),
    ]),
  )
  expect(outcomes.every((outcome) => outcome === undefined)).toBe(true)
})

test('an entry that can’t be written leaves the standard where it was', async () => {
  const before = await everyRow(database)
  // The standard has been put by then: nobody of this id can have recorded anything.
  const broken = recordings().correct('1', { to: '30', why: 'so' }, doneBy('nobody'))
  await expect(broken).rejects.toThrow(/stage_moves_member/)
  expect(await everyRow(database)).toStrictEqual(before)
})

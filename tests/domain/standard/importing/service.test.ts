import { describe, expect, test } from 'vitest'
import type { Given } from '../../../../src/domain/standard/importing/given.ts'
import { testDatabase } from '../../../database.ts'
import { openCommittee, standard } from '../../committee/small-committee.ts'

const { database } = await testDatabase()
const friday = '2026-11-20T04:00:00Z'
const defaults = { asOf: '2026-11-20', source: 'list.csv' }

let count = 0
const opened = () => openCommittee(database, `imports-${++count}`, friday)
const file = (...givens: Given[]) => ({
  rows: givens.map((given, at) => ({ place: { line: at + 2 }, given })),
  faults: [],
  defaults,
})

describe('a list of standards', () => {
  test('is on record after its import, and its moves are in the journal and in the digest', async () => {
    const one = await opened()
    await one.app.committees.importStandards([standard('1', { stage: '20', group: 'WG8' })])
    const list = file(
      { designation: 'GB/T 1-2026', stageText: '30', stageSince: '2026-11' },
      { designation: 'GB/T 2-2026', titleZh: '乙', targetOn: '2027-01-01' },
    )
    const taken = await one.app.imports.take(list)
    expect(taken).toMatchObject({ kind: 'taken', plan: { added: [{}], changed: [{}] } })
    expect(await one.store.standards.movesOf('1')).toMatchObject([
      { kind: 'move', from: '20', to: '30', on: '2026-11', state: 'accepted', source: 'list.csv' },
    ])
    expect(
      await one.store.standards.moves('WG8', new Date(0), new Date('2030-01-01T00:00:00Z')),
    ).toHaveLength(1)
    const again = await one.app.imports.take(list)
    expect(again).toMatchObject({ kind: 'taken', plan: { added: [], changed: [], unchanged: 2 } })
    expect(await one.store.standards.movesOf('1')).toHaveLength(1)
  })

  test('keeps the target that it changes, with where the new one is from', async () => {
    const one = await opened()
    await one.app.committees.importStandards([standard('1', { targetOn: '2026-12-01' })])
    await one.app.imports.take(file({ designation: 'GB/T 1-2026', targetOn: '2027-01-01' }))
    expect(await one.store.standards.targetChangesOf('1')).toMatchObject([
      { from: '2026-12-01', to: '2027-01-01' },
    ])
  })

  test('with rows in doubt changes nothing, unless they may be left out', async () => {
    const one = await opened()
    const list = file(
      { designation: 'GB/T 1-2026', titleZh: '甲' },
      { designation: 'GB/T 2-2026', titleZh: '乙' },
      { designation: 'GB/T 2-2026', titleZh: '丙' },
    )
    expect(await one.app.imports.take(list)).toMatchObject({ kind: 'refused' })
    expect(await one.app.standards.all()).toEqual([])
    expect(await one.app.imports.take(list, { skipFaulty: true })).toMatchObject({ kind: 'taken' })
    expect((await one.app.standards.all()).map(({ designation }) => designation)).toEqual(['GB/T 1-2026'])
  })

  test('is shown anew where the records have changed since its preview', async () => {
    const one = await opened()
    const list = file({ designation: 'GB/T 1-2026', titleZh: '甲' })
    const { version } = await one.app.imports.preview(list)
    await one.app.committees.importStandards([standard('1')])
    expect(await one.app.imports.take(list, { version })).toMatchObject({
      kind: 'moved-on',
      preview: { plan: { added: [], changed: [{}] } },
    })
    expect((await one.app.standards.all())[0]?.titles.zh).toBe('标准1')
  })

  test('is put on record whole or not at all, with its progress told', async () => {
    const one = await opened()
    const many = Array.from(
      { length: 2_500 },
      (_, at): Given => ({ designation: `GB/T ${at + 1}-2026`, titleZh: `标准 ${at}` }),
    )
    const told: [number, number][] = []
    const progress = (written: number, total: number) => {
      told.push([written, total])
    }
    const broken = file(...many.slice(0, 1_500), {
      designation: 'GB/T 9999-2026',
      titleZh: '甲',
      group: 'nowhere',
    })
    await expect(one.app.imports.take(broken)).rejects.toThrow()
    expect(await one.app.standards.all()).toEqual([])
    await one.app.imports.take(file(...many), { progress })
    expect(told).toEqual([
      [1_000, 2_500],
      [2_000, 2_500],
      [2_500, 2_500],
    ])
    expect(await one.app.standards.all()).toHaveLength(2_500)
  })
})

import { expect, test } from 'vitest'
import { openDatabase } from '../../../src/store/open-store.ts'
import { testDatabase } from '../../database.ts'
import { appOn, openCommittee, standard } from '../committee/small-committee.ts'

const { database, url } = await testDatabase()
const now = '2026-11-23T00:00:00Z'

test('a card tells group, lead and twins, with the twin’s own record where there is one', async () => {
  const { app } = await openCommittee(database, 'card', now)
  const twin = standard('2', { designation: 'ISO/IEC 27002:2022', stages: 'iso', stage: '60.60' })
  const one = standard('1', {
    designation: 'GB/T 22081-2024',
    otherNames: ['20221234-T-469'],
    lead: 'cesi',
    twins: [
      { designation: 'ISO/IEC 27002:2022', relation: 'identical' },
      { designation: 'ISO/IEC 9999:2020', relation: 'based-on' },
    ],
  })
  await app.committees.importStandards([one, twin])
  const card = {
    standard: one,
    group: { code: 'WG8' },
    lead: { id: 'cesi' },
    twins: [
      { designation: 'ISO/IEC 27002:2022', relation: 'identical', standard: twin },
      { designation: 'ISO/IEC 9999:2020', relation: 'based-on' },
    ],
  }
  expect(await app.standards.find('gbt22081')).toMatchObject({
    kind: 'one',
    card,
  })
  expect(await app.standards.find('20221234-T-469')).toMatchObject({
    kind: 'one',
    card: { ...card, asked: { how: 'former-name', name: '20221234-T-469' } },
  })
  expect(await app.standards.card('1')).toMatchObject(card)
  expect(await app.standards.card('none')).toBeUndefined()
})

test('a stage that another process imported is told by the next answer', async () => {
  const one = await openCommittee(database, 'fresh', now)
  await one.app.committees.importStandards([standard('1')])
  expect(await one.app.standards.find('GB/T 1')).toMatchObject({ card: { standard: { stage: '20' } } })
  const second = await openDatabase(url)
  try {
    const other = appOn(second, 'fresh', one.clock, 'other')
    await other.app.committees.importStandards([standard('1', { stage: '30' }), standard('2')])
  } finally {
    await second.close()
  }
  expect(await one.app.standards.find('GB/T 1')).toMatchObject({ card: { standard: { stage: '30' } } })
  expect(await one.app.standards.find('GB/T 2')).toMatchObject({ kind: 'one' })
})

test('more hits than anyone reads are counted, and ten of them offered', async () => {
  const { app } = await openCommittee(database, 'many', now)
  const all = Array.from({ length: 25 }, (_, index) =>
    standard(`${index + 100}`, { titles: { zh: `密码应用 第${index + 1}部分` } }),
  )
  await app.committees.importStandards(all)
  const found = await app.standards.find('密码应用')
  if (found.kind !== 'many') throw new Error(found.kind)
  expect(found.standards).toHaveLength(10)
  expect(found.total).toBe(25)
})

test('in an empty workspace nothing is found and nothing guessed', async () => {
  const { app } = await openCommittee(database, 'empty', now)
  expect(await app.standards.find('GB/T 43697')).toStrictEqual({ kind: 'none', guesses: [] })
})

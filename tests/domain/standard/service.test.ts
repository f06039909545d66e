import { expect, test } from 'vitest'
import { standards } from '../../../src/domain/standard/service.ts'
import type { Store } from '../../../src/domain/store.ts'
import { type TwinCatalogue, twinCatalogue } from '../../../src/domain/twin/catalogue.ts'
import { openDatabase } from '../../../src/store/open-store.ts'
import { testDatabase } from '../../database.ts'
import { appOn, openCommittee, standard } from '../committee/small-committee.ts'

const { database, url } = await testDatabase()
const now = '2026-11-23T00:00:00Z'

/** The twins keep records of their own; what they read of the store is not what is counted here. */
function twinsOf(store: Store): TwinCatalogue {
  const kept = twinCatalogue()
  return { current: () => kept.current(store) }
}

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
      {
        side: 'adopter',
        link: { relation: 'identical', source: { name: { text: 'ISO/IEC 27002:2022' }, standard: twin } },
      },
      { side: 'adopter', link: { relation: 'based-on', source: { name: { text: 'ISO/IEC 9999:2020' } } } },
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
  expect(await app.standards.find('GB/T 99999、20221234-T-469')).toMatchObject({
    card: { asked: { how: 'former-name', name: '20221234-T-469' } },
  })
  expect(await app.standards.card('1')).toMatchObject(card)
  expect(await app.standards.card('2')).toMatchObject({
    twins: [{ side: 'source', link: { relation: 'identical', adopter: { standard: one } } }],
  })
  expect(await app.standards.card('none')).toBeUndefined()
})

test('a card tells who is its source in every language, where one member is', async () => {
  const { app, store } = await openCommittee(database, 'source', now)
  await app.committees.importStandards(
    ['示例黄鹂', 'Oriole Sample', 'the portal'].map((source, at) => standard(`${at}`, { source })),
  )
  const names = { zh: '示例黄鹂', en: 'Oriole Sample' }
  const told = async () =>
    Promise.all(['0', '1', '2'].map(async (id) => (await app.standards.card(id))?.recordedBy))
  expect(await told()).toStrictEqual([names, names, undefined])
  await store.members.put({ id: 'namesake', names: { zh: '示例黄鹂', en: 'Robin Sample' }, roles: [] })
  expect(await told()).toStrictEqual([undefined, names, undefined])
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

test('what changes is taken in, and what did not is not read again', async () => {
  const { app, store } = await openCommittee(database, 'changes', now)
  await app.committees.importStandards([standard('1'), standard('2')])
  await app.standards.find('GB/T 1')
  let whole = 0
  let changed = 0
  const counted = {
    ...store,
    standards: {
      ...store.standards,
      all: () => {
        whole++
        return store.standards.all()
      },
      changedSince: async (version: number) => {
        const some = await store.standards.changedSince(version)
        changed += some.length
        return some
      },
    },
  }
  const watched = standards({
    store: counted,
    now: () => new Date(now),
    breathe: async () => undefined,
    twins: twinsOf(store),
  })
  await Promise.all([watched.find('GB/T 1'), watched.find('GB/T 2'), watched.list({}, '2026-11-23')])
  expect([whole, changed]).toStrictEqual([1, 0])
  await store.standards.put(standard('2', { stage: '40', titles: { zh: '量子密钥' } }))
  const found = await Promise.all([watched.find('量子密钥'), watched.find('GB/T 2'), watched.find('标准1')])
  expect(found).toMatchObject([
    { card: { standard: { stage: '40' } } },
    { card: { standard: { stage: '40' } } },
    { card: { standard: { id: '1' } } },
  ])
  expect([whole, changed]).toStrictEqual([1, 1])
})

test('a look at the database that fails is told, and the next one finds everything', async () => {
  const { app, store } = await openCommittee(database, 'away', now)
  await app.committees.importStandards([standard('1')])
  let away = true
  const failing = {
    ...store,
    standards: {
      ...store.standards,
      all: () => (away ? Promise.reject(new Error('away')) : store.standards.all()),
    },
  }
  const watched = standards({
    store: failing,
    now: () => new Date(now),
    breathe: async () => undefined,
    twins: twinsOf(store),
  })
  await expect(Promise.all([watched.find('GB/T 1'), watched.find('GB/T 1')])).rejects.toThrow('away')
  away = false
  expect(await watched.find('GB/T 1')).toMatchObject({ kind: 'one' })
})

test('a superseded edition is told as such, and its earlier names by the one that replaced it', async () => {
  const { app } = await openCommittee(database, 'editions', now)
  await app.committees.importStandards([
    standard('old', { designation: 'GB/T 22080-2016', stage: '60' }),
    standard('new', { designation: 'GB/T 22080-2025', stage: '60', replaces: ['GB/T 22080-2016'] }),
  ])
  expect(await app.standards.find('GB/T 22080-2016')).toMatchObject({
    card: { standard: { id: 'old' }, relations: { supersededBy: [{ id: 'new' }] } },
  })
  expect(await app.standards.find('GB/T 22080')).toMatchObject({ card: { standard: { id: 'new' } } })
})

test('the names of the committee, old and new, say nothing of which standard is meant', async () => {
  const { app, store } = await openCommittee(database, 'committee', now)
  const committee = await store.committee.get()
  if (committee === undefined) throw new Error('no committee')
  await store.committee.put({ ...committee, formerNames: ['旧名委员会'] })
  await app.committees.importStandards([standard('1', { titles: { zh: '数据分类分级规则' } })])
  for (const query of ['旧名委员会 数据分级', '示例委员会 分类分级'])
    expect(await app.standards.find(query)).toMatchObject({ kind: 'one', card: { standard: { id: '1' } } })
})

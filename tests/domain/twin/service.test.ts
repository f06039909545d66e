import { expect, test } from 'vitest'
import type { Store } from '../../../src/domain/store.ts'
import { twinCatalogue } from '../../../src/domain/twin/catalogue.ts'
import { testDatabase } from '../../database.ts'
import { openCommittee, standard } from '../committee/small-committee.ts'
import { iso, national } from './records.ts'

const { database } = await testDatabase()
/** A Friday, 16:00 in Shanghai. */
const friday = '2026-11-27T08:00:00Z'

/** Ids of stores are narrower than names. */
const withIds = <T extends { id: string }>(...records: T[]): T[] =>
  records.map((record) => ({ ...record, id: record.id.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') }))

const behind = national('GB/T 29246-2023', '60', ['identical', 'ISO/IEC 27000:2018'], { group: 'WG8' })
const later = iso('ISO/IEC 27000:2026', '60.60', {
  stageSince: '2026-07-03',
  replaces: ['ISO/IEC 27000:2018'],
})
const project = national('20261234-T-469', '20', ['based-on', 'ISO/IEC DIS 27090'], { group: 'WG9' })
const dis = iso('ISO/IEC DIS 27090', '40.20', { stageSince: '2026-10-12' })

test('all that drifts is listed by urgency, and of a group what one of its ends belongs to', async () => {
  const { app } = await openCommittee(database, 'list', friday)
  await app.committees.importStandards(withIds(behind, later, project, dis))
  const names = async (group?: string) =>
    (await app.twins.drifting(group)).found.map(({ link, drifts: [{ kind }] }) => [link.adopter.name, kind])
  const ballot = ['20261234-T-469', 'ballot']
  const superseded = ['GB/T 29246-2023', 'superseded']
  expect(await names()).toStrictEqual([ballot, superseded])
  expect(await names('WG8')).toStrictEqual([superseded])
  expect(await names('WG9')).toStrictEqual([ballot])
  expect(await names('SG1')).toStrictEqual([ballot, superseded])
  expect(await names('WG10')).toStrictEqual([])
})

test('the day is the committee’s', async () => {
  const { app, clock } = await openCommittee(database, 'day', friday)
  await app.committees.importStandards(withIds(project, dis))
  // The ballot closes on 4 January, which in Shanghai ends at 16:00 UTC.
  clock.set('2027-01-04T15:59:59Z')
  expect(await app.twins.drifting()).toMatchObject({
    today: '2027-01-04',
    found: [{ drifts: [{ kind: 'ballot' }] }],
  })
  clock.set('2027-01-04T16:00:00Z')
  expect(await app.twins.drifting()).toStrictEqual({ today: '2027-01-05', found: [] })
})

test('a week’s digest tells what began in it, and the next one does not repeat it', async () => {
  const { app, clock, store } = await openCommittee(database, 'digest', '2026-11-25T00:00:00Z')
  const [one, two, three, four] = withIds(behind, { ...later, stage: '50.60' }, project, dis)
  if (!(one && two && three && four)) throw new Error('four records')
  await app.committees.importStandards([one, two, three, four])
  const digest = async (group: string, at: string) => {
    const [preview] = await app.notices.preview('digest', { group, at: new Date(at) })
    if (preview?.say !== true || preview.content.kind !== 'digest') return undefined
    return preview.content.twins.map(({ link, drifts }) => [
      link.adopter.name,
      ...drifts.map(({ kind }) => kind),
    ])
  }
  expect(await digest('WG8', friday)).toBeUndefined()
  clock.set('2026-11-26T00:00:00Z')
  await app.committees.importStandards([{ ...two, stage: '60.60', stageSince: '2026-07-03' }])
  expect(await store.standards.movesOf(two.id)).toHaveLength(1)
  expect(await digest('WG8', friday)).toStrictEqual([['GB/T 29246-2023', 'superseded']])
  expect(await digest('WG9', friday)).toBeUndefined()
  expect(await digest('WG8', '2026-12-04T08:00:00Z')).toBeUndefined()
  // Open until 4 January: news within three weeks of it.
  expect(await digest('WG9', '2026-12-11T08:00:00Z')).toBeUndefined()
  expect(await digest('WG9', '2026-12-18T08:00:00Z')).toStrictEqual([['20261234-T-469', 'ballot']])
})

/** The store, with its reading of standards counted. */
function counted(store: Store) {
  const reads: string[] = []
  const { all, changedSince } = store.standards
  const standards: Store['standards'] = {
    ...store.standards,
    all: () => {
      reads.push('all')
      return all()
    },
    changedSince: (version) => {
      reads.push('changed')
      return changedSince(version)
    },
  }
  return { store: { ...store, standards }, reads }
}

test('standards are read once, then what has changed, and all again only for a twin of a new number', async () => {
  const opened = await openCommittee(database, 'reads', friday)
  const { store, reads } = counted(opened.store)
  const catalogue = twinCatalogue()
  const known = async () =>
    (await catalogue.current(store)).all.map(({ adopter, source }) => [adopter.name, source.standard?.stage])
  const [one, two] = withIds(project, dis)
  if (!(one && two)) throw new Error('two records')
  const import_ = opened.app.committees.importStandards
  await import_([one, two, standard('7', { designation: 'ISO/IEC 7:2020', stages: 'iso', stage: '60.60' })])
  // Whoever asks while it is read waits for the same reading.
  const first = await Promise.all([known(), known(), known()])
  expect(first).toStrictEqual(first.map(() => [['20261234-T-469', '40.20']]))
  expect(await known()).toHaveLength(1)
  expect(reads.splice(0)).toStrictEqual(['all'])
  await import_([{ ...two, stage: '40.60' }])
  expect(await known()).toStrictEqual([['20261234-T-469', '40.60']])
  await import_([standard('99')])
  expect(await known()).toHaveLength(1)
  expect(reads.splice(0)).toStrictEqual(['changed', 'changed'])
  await import_([standard('8', { twins: [{ designation: 'ISO/IEC 7:2020', relation: 'identical' }] })])
  expect(await known()).toStrictEqual([
    ['20261234-T-469', '40.60'],
    ['GB/T 8-2026', '60.60'],
  ])
  expect(reads).toStrictEqual(['changed', 'all'])
})

test('what a transaction gave up was never read', async () => {
  const { app, store } = await openCommittee(database, 'given-up', friday)
  const catalogue = twinCatalogue()
  const [one, two] = withIds(project, dis)
  if (!(one && two)) throw new Error('two records')
  await app.committees.importStandards([one, two])
  const stage = async (inside: Store) => (await catalogue.current(inside)).all[0]?.source.standard?.stage
  expect(await stage(store)).toBe('40.20')
  const failure = store.transaction(async (inside) => {
    await inside.standards.put({ ...two, stage: '40.60' })
    expect(await stage(inside)).toBe('40.60')
    throw new Error('given up')
  })
  await expect(failure).rejects.toThrow('given up')
  expect(await stage(store)).toBe('40.20')
})

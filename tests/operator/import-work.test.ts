import { beforeEach, describe, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { kindsOfWork } from '../../src/domain/work/kinds.ts'
import { importWork, workFile, workText } from '../../src/operator/import-work.ts'
import { createStore } from '../../src/store/open-store.ts'
import { deskOn } from '../commands/desk.ts'
import { testDatabase } from '../database.ts'
import { everyRow } from '../domain/committee/small-committee.ts'

const { database } = await testDatabase()
let count = 0
let app: App
beforeEach(async () => {
  count += 1
  app = (await deskOn(database, `work-list-${count}`, '2026-11-23T01:00:00Z')).app
  await createStore(database, `work-list-${count}`).members.put({
    id: 'gone',
    names: { en: 'Gone Example' },
    roles: [{ role: 'member', group: 'WG8', until: '2026-10-31' }],
  })
})

const heading = '目标,工作项,类型,工作组,牵头单位,开始,截止,标准,任务,责任人/责任单位,任务截止'
const rows = [
  'kwp-2024-2-5,重要数据分类调研,study,,,2026-11-01,2026-12-31,,走访三家银行,jasmine,2026/12/1',
  ',,,,,,,,撰写报告,,',
  '研究制定未成年人个人信息保护标准,儿童个人信息保护要求,standard,WG8,,,,GB/T 43697、GB/T 35273,起草初稿,lotus@example.org,2027年1月15日',
]

const list = [heading, ...rows]

const read = (lines: readonly string[], name = 'work.csv') =>
  workFile(app, { path: name, bytes: Buffer.from(lines.join('\n')), modifiedAt: new Date(0) })
const take = async (lines: readonly string[], dryRun = false) =>
  importWork(app, await read(lines), { dryRun })
const faultsOf = async (line: string) =>
  (await take([heading, line])).listing.faults.map(({ column, why }) => [column, why])

test('rows become work and assignments, and the same rows again change nothing', async () => {
  const dry = await take(list, true)
  expect(dry.outcome).toBe('dry-run')
  expect(await app.work.byId('w1')).toBeUndefined()

  const taken = await take(list)
  expect(taken.listing.faults).toStrictEqual([])
  expect(taken.outcome).toBe('taken')
  expect(workText(taken.listing)).toContain('new: pieces of work 2, assignments 3')
  expect(await app.work.byId('w1')).toMatchObject({
    titles: { zh: '重要数据分类调研' },
    kind: 'study',
    goals: ['kwp-2024-2-5'],
    group: 'WG8',
    startsOn: '2026-11-01',
    dueOn: '2026-12-31',
  })
  const second = await app.work.byId('w2')
  expect([second?.goals, second?.standards.length]).toStrictEqual([['kwp-2024-2-4'], 2])
  const owed = (await app.assignments.list({ group: 'WG8' })).first.filter(({ items }) => items.length > 0)
  expect(owed.map(({ titles, owner, dueOn, items }) => [titles.zh, owner.id, dueOn, items])).toStrictEqual([
    ['走访三家银行', 'jasmine', '2026-12-01', ['w1']],
    ['起草初稿', 'lotus', '2027-01-15', ['w2']],
    ['撰写报告', 'WG8', undefined, ['w1']],
  ])

  const before = await everyRow(database, app.workspace)
  expect((await take(list)).outcome).toBe('unchanged')
  expect(await everyRow(database, app.workspace)).toStrictEqual(before)
})

test('what is new for work on record is added to it', async () => {
  await take(list)
  const more = await take([heading, 'kwp-2024-2-5, 重要数据 分类调研,study,,,,,,汇报结果,oriole,'])
  expect(workText(more.listing)).toContain(
    'new: pieces of work 0, assignments 1; on record and left as they are: pieces of work 1',
  )
  const found = (await app.assignments.list({ owner: { members: ['oriole'] } })).first
  expect(found.filter(({ items }) => items.includes('w1'))).toHaveLength(1)
})

test('headings are read in English, below a title and in any order', async () => {
  const lines = [
    'Work of WG8,,,',
    ',,,',
    'Work item,Goal,Task,Owner,Type',
    'A study,kwp-2024-2-5,Ask,pine,study',
  ]
  expect((await take(lines)).outcome).toBe('taken')
  expect(await app.work.byId('w1')).toMatchObject({ titles: { en: 'A study' }, kind: 'study' })
})

test('a kind is read from the words of its cell; where they name none, the kinds are told', async () => {
  expect((await take([heading, 'kwp-2024-2-5,A study,on-site studies'])).outcome).toBe('taken')
  expect(await app.work.byId('w1')).toMatchObject({ kind: 'study' })
  const { listing } = await take([heading, 'kwp-2024-2-5,Another,party'])
  expect(workText(listing)).toContain('A kind is one of: ')
  for (const { names } of kindsOfWork) expect(workText(listing)).toContain(names.en)
})

describe('a row is refused, and nothing of its file is taken,', () => {
  const work = 'kwp-2024-2-5,A study,study'
  test.each([
    ['for a goal that is none', 'kwp-1999-1,A study,study', [['goal', 'unknown']]],
    ['without a goal', ',A study,study', [['goal', 'missing']]],
    ['without work', 'kwp-2024-2-5,,study', [['work', 'missing']]],
    ['for a kind that is none', 'kwp-2024-2-5,A study,party', [['kind', 'no-kind']]],
    [
      'for a kind that may be several',
      'kwp-2024-2-5,A study,training and research report',
      [['kind', 'no-kind']],
    ],
    ['for a group that is none', `${work},WG99`, [['group', 'unknown']]],
    ['for a group that has not taken the goal on', `${work},WG5`, [['group', 'not-taken-on']]],
    ['for a goal that no group has', 'kwp-2024-2-6,A study,study', [['goal', 'not-taken-on']]],
    ['for a lead that is none', `${work},,Nobody Ltd`, [['lead', 'unknown']]],
    ['for a day that is none', `${work},,,2026-02-30`, [['startsOn', 'no-day']]],
    ['for a day that may be two', `${work},,,,03/04/2026`, [['dueOn', 'no-day']]],
    ['for an end before the beginning', `${work},,,2026-12-01,2026-11-30`, [['dueOn', 'before-start']]],
    ['for a standard that is none', `${work},,,,,GB/T 99999-2031`, [['standards', 'unknown']]],
    ['for an owner who is none', `${work},,,,,,Ask,Nobody`, [['owner', 'unknown']]],
    ['for an owner who has left', `${work},,,,,,Ask,gone`, [['owner', 'left']]],
    ['for an owner with nothing to do', `${work},,,,,,,jasmine`, [['task', 'missing']]],
    ['for a title without an end', `kwp-2024-2-5,${'x'.repeat(301)},study`, [['work', 'too-long']]],
  ])('%s', async (_what, line, faults) => {
    const before = await everyRow(database, app.workspace)
    expect(await faultsOf(line)).toStrictEqual(faults)
    expect((await take([heading, line, ...rows])).outcome).toBe('refused')
    expect(await everyRow(database, app.workspace)).toStrictEqual(before)
  })

  test('for what a row above says otherwise', async () => {
    const { listing } = await take([heading, `${work},WG8`, 'kwp-2024-2-5,a  Study,training'])
    expect(listing.faults).toStrictEqual([{ line: 3, column: 'kind', value: 'training', why: 'differs' }])
  })
})

test.each([
  ['without headings', ['a,b', '1,2']],
  ['of standards', ['标准号,标准名称', 'GB/T 1,x']],
  ['of nothing', ['']],
])('a file %s is no list of work', async (_what, lines) => {
  await expect(read(lines)).rejects.toThrow('Nothing was changed.')
})

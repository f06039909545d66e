import { expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { byOperator } from '../../src/domain/audit/rules.ts'
import type { PlanPreview } from '../../src/domain/plan/importing.ts'
import { pointsOf } from '../../src/domain/plan/rules.ts'
import { givenFile } from '../../src/operator/given-file.ts'
import { importPlan, type PlanImport, planFile } from '../../src/operator/import-plan.ts'
import { planJson, planText } from '../../src/operator/import-plan-text.ts'
import { createStore } from '../../src/store/open-store.ts'
import { englishPlan, plan2026, plan2027 } from '../commands/plan-documents.ts'
import { testDatabase } from '../database.ts'
import { everyRow } from '../domain/committee/small-committee.ts'
import { fileOf } from './command-line.ts'
import { appOn, sampleApp } from './committee.ts'

const { database } = await testDatabase()

async function imported(app: App, content: string, options: Partial<PlanImport> = {}, name = 'plan.txt') {
  const all = { dryRun: false, ...options }
  const file = await planFile(app, await givenFile(await fileOf(name, content)), all)
  const told = await importPlan(app, file, all)
  return { ...told, text: planText(file, told.preview), json: planJson(file, told) }
}

const on = async (app: App, year: number) =>
  pointsOf((await app.plans.all()).find((plan) => plan.year === year) ?? { areas: [] }).map(
    ({ point }) => point,
  )

test('A plan is on record after its import, and the same one changes nothing', async () => {
  const app = await sampleApp(database, 'plan-twice')
  const first = await imported(app, plan2026)
  expect(first.outcome).toBe('taken')
  expect(first.text).toContain('no plan of 2026 is on record; against that of 2024')
  expect((await on(app, 2026)).map(({ number }) => number)).toEqual([
    '1.1',
    '1.2',
    '2.1',
    '2.2',
    '3.1',
    '3.2',
  ])
  const before = await everyRow(database)
  const again = await imported(app, plan2026, {}, 'another name.txt')
  expect(again.outcome).toBe('unchanged')
  expect(again.text).toContain('the plan of 2026 is on record just so: nothing to change')
  expect(await everyRow(database)).toEqual(before)
})

test('Columns of a table that tell nothing of a point are told', async () => {
  const app = await sampleApp(database, 'plan-columns')
  const csv = '2026年工作要点\n领域,任务,牵头单位,备注\n体系,制定标准,WG8,甲\n宣贯,举办培训,,\n'
  const { text, json } = await imported(app, csv, { dryRun: true }, 'plan.csv')
  expect(text).toContain('columns left out: 备注\n')
  expect(json).toMatchObject({
    leftColumns: ['备注'],
    areas: [{ points: [{ text: '制定标准', groups: ['WG8'], basis: { groups: { WG8: ['WG8'] } } }] }, {}],
  })
})

test('Deadlines of a table that name no day are told', async () => {
  const app = await sampleApp(database, 'plan-dues')
  const csv =
    'Work plan 2026\nArea,Task,Due\nA,Develop a standard,06/07/2026\nA,Draft one,30/06/2026\nB,Hold a training,n/a\n'
  const { text, json } = await imported(app, csv, { dryRun: true }, 'plan.csv')
  expect(text).toContain('deadlines that name no day: row 3 “06/07/2026”\n')
  expect(json).toMatchObject({ leftDues: [{ place: { unit: 'row', number: 3 }, text: '06/07/2026' }] })
})

test('The next year’s edition tells what was kept, changed, new and dropped', async () => {
  const app = await sampleApp(database, 'plan-next')
  await imported(app, plan2026)
  const next = await imported(app, plan2027, { dryRun: true })
  expect(next.text).toContain('against that of 2026: 4 kept, 1 changed, 1 new, 1 dropped')
  expect(next.text).toMatch(/changed \(1\):\n {2}1\.1 {2}完善.*6月底前.*\n {2}→ 1\.1 {2}完善.*9月底前/)
  expect(next.json.changes).toEqual({
    against: 2026,
    isSame: false,
    kept: ['1.2', '2.1', '3.1', '3.2'],
    translated: [],
    changed: [
      {
        number: '1.1',
        before: { number: '1.1', zh: '完善数据安全标准体系，6月底前形成框架草案。' },
        after: { number: '1.1', zh: '完善数据安全标准体系，9月底前形成框架草案。' },
      },
    ],
    added: ['2.2'],
    dropped: ['2.1'],
  })
  expect(await on(app, 2027)).toEqual([])
})

test('A person is shown it and asked; whoever says no changes nothing', async () => {
  const app = await sampleApp(database, 'plan-asked')
  const before = await everyRow(database)
  const asked: PlanPreview[] = []
  const confirm = async (preview: PlanPreview) => asked.push(preview) < 0
  expect((await imported(app, englishPlan, { confirm }, 'plan.md')).outcome).toBe('declined')
  expect(asked).toHaveLength(1)
  expect(await everyRow(database)).toEqual(before)
})

test('Where the records change while a person looks, they are shown it again', async () => {
  const app = await sampleApp(database, 'plan-moved')
  const asked: PlanPreview[] = []
  const whys = ['It was wrong.']
  const confirm = async (preview: PlanPreview) => {
    if (asked.push(preview) === 1) await imported(app, plan2026.replace('（六）', '（六）积极'))
    return true
  }
  const askWhy = async () => whys.pop() ?? ''
  expect((await imported(app, plan2026, { confirm, askWhy })).outcome).toBe('taken')
  expect((await app.plans.changes(2026)).map(({ kind, why }) => [kind, why])).toEqual([
    ['plan-taken', undefined],
    ['plan-taken', 'It was wrong.'],
    ['point-changed', 'It was wrong.'],
  ])
  expect(asked.map(({ sameYear }) => sameYear?.changed.length)).toEqual([undefined, 1])
})

test('Another edition of the same year wants a reason', async () => {
  const app = await sampleApp(database, 'plan-why')
  await imported(app, plan2026)
  const { id } = await app.goals.make(
    { year: 2026, texts: { zh: '申办' }, points: ['2026-3.2'], kinds: [], groups: [] },
    byOperator,
  )
  const next = plan2026.replace('（六）申办2027年SC 27工作会议。\n', '')
  const before = await everyRow(database)
  await expect(imported(app, next)).rejects.toThrow(
    `this changes the plan of 2026 that is on record (0 changed, 0 new, 1 dropped; ${id} would lose their sentence): say why with --why`,
  )
  await expect(imported(app, next, { why: ' ' })).rejects.toThrow('a reason has words')
  await expect(imported(app, next, { why: 'x'.repeat(501) })).rejects.toThrow('501 characters')
  const confirm = async () => true
  await expect(imported(app, next, { confirm, askWhy: async () => '' })).rejects.toThrow('has words')
  const dry = await imported(app, next, { dryRun: true })
  expect(dry.text).toContain(`! ${id} would lose this sentence, with 0 pieces of work and 0 assignments`)
  expect(dry.json.changes).toMatchObject({ dropped: ['3.2'], hanging: [{ number: '3.2', goals: [id] }] })
  expect(await everyRow(database)).toEqual(before)
  expect((await imported(app, next, { why: 'Another country hosts it.' })).outcome).toBe('taken')
  expect((await app.plans.changes(2026)).at(-1)).toMatchObject({
    kind: 'point-dropped',
    why: 'Another country hosts it.',
    touched: [id],
  })
})

test('Without a committee a dry run reads it all the same, and nothing else does', async () => {
  const app = appOn(database, 'plan-nobody')
  const { json, outcome } = await imported(app, plan2026, { dryRun: true })
  expect(outcome).toBe('dry-run')
  expect(json.areas.flatMap(({ points }) => points).map(({ groups }) => groups)).toEqual(Array(6).fill([]))
  expect(json.areas.flatMap(({ points }) => points).every(({ kinds }) => kinds.length > 0)).toBe(true)
  await expect(imported(app, plan2026)).rejects.toThrow(/no committee is on record yet/)
})

test('What belongs to no point is told by its place', async () => {
  const app = appOn(database, 'plan-left')
  const { json, text } = await imported(app, plan2026, { dryRun: true })
  expect(json.left).toEqual([{ unit: 'line', number: 3 }])
  expect(text).toContain('left out, as they belong to no point: line 3')
  expect(text).toMatch(/^2026年度工作要点 \(2026\) · approved 2026-03-20 · released 2026-03-25$/m)
})

test('The heading under which points stand is told with them, and says what is done with what they only name', async () => {
  const app = appOn(database, 'plan-under')
  const document = `2026年工作要点
一、标准研制
（一）加快人工智能标准研制。由秘书处牵头：
1. 术语与框架，6月底前完成；
2. 编制白皮书。
二、宣传
（一）举办培训班。`
  const { json, text } = await imported(app, document, { dryRun: true })
  const [one, two, three] = json.areas.flatMap(({ points }) => points)
  expect([one?.under, two?.under, three?.under]).toEqual([
    '加快人工智能标准研制',
    '加快人工智能标准研制',
    undefined,
  ])
  expect(one).toMatchObject({ kinds: ['standard'], dates: ['2026-06-30'], urgent: true })
  expect(one?.basis.ofHeading).toEqual({ kinds: ['standard'], topics: ['ai'], groups: [], urgent: true })
  expect(text).toContain('work: Standard (from the heading: “标准研制”)')
  expect(text).toContain('urgent: 加快 (from the heading)')
  // It says itself what is to be done, and is asked for no more than that.
  expect(two).toMatchObject({ kinds: ['research'], topics: [], dates: [], urgent: false })
  expect(two?.basis).not.toHaveProperty('ofHeading')
  expect(three).not.toHaveProperty('under')
  expect(three).toMatchObject({ kinds: ['training'], urgent: false })
  expect(text.match(/^ {2}加快人工智能标准研制$/gm)).toHaveLength(1)
})

test('The same document is read anew where the committee knows other kinds of work, and people’s corrections stay', async () => {
  const app = await sampleApp(database, 'plan-anew')
  await imported(app, plan2026)
  const committee = await app.committees.get()
  if (committee === undefined) throw new Error('no committee')
  const framework = {
    id: 'framework',
    names: { zh: '框架' },
    words: { zh: ['框架草案'], en: [] },
    steps: [],
    evidence: [],
    counters: [],
  }
  await createStore(database, 'plan-anew').committee.put({ ...committee, kinds: [framework] })
  expect((await imported(app, plan2026)).outcome).toBe('taken')
  const kindsOf = async (number: string) =>
    (await on(app, 2026)).find((point) => point.number === number)?.reading?.kinds.map(({ value }) => value)
  expect(await kindsOf('1.1')).toContain('framework')
  expect((await imported(app, plan2026)).outcome).toBe('unchanged')
})

import { describe, expect, test } from 'vitest'
import { planOfDocument, previewPlan } from '../../../src/domain/plan/importing.ts'
import type { PlanDocument } from '../../../src/domain/plan/reading/document.ts'
import { type Plan, pointsOf } from '../../../src/domain/plan/rules.ts'
import { testDatabase } from '../../database.ts'
import { doneBy } from '../../done-by.ts'
import { everyRow, openCommittee } from '../committee/small-committee.ts'
import { goal, item, owed, planOf } from './records.ts'

const { database } = await testDatabase()

let count = 0
const opened = () => openCommittee(database, `importing-${++count}`, '2024-06-15T04:00:00Z')

const systems = '优化关键信息基础设施安全、数据安全、生成式人工智能等重点领域标准体系。'
const urgent = '加快制定数据交易服务安全、未成年人个人信息保护等急需标准。'
const training = '面向成员单位举办网络安全国家标准宣贯培训。'
const moreTraining = '面向成员单位和地方举办网络安全国家标准宣贯培训。'
const bid = '申办2025年SC 27工作组会议。'
const document = (name: string) => ({ document: { name, digest: name } })
const first = planOf([[systems, urgent], [training]], document('要点.docx'))

const standing = (plan: Plan | undefined) =>
  plan && pointsOf(plan).map(({ point }) => `${point.number} ${point.id}`)

describe('a plan that was read', () => {
  test('is on record once it is taken, and taken again writes nothing', async () => {
    const { app, clock } = await opened()
    const preview = await app.plans.take(first, doneBy('lotus'))
    expect(preview).toMatchObject({ isSame: false, plan: first })
    expect(preview.sameYear).toBeUndefined()
    expect(await app.plans.all()).toStrictEqual([first])
    const [change, ...none] = await app.plans.changes(2024)
    expect(none).toStrictEqual([])
    expect(change).toStrictEqual({
      id: expect.any(Number),
      year: 2024,
      kind: 'plan-taken',
      subject: '2024',
      after: first.names,
      touched: [],
      by: 'lotus',
      at: new Date('2024-06-15T04:00:00Z'),
    })
    const before = await everyRow(database)
    clock.set('2024-06-16T04:00:00Z')
    const again = await app.plans.take(structuredClone(first), doneBy('oriole'))
    expect(again.isSame).toBe(true)
    expect(again.sameYear).toMatchObject({ changed: [], added: [], dropped: [] })
    // The same text in another file, too.
    expect((await app.plans.take({ ...first, ...document('要点（2）.docx') })).isSame).toBe(true)
    expect(await everyRow(database)).toStrictEqual(before)
  })

  test('changes nothing while it is only looked at', async () => {
    const { app } = await opened()
    await app.plans.take(first)
    const before = await everyRow(database)
    const { sameYear, isSame } = await app.plans.preview(planOf([[systems], [bid]]))
    expect(isSame).toBe(false)
    expect([sameYear?.added, sameYear?.dropped].map((some) => some?.length)).toStrictEqual([1, 2])
    expect(await everyRow(database)).toStrictEqual(before)
  })

  test('leaves a decision for each point that changed, came or went, with what hung on it', async () => {
    const { app, store, clock } = await opened()
    await app.plans.take(first)
    const [one, two, three] = ['2024-1.1', '2024-1.2', '2024-2.1']
    await store.goals.put(goal('g1', [two]))
    await store.goals.put(goal('g2', [two, three]))
    await store.goals.put(goal('g3', [one]))
    await store.work.put(item('w1', ['g1']))
    await store.work.put(item('w2', ['g2']))
    await store.work.put(item('w3', ['g3']))
    await store.assignments.put(owed('a1', { items: ['w1'] }))
    await store.assignments.put(owed('a2', { goals: ['g2'], state: 'done' }))
    await store.assignments.put(owed('a3', { items: ['w3'] }))
    clock.set('2024-08-01T04:00:00Z')
    await app.plans.take(planOf([[bid, systems], [moreTraining]], document('年中.docx')), doneBy('lotus'))
    const [, ...changes] = await app.plans.changes(2024)
    const decided = { year: 2024, by: 'lotus', at: new Date('2024-08-01T04:00:00Z'), id: expect.any(Number) }
    expect(
      changes.map(({ touched, ...change }) => ({ ...change, touched: touched.toSorted() })),
    ).toStrictEqual([
      { ...decided, kind: 'plan-taken', subject: '2024', after: first.names, touched: [] },
      {
        ...decided,
        kind: 'point-changed',
        subject: three,
        before: { zh: training },
        after: { zh: moreTraining },
        touched: ['a2', 'g2', 'w2'],
      },
      {
        ...decided,
        kind: 'point-dropped',
        subject: two,
        before: { zh: urgent },
        touched: ['a1', 'a2', 'g1', 'g2', 'w1', 'w2'],
      },
      { ...decided, kind: 'point-added', subject: '2024-1.1-2', after: { zh: bid }, touched: [] },
    ])
    expect(standing((await app.plans.all())[0])).toStrictEqual([
      '1.1 2024-1.1-2',
      '1.2 2024-1.1',
      '2.1 2024-2.1',
    ])
  })

  test('gives the id of a sentence that went to no other, and back when the sentence comes back', async () => {
    const { app } = await opened()
    await app.plans.take(first)
    await app.plans.take(planOf([[systems], [training]]))
    await app.plans.take(planOf([[systems, bid], [training]]))
    expect(standing((await app.plans.all())[0])).toStrictEqual([
      '1.1 2024-1.1',
      '1.2 2024-1.2-2',
      '2.1 2024-2.1',
    ])
    await app.plans.take(planOf([[bid, systems, urgent], [training]]))
    expect(standing((await app.plans.all())[0])).toStrictEqual([
      '1.1 2024-1.2-2',
      '1.2 2024-1.1',
      '1.3 2024-1.2',
      '2.1 2024-2.1',
    ])
  })

  test('is on record whole or not at all', async () => {
    const { app, store } = await opened()
    await app.plans.take(first)
    const before = await everyRow(database)
    await database.pool.query(`
      create function rapporteur.refuse() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$;
      create trigger refuse before insert on rapporteur.plan_changes for each row
        when (new.workspace = '${store.workspace}' and new.kind = 'point-dropped') execute function rapporteur.refuse()`)
    try {
      await expect(app.plans.take(planOf([[bid], [training]]))).rejects.toThrow('disk full')
    } finally {
      await database.pool.query('drop function rapporteur.refuse() cascade')
    }
    expect(await everyRow(database)).toStrictEqual(before)
  })

  test('of another year stands beside it, and is told against the newest before', async () => {
    const { app } = await opened()
    await app.plans.take(planOf([[bid]], { year: 2022 }))
    await app.plans.take(first)
    const next = planOf([[systems, bid], [moreTraining]], { year: 2025 })
    const { earlier, sameYear, isSame } = await app.plans.take(next)
    expect([sameYear, isSame, earlier?.year]).toStrictEqual([undefined, false, 2024])
    const numbers = (points: readonly { number: string }[] = []) => points.map(({ number }) => number)
    expect(earlier?.comparison.kept.map(({ before, after }) => [before.id, after.id])).toStrictEqual([
      ['2024-1.1', '2025-1.1'],
    ])
    expect(numbers(earlier?.comparison.changed.map(({ after }) => after))).toStrictEqual(['2.1'])
    expect(numbers(earlier?.comparison.added)).toStrictEqual(['1.2'])
    expect(numbers(earlier?.comparison.dropped)).toStrictEqual(['1.2'])
    expect((await app.plans.all()).map(({ year }) => year)).toStrictEqual([2022, 2024, 2025])
    expect((await app.plans.changes(2025)).map(({ kind }) => kind)).toStrictEqual(['plan-taken'])
  })

  test('of an earlier year than any is compared with none', () => {
    const { earlier, sameYear } = previewPlan([first], planOf([[systems]], { year: 2020 }))
    expect([earlier, sameYear]).toStrictEqual([undefined, undefined])
  })
})

describe('a draft', () => {
  test('is corrected, agreed to as it was seen, and then done with', async () => {
    const { app } = await opened()
    const { draft } = await app.plans.drop(first, 3, doneBy('lotus'))
    expect(draft).toMatchObject({ revision: 1, state: 'open', left: 3, by: 'lotus' })
    const corrected = await app.plans.correct(
      draft.id,
      { of: 'no-point', number: '1.1' },
      'zh-CN',
      doneBy('lotus'),
    )
    expect(corrected?.draft.revision).toBe(2)
    expect(await app.plans.all()).toStrictEqual([])
    // What was agreed to is not what stands there now.
    expect(await app.plans.agree(draft.id, 1, doneBy('lotus'))).toMatchObject({ kind: 'moved-on' })
    expect(await app.plans.all()).toStrictEqual([])
    expect(await app.plans.agree(draft.id, 2, doneBy('lotus'))).toMatchObject({ kind: 'taken' })
    expect(standing((await app.plans.all())[0])).toStrictEqual(['1.1 2024-1.1', '2.1 2024-2.1'])
    expect(await app.plans.agree(draft.id, 2, doneBy('lotus'))).toMatchObject({ kind: 'moved-on' })
    expect(await app.plans.changes(2024)).toHaveLength(1)
    expect(
      await app.plans.correct(draft.id, { of: 'no-point', number: '1.1' }, 'zh-CN', doneBy('lotus')),
    ).toBeUndefined()
    await app.plans.cancel(draft.id, doneBy('lotus'))
    expect((await app.plans.draft(draft.id))?.draft.state).toBe('taken')
  })

  test('that was cancelled is never taken, and one that is not there is not found', async () => {
    const { app } = await opened()
    const { draft } = await app.plans.drop(first, 0, doneBy('lotus'))
    await app.plans.cancel(draft.id, doneBy('lotus'))
    expect(await app.plans.agree(draft.id, 1, doneBy('lotus'))).toMatchObject({ kind: 'moved-on' })
    expect(await app.plans.all()).toStrictEqual([])
    expect(await app.plans.draft('no-such')).toBeUndefined()
    expect(await app.plans.agree('no-such', 1, doneBy('lotus'))).toBeUndefined()
    expect(
      await app.plans.correct('no-such', { of: 'no-point', number: '1.1' }, 'zh-CN', doneBy('lotus')),
    ).toBeUndefined()
  })

  test('that two people agree to at once is taken once', async () => {
    const { app } = await opened()
    const { draft } = await app.plans.drop(first, 0, doneBy('lotus'))
    const outcomes = await Promise.all(
      ['lotus', 'oriole', 'lotus'].map((by) => app.plans.agree(draft.id, 1, doneBy(by))),
    )
    expect(outcomes.map((outcome) => outcome?.kind).toSorted()).toStrictEqual([
      'moved-on',
      'moved-on',
      'taken',
    ])
    expect(await app.plans.changes(2024)).toHaveLength(1)
  })
})

test('a document becomes a plan whose points keep their sentence, label and place', () => {
  const read = (text: string) => ({
    kinds: [],
    topics: [{ value: text, words: [text] }],
    groups: [],
    dates: [],
    urgent: [],
  })
  const document: PlanDocument = {
    title: 'Key Working Points 2024',
    language: 'en',
    year: 2024,
    approvedOn: '2024-04-02',
    areas: [
      {
        number: 2,
        title: 'Promotion',
        place: { unit: 'line', number: 3 },
        points: [
          {
            number: '2.1.1',
            label: '(a)',
            under: 'Events',
            text: 'Trainings',
            place: { unit: 'line', number: 4 },
          },
          { number: '2.2', text: 'Hold seminars.', place: { unit: 'line', number: 5 } },
        ],
      },
    ],
  }
  expect(planOfDocument(document, read, { name: 'a.md', digest: 'd' })).toStrictEqual({
    year: 2024,
    names: { en: 'Key Working Points 2024' },
    approvedOn: '2024-04-02',
    areas: [
      {
        number: 2,
        names: { en: 'Promotion' },
        points: [
          {
            id: '2024-2.1.1',
            number: '2.1.1',
            texts: { en: 'Trainings' },
            under: { en: 'Events' },
            label: '(a)',
            place: { unit: 'line', number: 4 },
            reading: {
              ...read('Trainings'),
              topics: [
                { value: 'Trainings', words: ['Trainings'] },
                { value: 'Events', words: ['Events'], isOfHeading: true },
                { value: 'Promotion', words: ['Promotion'], isOfHeading: true },
              ],
            },
          },
          {
            id: '2024-2.2',
            number: '2.2',
            texts: { en: 'Hold seminars.' },
            place: { unit: 'line', number: 5 },
            reading: read('Hold seminars.'),
          },
        ],
      },
    ],
    document: { name: 'a.md', digest: 'd' },
  })
})

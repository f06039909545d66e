import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { comparePlansAndGoals } from '../../../src/domain/committee/compare-plans.ts'
import type { CommitteeRecords } from '../../../src/domain/committee/rules.ts'
import { pointsOf } from '../../../src/domain/plan/rules.ts'
import { readCommitteeFile } from '../../../src/files/read-committee-file.ts'
import { readCron } from '../../../src/queue/cron.ts'
import { testDatabase } from '../../database.ts'
import { accepted, goal as anyGoal, planOf } from '../plan/records.ts'
import { everyRow, openCommittee } from './small-committee.ts'

const { database } = await testDatabase()

const systems = '优化关键信息基础设施安全、数据安全、生成式人工智能等重点领域标准体系。'
const urgent = '加快制定数据交易服务安全、未成年人个人信息保护等急需标准。'
const training = '面向成员单位举办网络安全国家标准宣贯培训。'
const bid = '申办2025年SC 27工作组会议。'

const goal = (id: string, points: string[], change = {}) =>
  anyGoal(id, points, { isTouched: false, ...change })
const recorded = {
  plans: [planOf([[systems, urgent], [training]])],
  goals: [
    goal('kwp-1', ['2024-1.1']),
    goal('kwp-2', ['2024-1.2'], { groups: [accepted('WG8'), accepted('WG9')] }),
    goal('kwp-3', ['2024-2.1']),
  ],
}
const nothing = { added: [], changed: [], left: [], absent: [], kept: [] }

describe('a committee file’s plans beside those on record', () => {
  test('the same file changes nothing', () => {
    expect(comparePlansAndGoals(recorded, structuredClone(recorded))).toStrictEqual({
      plans: [],
      goals: [],
      report: { ...nothing, unchanged: 4 },
    })
  })

  test('in another order the points keep their ids, and the goals what they serve', () => {
    const given = {
      plans: [planOf([[urgent, systems], [training]])],
      // As the file reads: each goal serves the point below which it stands.
      goals: [
        goal('kwp-2', ['2024-1.1'], { groups: [accepted('WG8'), accepted('WG9')] }),
        goal('kwp-1', ['2024-1.2']),
        goal('kwp-3', ['2024-2.1']),
      ],
    }
    const { plans, goals, report } = comparePlansAndGoals(recorded, given)
    expect(
      plans.map((plan) => pointsOf(plan).map(({ point }) => `${point.number} ${point.id}`)),
    ).toStrictEqual([['1.1 2024-1.2', '1.2 2024-1.1', '2.1 2024-2.1']])
    expect(goals).toStrictEqual([])
    expect(report).toStrictEqual({ ...nothing, changed: ['plan 2024'], unchanged: 3 })
  })

  test('a point that was put in gets an id of its own, and so does what its goal serves', () => {
    const given = {
      plans: [planOf([[bid, systems, urgent], [training]])],
      goals: [
        goal('kwp-0', ['2024-1.1']),
        goal('kwp-1', ['2024-1.2']),
        goal('kwp-2', ['2024-1.3'], { groups: [accepted('WG8'), accepted('WG9')] }),
        goal('kwp-3', ['2024-2.1']),
      ],
    }
    const { goals, report } = comparePlansAndGoals(recorded, given)
    expect(goals).toStrictEqual([goal('kwp-0', ['2024-1.1-2'])])
    expect(report).toMatchObject({ added: ['goal kwp-0'], changed: ['plan 2024'] })
  })

  test('a goal that people have worked on is theirs, whatever the file says', () => {
    const touched = { ...recorded.goals[1], ...goal('kwp-2', ['2024-1.2']), isTouched: true }
    const onRecord = { ...recorded, goals: [...recorded.goals.filter(({ id }) => id !== 'kwp-2'), touched] }
    const given = {
      ...recorded,
      goals: recorded.goals.map((one) => ({ ...one, texts: { zh: `${one.texts.zh}（新）` } })),
    }
    const { goals, report } = comparePlansAndGoals(onRecord, given)
    expect(goals.map(({ id }) => id)).toStrictEqual(['kwp-1', 'kwp-3'])
    expect(report).toStrictEqual({
      ...nothing,
      changed: ['goal kwp-1', 'goal kwp-3'],
      kept: ['goal kwp-2'],
      unchanged: 1,
    })
  })

  test('a plan that came as a document is not the file’s, and neither are its year’s goals', () => {
    const [plan] = recorded.plans
    if (plan === undefined) throw new Error('no plan')
    const onRecord = { ...recorded, plans: [{ ...plan, document: { name: '要点.docx', digest: 'd' } }] }
    const later = planOf([[bid]], { year: 2025 })
    const given = {
      plans: [planOf([[bid]]), later],
      goals: [
        goal('kwp-1', ['2024-1.1'], { texts: { zh: '新' } }),
        goal('kwp-5', ['2025-1.1'], { year: 2025 }),
      ],
    }
    expect(comparePlansAndGoals(onRecord, given)).toStrictEqual({
      plans: [later],
      goals: [goal('kwp-5', ['2025-1.1'], { year: 2025 })],
      report: {
        ...nothing,
        added: ['plan 2025', 'goal kwp-5'],
        kept: ['plan 2024', 'goal kwp-1'],
        unchanged: 0,
      },
    })
  })

  test('what the file no longer names stays', () => {
    expect(comparePlansAndGoals(recorded, { plans: [], goals: [] })).toStrictEqual({
      plans: [],
      goals: [],
      report: { ...nothing, absent: ['plan 2024', 'goal kwp-1', 'goal kwp-2', 'goal kwp-3'], unchanged: 0 },
    })
  })
})

describe('the sample’s file', async () => {
  const text = await readFile(
    new URL('../../../config/samples/tc260/committee.yaml', import.meta.url),
    'utf8',
  )
  const read = (source: string): CommitteeRecords => {
    const result = readCommitteeFile(source, {
      cron: (cron) => {
        const reading = readCron(cron)
        return reading.ok ? reading.fields : `${reading.field} ${reading.value}`
      },
    })
    if (!result.ok) throw new Error('the sample does not read')
    return result.value
  }

  test('on top of itself changes nothing; with two goals in each other’s place it moves no goal to another sentence', async () => {
    const { app, store } = await openCommittee(database, 'sample', '2026-11-23T04:00:00Z')
    await app.committees.importCommittee(read(text))
    const before = await everyRow(database)
    expect(await app.committees.importCommittee(read(text))).toMatchObject({ changed: [], added: [] })
    expect(await everyRow(database)).toStrictEqual(before)

    const sentences = async () => {
      const points = new Map(
        (await store.plans.all()).flatMap((plan) =>
          pointsOf(plan).map(({ point }) => [point.id, point.texts.zh]),
        ),
      )
      return (await store.goals.all()).map(({ id, points: served }) => [
        id,
        served.map((one) => points.get(one)),
      ])
    }
    const served = await sentences()
    const records = read(text)
    const swapped = structuredClone(records)
    const [area] = swapped.plans[0]?.areas ?? []
    if (area === undefined) throw new Error('no area')
    const [one, two] = area.points
    if (one === undefined || two === undefined) throw new Error('no points')
    area.points.splice(
      0,
      2,
      { ...two, id: one.id, number: one.number },
      { ...one, id: two.id, number: two.number },
    )
    swapped.goals = swapped.goals.map((goal) => ({
      ...goal,
      points: goal.points.map((id) => (id === one.id ? two.id : id === two.id ? one.id : id)),
    }))
    const report = await app.committees.importCommittee(swapped)
    expect(report.changed).toStrictEqual(['plan 2024'])
    expect(await sentences()).toStrictEqual(served)
    const [plan] = await store.plans.all()
    expect(plan?.areas[0]?.points.slice(0, 2).map(({ id }) => id)).toStrictEqual([two.id, one.id])
  })
})

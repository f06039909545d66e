import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergePlan } from '../../../src/domain/plan/merge.ts'
import { type Plan, pointsOf } from '../../../src/domain/plan/rules.ts'
import { arbitraryPlan } from './arbitraries.ts'
import { planOf, point } from './records.ts'

const systems = '优化关键信息基础设施安全、数据安全、生成式人工智能等重点领域标准体系。'
const urgent = '加快制定数据交易服务安全、未成年人个人信息保护等急需标准。'
const training = '面向成员单位举办网络安全国家标准宣贯培训。'
const bid = '申办2025年SC 27工作组会议。'

/** The points of a plan as numbers and ids. */
const standing = (plan: Plan) => pointsOf(plan).map(({ point }) => `${point.number} ${point.id}`)
const merged = (before: string[][], after: string[][]) =>
  standing(mergePlan(planOf(before), planOf(after)).plan)

describe('a point keeps its id', () => {
  test.each([
    [
      'in another order',
      [[systems, urgent, training]],
      [[training, systems, urgent]],
      ['1.1 2024-1.3', '1.2 2024-1.1', '1.3 2024-1.2'],
    ],
    ['in another area', [[systems], [urgent]], [[], [urgent, systems]], ['2.1 2024-2.1', '2.2 2024-1.1']],
    [
      'with a word more',
      [[training]],
      [['面向成员单位和地方举办网络安全国家标准宣贯培训。']],
      ['1.1 2024-1.1'],
    ],
    [
      // Its number is another's id, so the new one has one that nobody bore.
      'behind one that was put in',
      [[systems, urgent]],
      [[bid, systems, urgent]],
      ['1.1 2024-1.1-2', '1.2 2024-1.1', '1.3 2024-1.2'],
    ],
    [
      'when one before it is left out',
      [[systems, urgent, training]],
      [[systems, training]],
      ['1.1 2024-1.1', '1.2 2024-1.3'],
    ],
    [
      // What was said of the one that went is not said of the one that came.
      'and one in its place does not get it',
      [[systems, urgent]],
      [[systems, bid]],
      ['1.1 2024-1.1', '1.2 2024-1.2-2'],
    ],
    ['where nothing was before', [], [[systems]], ['1.1 2024-1.1']],
  ])('%s', (_name, before, after, expected) => {
    expect(merged(before, after)).toStrictEqual(expected)
  })

  test('through several editions, one put in at the same place each time', () => {
    const first = planOf([[systems]])
    const second = mergePlan(first, planOf([[bid, systems]])).plan
    const third = mergePlan(second, planOf([[urgent, bid, systems]])).plan
    expect(standing(second)).toStrictEqual(['1.1 2024-1.1-2', '1.2 2024-1.1'])
    expect(standing(third)).toStrictEqual(['1.1 2024-1.1-3', '1.2 2024-1.1-2', '1.3 2024-1.1'])
  })

  test('tells by what id each of the given points stands', () => {
    const { idOf } = mergePlan(planOf([[systems, urgent]]), planOf([[bid, systems]]))
    expect([...idOf]).toStrictEqual([
      ['2024-1.1', '2024-1.1-2'],
      ['2024-1.2', '2024-1.1'],
    ])
  })
})

describe('the id of a point that went', () => {
  const former = [
    { id: '2024-1.2', texts: { zh: urgent } },
    { id: '2024-1.3', texts: { zh: training } },
  ]

  test('is not given to another sentence in its place, even editions later', () => {
    const { plan } = mergePlan(planOf([[systems]]), planOf([[systems, bid]]), former)
    expect(standing(plan)).toStrictEqual(['1.1 2024-1.1', '1.2 2024-1.2-2'])
  })

  test('is given back to its sentence, wherever that comes back', () => {
    const { plan } = mergePlan(planOf([[systems]]), planOf([[training, systems, urgent]]), former)
    expect(standing(plan)).toStrictEqual(['1.1 2024-1.3', '1.2 2024-1.1', '1.3 2024-1.2'])
  })

  test('is given back once, by the words with which it went last', () => {
    const twice = [...former, { id: '2024-1.2', texts: { zh: bid } }]
    const { plan } = mergePlan(planOf([[systems]]), planOf([[systems, bid, urgent, bid]]), twice)
    expect(standing(plan)).toStrictEqual(['1.1 2024-1.1', '1.2 2024-1.2', '1.3 2024-1.3-2', '1.4 2024-1.4'])
  })
})

describe('the other language', () => {
  const zh = planOf([[systems], [bid]], {
    approvedOn: '2024-04-02',
    document: { name: '要点.docx', digest: 'a' },
  })
  zh.areas[1]?.points.splice(0, 1, point('2.1', bid, { label: '（二）', under: { zh: '国际' } }))
  const en: Plan = {
    year: 2024,
    names: { en: 'Key Working Points 2024' },
    areas: zh.areas.map(({ number, points }) => ({
      number,
      names: { en: `Area ${number}` },
      points: points.map(({ id, number }) => ({
        id,
        number,
        texts: { en: `Sentence ${number}.` },
        ...(number === '2.1' && { under: { en: 'International' } }),
      })),
    })),
    document: { name: 'points.html', digest: 'b' },
  }
  const both = mergePlan(zh, en).plan

  test('joins the one on record, word by word', () => {
    expect(both).toMatchObject({
      names: { zh: '2024年工作要点', en: 'Key Working Points 2024' },
      approvedOn: '2024-04-02',
      document: { name: 'points.html' },
      areas: [{ names: { zh: '领域1', en: 'Area 1' } }, { names: { zh: '领域2', en: 'Area 2' } }],
    })
    expect(pointsOf(both).map(({ point }) => point)).toStrictEqual([
      { id: '2024-1.1', number: '1.1', texts: { zh: systems, en: 'Sentence 1.1.' } },
      {
        id: '2024-2.1',
        number: '2.1',
        texts: { zh: bid, en: 'Sentence 2.1.' },
        label: '（二）',
        under: { zh: '国际', en: 'International' },
      },
    ])
  })

  test('stays when the first document comes again, and goes where a sentence was reworded', () => {
    const again = mergePlan(both, zh)
    expect(again.comparison.changed).toStrictEqual([])
    expect(pointsOf(again.plan).map(({ point }) => point)).toStrictEqual(
      pointsOf(both).map(({ point }) => point),
    )
    const reworded = planOf([[systems], ['申办2025年SC 27工作组会议和全会。']])
    expect(pointsOf(mergePlan(both, reworded).plan).map(({ point }) => point.texts)).toStrictEqual([
      { zh: systems, en: 'Sentence 1.1.' },
      { zh: '申办2025年SC 27工作组会议和全会。' },
    ])
  })

  test('of an area goes where its heading was reworded', () => {
    const renamed: Plan = {
      ...zh,
      areas: zh.areas.map((area) => ({ ...area, names: { zh: `${area.names.zh}（新）` } })),
    }
    expect(mergePlan(both, renamed).plan.areas.map(({ names }) => names)).toStrictEqual([
      { zh: '领域1（新）' },
      { zh: '领域2（新）' },
    ])
  })
})

describe('whatever the editions are', () => {
  test('a plan on top of itself changes nothing', () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        expect(mergePlan(plan, structuredClone(plan)).plan).toStrictEqual(plan)
      }),
    )
  })

  test('the words, the areas and the numbers are those of the later one, and no id stands twice', () => {
    fc.assert(
      fc.property(arbitraryPlan, arbitraryPlan, arbitraryPlan, (first, second, third) => {
        const former = [{ id: '2024-1.1', texts: { zh: '数据安全' } }]
        const one = mergePlan(first, second, former).plan
        const two = mergePlan(one, third, former).plan
        const words = (plan: Plan) => pointsOf(plan).map(({ point }) => [point.number, point.texts.zh])
        expect(words(two)).toStrictEqual(words(third))
        const ids = pointsOf(two).map(({ point }) => point.id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(mergePlan(two, third, former).plan).toStrictEqual(two)
      }),
    )
  })
})

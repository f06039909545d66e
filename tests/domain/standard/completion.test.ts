import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completer, readForCompletion } from '../../../src/domain/standard/completion.ts'
import type { Standard } from '../../../src/domain/standard/rules.ts'

const standards = [
  standard('GB/T 22239-2008', '信息系统安全等级保护基本要求'),
  standard('GB/T 22239-2019', '网络安全等级保护基本要求', 'Baseline for classified protection'),
  standard('GB/T 43697-2024', '数据安全技术 数据分类分级规则', 'Rules for data classification and grading'),
  standard('GB/T 18336.1-2024', '评估准则 第1部分'),
  standard('GB/T 18336.10-2024', '评估准则 第10部分'),
  standard('GB/T 18336.2-2024', '评估准则 第2部分'),
  standard('ISO/IEC 27001:2022', undefined, 'Information security management systems — Requirements'),
  standard('ISO/IEC DIS 27090', undefined, 'Security threats and failures in AI systems'),
  { ...standard('GB/T 45654-2025', '生成式人工智能服务安全基本要求'), otherNames: ['TC260-003'] },
]
const offers = (all: readonly Standard[]) =>
  all.map((one) => ({ standard: one, readings: [readForCompletion(one)] }))
const complete = completer(offers(standards))
const completed = (typed: string, most = 20) => complete(typed, most).map(({ designation }) => designation)

describe('what is typed so far is completed', () => {
  test.each([
    ['G', 7, 'GB/T 18336.1-2024'],
    ['gb/t 4369', 1, 'GB/T 43697-2024'],
    ['GBT43', 1, 'GB/T 43697-2024'],
    ['ｇｂ／ｔ　４３６', 1, 'GB/T 43697-2024'],
    ['436', 1, 'GB/T 43697-2024'],
    ['iso 270', 2, 'ISO/IEC 27001:2022'],
    ['iso27001', 1, 'ISO/IEC 27001:2022'],
    ['dis 27', 1, 'ISO/IEC DIS 27090'],
    ['TC260-0', 1, 'GB/T 45654-2025'],
    ['分类', 1, 'GB/T 43697-2024'],
    ['安全 基本', 3, 'GB/T 22239-2019'],
    ['data cla', 1, 'GB/T 43697-2024'],
    ['grading rules', 1, 'GB/T 43697-2024'],
  ])('%j: %i, the first %s', (typed, count, first) => {
    const found = completed(typed)
    expect([found.length, found[0]]).toEqual([count, first])
  })

  test('parts in their order, the newest edition before older ones', () => {
    expect(completed('gb/t 18336')).toEqual(['GB/T 18336.1-2024', 'GB/T 18336.2-2024', 'GB/T 18336.10-2024'])
    expect(completed('22239')).toEqual(['GB/T 22239-2019', 'GB/T 22239-2008'])
  })

  test('names before titles', () => {
    const named = completer(
      offers([standard('ISO/IEC 1:2020', undefined, 'About 27 things'), standard('ISO 27:2020')]),
    )
    expect(named('27', 9).map(({ designation }) => designation)).toEqual(['ISO 27:2020', 'ISO/IEC 1:2020'])
  })
})

test('every record of a project leads to the one that speaks for it', () => {
  const [current = standard(''), draft = standard('')] = [
    standard('ISO/IEC 1:2026'),
    standard('ISO/IEC CD 1'),
  ]
  const one = completer([{ standard: current, readings: [current, draft].map(readForCompletion) }])
  expect(one('iso/iec cd', 9)).toEqual([current])
})

test.each(['', '  ', '/', '—', 'zzz', 'GB/T 99999', '不存在'])('nothing is made up for %j', (typed) => {
  expect(completed(typed)).toEqual([])
})

test('it gives so many at most, and takes whatever is typed', () => {
  expect(completed('g', 2)).toHaveLength(2)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 20 }), (typed, most) => {
      const found = complete(typed, most)
      expect(found.length).toBeLessThanOrEqual(most)
      expect(new Set(found).size).toBe(found.length)
    }),
  )
})

test('every beginning of a name leads to it', () => {
  for (const { designation } of standards)
    for (let length = 1; length <= designation.length; length++) {
      const typed = designation.slice(0, length)
      expect(completed(typed), typed).toContain(designation)
    }
})

function standard(designation: string, zh?: string, en?: string): Standard {
  return {
    id: designation,
    designation,
    otherNames: [],
    titles: { ...(zh !== undefined && { zh }), ...(en !== undefined && { en }) },
    stages: 'gb',
    stage: '60',
    asOf: '2026',
    source: 'a test',
    replaces: [],
    twins: [],
    topics: [],
    history: [],
  }
}

import { describe, expect, test } from 'vitest'
import { createFinder } from '../../../src/domain/finding/finder.ts'
import { listStandards } from '../../../src/domain/standard/list.ts'
import type { ListQuery } from '../../../src/domain/standard/list-query.ts'
import { manyStandards } from '../finding/many-standards.ts'
import { gb, iso } from '../finding/standards.ts'

const today = '2026-11-23'
const finder = createFinder([
  gb('grading', ['GB/T 43697-2024'], ['数据安全技术 数据分类分级规则'], {
    group: 'WG8',
    topics: ['data-security'],
    lead: 'cesi',
    stageSince: '2024-03-15',
  }),
  gb('agents', ['20263116-Q-252'], ['智能体应用安全基本要求'], {
    group: 'WG9',
    stage: '30',
    targetOn: '2026-11-01',
    topics: ['ai'],
    stageSince: '2026-09',
  }),
  gb('code', ['20262852-T-469'], ['人工智能代码生成服务安全要求'], {
    group: 'WG9',
    stage: '20',
    targetOn: '2027-01-10',
    topics: ['ai', 'data-security'],
  }),
  gb('mlps-old', ['GB/T 22239-2008'], ['等级保护基本要求'], {
    group: 'WG5',
    stage: '95',
    targetOn: '2008-01-01',
  }),
  gb('mlps', ['GB/T 22239-2019'], ['等级保护基本要求'], { group: 'WG5', effectiveOn: '2019-12-01' }),
  iso('ISO/IEC CD 27017', 'Cloud services', '30.60', { group: 'WG8', project: '1', targetOn: '2025-01-01' }),
  iso('ISO/IEC DIS 27017', 'Cloud services', '40.20', { group: 'WG8', project: '1', targetOn: '2026-11-30' }),
  gb('guide', ['TC260-PG-20244A'], ['敏感个人信息识别指南'], { group: 'WG8' }),
])

const page = (query: ListQuery, from = 0, most = 10) =>
  listStandards(finder, query, { today, from, most, committeeNames: [] })
const ids = (query: ListQuery) => page(query).rows.map(({ standard }) => standard.id)

describe('a list', () => {
  test.each<[string, ListQuery, string[]]>([
    [
      'all projects by number',
      {},
      ['mlps-old', 'mlps', 'grading', 'code', 'agents', 'guide', 'ISO/IEC DIS 27017'],
    ],
    ['a group', { groups: ['WG9'] }, ['code', 'agents']],
    ['two groups', { groups: ['WG9', 'WG5'] }, ['mlps-old', 'mlps', 'code', 'agents']],
    ['a phase', { stages: ['30'] }, ['agents']],
    ['a stage', { stages: ['40.20'] }, ['ISO/IEC DIS 27017']],
    ['a stage, of every record', { stages: ['30'], allRecords: true }, ['agents', 'ISO/IEC CD 27017']],
    ['what is in force', { statuses: ['in-force'] }, ['mlps']],
    ['a topic', { topics: ['data-security'] }, ['grading', 'code']],
    ['a lead', { leads: ['cesi'] }, ['grading']],
    ['a year', { years: [2019, 2024] }, ['mlps', 'grading']],
    ['a kind', { kinds: ['iso'] }, ['ISO/IEC DIS 27017']],
    ['numbers of plans', { kinds: ['plan'] }, ['code', 'agents']],
    ['documents of TC260', { kinds: ['tc260'] }, ['guide']],
    ['overdue: what is being made, and no old record', { overdue: true }, ['agents']],
    ['due soon, the overdue first', { withinDays: 7 }, ['agents', 'ISO/IEC DIS 27017']],
    ['due within three months', { withinDays: 90 }, ['agents', 'ISO/IEC DIS 27017', 'code']],
    ['mine', { mine: { groups: ['WG9'], organisation: 'cesi' } }, ['grading', 'code', 'agents']],
    ['words', { words: '人工智能' }, ['code']],
    ['words in a group where none has them', { words: '人工智能', groups: ['WG8'] }, []],
    ['a designation', { words: 'GB/T 22239' }, ['mlps-old', 'mlps']],
    [
      'by stage',
      { groups: ['WG9', 'WG8'], order: 'stage' },
      ['code', 'agents', 'ISO/IEC DIS 27017', 'grading', 'guide'],
    ],
    [
      'by what moved last',
      { order: 'changed', groups: ['WG8', 'WG9'] },
      ['agents', 'grading', 'code', 'guide', 'ISO/IEC DIS 27017'],
    ],
  ])('of %s', (_what, query, expected) => {
    expect(ids(query)).toEqual(expected)
  })

  test('counts its stages, by phase or within the one asked for', () => {
    expect(page({}).stages).toEqual([
      { code: '20', count: 1 },
      { code: '30', count: 1 },
      { code: '40', count: 1 },
      { code: '60', count: 3 },
      { code: '95', count: 1 },
    ])
    expect(page({ stages: ['40'] }).stages).toEqual([{ code: '40.20', count: 1 }])
  })

  test('says when each is due, but not what is out', () => {
    const due = page({}).rows.map(({ dueOn }) => dueOn)
    expect(due).toEqual([
      undefined,
      undefined,
      undefined,
      '2027-01-10',
      '2026-11-01',
      undefined,
      '2026-11-30',
    ])
  })
})

test('the pages together are the list, nothing lost and nothing twice', () => {
  const standards = manyStandards(2_000)
  const large = createFinder(standards)
  for (const query of [
    {},
    { order: 'due' },
    { order: 'changed' },
    { order: 'stage' },
    { allRecords: true },
  ] as const) {
    const seen: string[] = []
    let total = 1
    for (let from = 0; from < total; from += 100) {
      const one = listStandards(large, query, { today, from, most: 100, committeeNames: [] })
      seen.push(...one.rows.map(({ standard }) => standard.id))
      total = one.total
      expect(one.stages.reduce((sum, { count }) => sum + count, 0)).toBe(total)
    }
    expect(seen).toHaveLength(total)
    expect(new Set(seen).size).toBe(total)
    if ('allRecords' in query) expect(total).toBe(2_000)
  }
})

test('counts every project once, by its current record', () => {
  const standards = manyStandards(2_000)
  const large = createFinder(standards)
  const projects = new Set(large.catalogue.all().map((record) => large.catalogue.projectOf(record)))
  expect(listStandards(large, {}, { today, from: 0, most: 1, committeeNames: [] }).total).toBe(projects.size)
})

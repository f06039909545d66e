import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFinder, type Finder } from '../../../src/domain/finding/finder.ts'
import type { Standard } from '../../../src/domain/standard/rules.ts'
import { gb, iso } from './standards.ts'

const today = '2026-11-23'
const names = [
  'GB/T 22239-2019',
  'GB/T 22239-2008',
  '20230253-T-469',
  'TC260-003',
  'ISO/IEC CD 27017',
  'ISO/IEC CD 27017.2',
  'ISO/IEC DIS 27017',
  'ISO/IEC 27017:2015',
  'ISO/IEC 27017:2026',
  'ISO/IEC 27017:2015/Amd 1:2017',
  'ISO/IEC 15408-1:2022',
  'GBZ 188-2014',
]
const titles = ['数据安全技术 数据分类分级规则', '网络安全等级保护基本要求', '云服务控制']
const isoStages = ['10.99', '30.60', '30.98', '40.20', '60.60', '90.92', '95.99']

/** One of eight records, in whatever state. */
const record: fc.Arbitrary<Standard> = fc
  .record({
    id: fc.integer({ min: 0, max: 7 }).map((number) => `r-${number}`),
    name: fc.constantFrom(...names),
    other: fc.subarray(names, { maxLength: 2 }),
    replaces: fc.subarray(names, { maxLength: 2 }),
    title: fc.constantFrom(...titles),
    stage: fc.constantFrom(...isoStages),
    project: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
  })
  .map(({ id, name, other, replaces, title, stage, project }) => ({
    ...gb(id, [name, ...other], [title], { stages: 'iso', stage, replaces }),
    ...(project !== undefined && { project }),
  }))

const queries = [
  ...names,
  ...titles,
  'ISO/IEC 27017',
  'GB/T 22239',
  '27017',
  '数据',
  '云服务 控制',
  'sjfl',
  'ISO/IEC WD 27017',
]
const answers = (finder: Finder) => queries.map((query) => finder.find(query, { today }))

test('what has taken changes in answers like what was built from the outcome', () => {
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 20 }), (changes) => {
      const changed = createFinder([])
      for (const one of changes) {
        changed.put(one)
        // What is asked in between must not be kept beyond the next change.
        for (const each of changed.catalogue.all()) changed.catalogue.projectOf(each)
      }
      const outcome = new Map(changes.map((one) => [one.id, one]))
      const order = [...new Set(changes.map(({ id }) => id))]
      const built = createFinder(order.flatMap((id) => outcome.get(id) ?? []))
      expect(answers(changed)).toEqual(answers(built))
    }),
    { numRuns: 60, endOnFailure: true },
  )
})

test('every record is in exactly one project, and every project has one current record', () => {
  fc.assert(
    fc.property(fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 8 }), (standards) => {
      const { catalogue } = createFinder(standards)
      const projects = new Set(catalogue.all().map((one) => catalogue.projectOf(one)))
      const records = [...projects].flatMap((project) => project.records)
      expect(records.map(({ standard }) => standard.id).sort()).toEqual(standards.map(({ id }) => id).sort())
      for (const { records, current } of projects) expect(records).toContain(current)
    }),
  )
})

test('a renamed record is no longer found by what it was called', () => {
  const finder = createFinder([iso('ISO/IEC DIS 27017', 'Cloud services', '40.20')])
  finder.put({ ...iso('ISO/IEC FDIS 99001', 'Quantum keys', '50.20'), id: 'ISO/IEC DIS 27017' })
  expect(finder.find('cloud services', { today })).toEqual({ kind: 'none', guesses: [] })
  expect(finder.find('ISO/IEC 27017', { today })).toMatchObject({ kind: 'none' })
  expect(finder.find('quantum', { today })).toMatchObject({ kind: 'one' })
  expect(finder.find('99001', { today })).toMatchObject({ kind: 'one' })
})

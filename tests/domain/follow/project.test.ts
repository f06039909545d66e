import { describe, expect, test } from 'vitest'
import { arrivals } from '../../../src/domain/follow/arrivals.ts'
import { projectsOf } from '../../../src/domain/follow/project.ts'
import type { Standard } from '../../../src/domain/standard/rules.ts'
import { standard } from '../committee/small-committee.ts'

const iso = (id: string, designation: string, change: Partial<Standard> = {}) =>
  standard(id, { designation, stages: 'iso', stage: '30.60', ...change })

describe('two records are of one project', () => {
  test.each<[string, Standard, Standard, boolean]>([
    [
      'by its number',
      iso('a', 'ISO/IEC CD 27017', { project: '1' }),
      iso('b', 'ISO/IEC 27017:2026', { project: '1' }),
      true,
    ],
    ['of one text without a number', iso('a', 'ISO/IEC CD 27017'), iso('b', 'ISO/IEC DIS 27017'), true],
    [
      'where only one has a number',
      iso('a', 'ISO/IEC CD 27017', { project: '1' }),
      iso('b', 'ISO/IEC DIS 27017'),
      true,
    ],
    [
      'not where their numbers differ',
      iso('a', 'ISO/IEC CD 27017', { project: '1' }),
      iso('b', 'ISO/IEC DIS 27017', { project: '2' }),
      false,
    ],
    [
      'not where two bodies count alike',
      iso('a', 'ISO/IEC CD 1', { project: '1' }),
      standard('b', { project: '1' }),
      false,
    ],
    ['not of two editions', iso('a', 'ISO/IEC 27001:2013'), iso('b', 'ISO/IEC 27001:2022'), false],
    ['not of two texts', iso('a', 'ISO/IEC CD 27017'), iso('b', 'ISO/IEC CD 27018'), false],
    ['not where a name is no designation', iso('a', 'a report'), iso('b', 'a report'), false],
  ])('%s', (_what, a, b, same) => {
    for (const records of [
      [a, b],
      [b, a],
    ]) {
      const projectOf = projectsOf(records)
      expect(projectOf('a') === projectOf('b')).toBe(same)
    }
  })

  test('nothing is known of a record that was not given', () => {
    expect(projectsOf([])('a')).toBeUndefined()
  })
})

describe('a new record is a move of its project', () => {
  const cd = iso('cd', 'ISO/IEC CD 27017', { stage: '30.60' })
  const dis = iso('dis', 'ISO/IEC DIS 27017', { stage: '40.00' })
  const fdis = iso('fdis', 'ISO/IEC FDIS 27017', { stage: '50.00' })
  const wd = iso('wd', 'ISO/IEC WD 27017', { stage: '20.00' })
  const other = iso('other', 'ISO/IEC DIS 27018', { stage: '40.00' })

  test.each<[string, Standard[], Standard[], string[]]>([
    ['where it goes further', [cd], [dis], ['30.60>dis']],
    ['once, where two do', [cd], [dis, fdis], ['30.60>fdis']],
    ['not where it tells of the past', [cd], [wd], []],
    ['not where its project is new', [cd], [other], []],
    ['not where nothing was on record', [], [cd, dis], []],
    ['not where nothing is new', [cd, dis], [], []],
  ])('%s', (_what, before, added, expected) => {
    expect(arrivals(before, added).map(({ standard, from }) => `${from}>${standard.id}`)).toEqual(expected)
  })
})

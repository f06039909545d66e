import { describe, expect, test } from 'vitest'
import { presentProject, projectsAmong } from '../../../src/domain/standard/projects.ts'
import { readRecord } from '../../../src/domain/standard/record.ts'
import type { Standard } from '../../../src/domain/standard/rules.ts'
import { gb, iso } from '../finding/standards.ts'

const today = '2026-11-23'

/** Each project's records by their names, the current one first; projects in the order of their first record. */
function projects(...standards: Standard[]): string[][] {
  return projectsAmong(standards.map(readRecord))
    .map(({ records }) => records.map(({ standard }) => standard.designation))
    .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
}

const present = (...standards: Standard[]) =>
  presentProject(projectsAmong(standards.map(readRecord)), today)?.current.standard.designation

describe('the records of one project', () => {
  test('are told by its number, and the highest phase is the current one, then the iteration, then the substage', () => {
    const project = (name: string, stage: string) => iso(name, '', stage, { project: '80398' })
    expect(
      projects(
        project('ISO/IEC DIS 27565', '40.93'),
        project('ISO/IEC CD 27565.2', '30.60'),
        project('ISO/IEC DIS 27565.2', '40.20'),
        project('ISO/IEC CD 27565', '30.99'),
      ),
    ).toEqual([['ISO/IEC DIS 27565.2', 'ISO/IEC DIS 27565', 'ISO/IEC CD 27565.2', 'ISO/IEC CD 27565']])
  })

  test('are told by the address in ISO’s catalogue where no number is given', () => {
    const at = (number: string) => ({ url: `https://www.iso.org/standard/${number}.html` })
    expect(
      projects(
        iso('ISO/IEC CD 15408-1', '', '30.99', at('88134')),
        iso('ISO/IEC 15408-1:2022', '', '90.92', at('72891')),
        iso('ISO/IEC WD 15408-1', '', '20.60', at('88134')),
      ),
    ).toEqual([['ISO/IEC 15408-1:2022'], ['ISO/IEC CD 15408-1', 'ISO/IEC WD 15408-1']])
  })

  test('are one where the number was changed on the way', () => {
    expect(
      projects(
        iso('ISO/IEC CD 27006-2', '', '30.60', { project: '82894' }),
        iso('ISO/IEC DIS 27706', '', '40.93', { project: '82894' }),
      ),
    ).toEqual([['ISO/IEC DIS 27706', 'ISO/IEC CD 27006-2']])
  })

  test('are not one because two bodies count alike', () => {
    expect(
      projects(
        iso('ISO/IEC DIS 1', '', '40.20', { project: '7' }),
        gb('a', ['GB/T 2-2020'], [], { project: '7' }),
      ),
    ).toHaveLength(2)
  })

  test('a deleted one is told by its deletion, not by the stage before it', () => {
    const number = { project: '71672' }
    expect(
      present(iso('ISO/IEC CD 27554', '', '30.99', number), iso('ISO/IEC DIS 27554', '', '40.98', number)),
    ).toBe('ISO/IEC DIS 27554')
  })
})

describe('a draft without a number', () => {
  const edition = iso('ISO/IEC 27017:2015', '', '90.93')
  const old = iso('ISO/IEC CD 27017', '', '30.60')

  test('beside an edition is an old record that never closed', () => {
    expect(projects(edition, old)).toEqual([['ISO/IEC 27017:2015', 'ISO/IEC CD 27017']])
  })

  test('beside an edition that is to be revised is its revision', () => {
    expect(projects({ ...edition, stage: '90.92' }, old)).toHaveLength(2)
  })

  test('that replaces the edition is its revision', () => {
    expect(projects(edition, { ...old, replaces: ['ISO/IEC 27017:2015'] })).toHaveLength(2)
  })

  test('that replaces an older edition led to the next one', () => {
    expect(projects(edition, { ...old, replaces: ['ISO/IEC 27017:2010'] })).toHaveLength(1)
  })

  test.each([
    ['before the edition came out', '2014-06', 1],
    ['in the year in which it came out', '2015-03', 1],
    ['after it', '2023-01', 2],
  ])('that moved %s', (_when, stageSince, count) => {
    expect(projects(edition, { ...old, stageSince })).toHaveLength(count)
  })

  test('belongs to the edition that followed, of several', () => {
    const newer = iso('ISO/IEC 27017:2026', '', '60.60')
    expect(projects(edition, newer, { ...old, stageSince: '2023-01' })).toEqual([
      ['ISO/IEC 27017:2015'],
      ['ISO/IEC 27017:2026', 'ISO/IEC CD 27017'],
    ])
  })

  test('goes with the project under way where that has come further', () => {
    const running = iso('ISO/IEC DIS 27017', '', '40.20', { project: '82878' })
    const revised = { ...edition, stage: '90.92' }
    expect(projects(revised, running, old)).toEqual([
      ['ISO/IEC 27017:2015'],
      ['ISO/IEC DIS 27017', 'ISO/IEC CD 27017'],
    ])
  })

  test('drafts of a text that is not out are one project', () => {
    expect(
      projects(old, iso('ISO/IEC DIS 27017', '', '40.20'), iso('ISO/IEC CD 27017.2', '', '30.60')),
    ).toEqual([['ISO/IEC DIS 27017', 'ISO/IEC CD 27017.2', 'ISO/IEC CD 27017']])
  })

  test('what was given up before others went on is another attempt', () => {
    expect(
      projects(iso('ISO/IEC CD 27046', '', '30.98'), iso('ISO/IEC DIS 27046', '', '40.20')),
    ).toHaveLength(2)
  })
})

describe('one text under many names', () => {
  test('a plan number goes on in the number that it was given', () => {
    expect(
      projects(
        gb('plan', ['20230253-T-469'], [], { stage: '40' }),
        gb('standard', ['GB/T 45654-2025', '20230253-T-469'], []),
      ),
    ).toEqual([['GB/T 45654-2025', '20230253-T-469']])
  })

  test('a document that is out stands by itself until what is made of it is out too', () => {
    const document = gb('document', ['TC260-003'], [])
    const made = (stage: string) => gb('made', ['GB/T 45654-2025', 'TC260-003'], [], { stage })
    expect(projects(document, made('40'))).toHaveLength(2)
    expect(projects(document, made('60'))).toEqual([['GB/T 45654-2025', 'TC260-003']])
  })

  test('two editions are two projects, though the newer bears the older’s name', () => {
    expect(
      projects(
        gb('new', ['GB/T 22239-2019', 'GB/T 22239-2008'], []),
        gb('old', ['GB/T 22239-2008'], [], { stage: '95' }),
      ),
    ).toHaveLength(2)
  })

  test('one edition from two sources is one project', () => {
    expect(projects(gb('a', ['GB/T 1-2020'], []), gb('b', ['GB/T 1-2020'], []))).toHaveLength(1)
  })

  test('the drafts of an amendment are one project, and its base another', () => {
    expect(
      projects(
        iso('ISO/IEC 18033-7:2022/AWI Amd 1', '', '10.99'),
        iso('ISO/IEC 18033-7:2022/CD Amd 1', '', '30.20'),
        iso('ISO/IEC 18033-7:2022', '', '60.60'),
      ),
    ).toHaveLength(2)
  })
})

describe('what speaks for a text', () => {
  const old = gb('old', ['GB/T 22080-2016'], [])
  const next = gb('next', ['GB/T 22080-2025'], [], { effectiveOn: '2027-02-01' })

  test('is the edition in force, not one that is to be', () => {
    expect(present(old, next)).toBe('GB/T 22080-2016')
    expect(present(old, { ...next, effectiveOn: '2026-11-23' })).toBe('GB/T 22080-2025')
    expect(present(next)).toBe('GB/T 22080-2025')
  })

  test('is what is being made where nothing is out, and what was withdrawn where nothing is made', () => {
    const withdrawn = iso('ISO/IEC 10116:1991', '', '95.99')
    const later = iso('ISO/IEC 10116:1997', '', '95.99')
    expect(present(withdrawn, later)).toBe('ISO/IEC 10116:1997')
    expect(present(withdrawn, iso('ISO/IEC DIS 10116', '', '40.20'))).toBe('ISO/IEC DIS 10116')
    expect(present(withdrawn, iso('ISO/IEC CD 10116', '', '30.98', { project: '1' }))).toBe(
      'ISO/IEC 10116:1991',
    )
  })
})

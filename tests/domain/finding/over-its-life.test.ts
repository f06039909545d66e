import { describe, expect, test } from 'vitest'
import { createFinder } from '../../../src/domain/finding/finder.ts'
import { type Relations, relationsOf } from '../../../src/domain/finding/relations.ts'
import type { Standard } from '../../../src/domain/standard/rules.ts'
import { gb, iso } from './standards.ts'

const today = '2026-11-23'
const criteria = (part: number) => ({ url: `https://www.iso.org/standard/${88_133 + part}.html` })
const standards: Standard[] = [
  iso('ISO/IEC 15408-1:2022', 'Evaluation criteria — Part 1', '90.92', {
    project: '72891',
    replaces: ['ISO/IEC 15408-1:2009', 'ISO/IEC DIS 15408-1'],
  }),
  iso('ISO/IEC CD 15408-1', 'Evaluation criteria — Part 1', '30.99', {
    ...criteria(1),
    replaces: ['ISO/IEC 15408-1:2022'],
  }),
  iso('ISO/IEC 15408-2:2022', 'Evaluation criteria — Part 2', '60.60'),
  iso('ISO/IEC 10116:1997', 'Modes of operation', '95.99'),
  iso('ISO/IEC 10116:2006', 'Modes of operation', '95.99', { replaces: ['ISO/IEC 10116:1997'] }),
  iso('ISO/IEC 10116:2017', 'Modes of operation', '90.93', {
    replaces: ['ISO/IEC 10116:2006', 'ISO/IEC 10116:2006/Cor 1:2008'],
  }),
  iso('ISO/IEC 10116:2017/CD Amd 1', 'Modes of operation — Amendment 1', '30.60', { project: '78747' }),
  iso('ISO/IEC 10116:2017/Amd 1:2021', 'Modes of operation — Amendment 1', '60.60', { project: '78747' }),
  iso('ISO/IEC DIS 27701', 'Privacy information management', '40.93', { replaces: ['ISO/IEC 27701:2019'] }),
  iso('ISO/IEC DIS 27706', 'Bodies auditing privacy', '40.93', { replaces: ['ISO/IEC TS 27006-2:2021'] }),
  iso('ISO/IEC CD 27103', 'Guidance', '30.60'),
  iso('ISO/IEC TS 27110:2021', 'Framework development', '60.60', { replaces: ['ISO/IEC TR 27110:2018'] }),
  iso('ISO/IEC DIS 27565', 'Zero-knowledge proofs', '40.93', { project: '80398' }),
  iso('ISO/IEC DIS 27565.2', 'Zero-knowledge proofs', '40.20', { project: '80398' }),
  gb('new', ['GB/T 22080-2025', '20221234-T-469'], ['信息安全管理体系'], {
    effectiveOn: '2027-02-01',
    replaces: ['GB/T 22080-2016'],
  }),
  gb('old', ['GB/T 22080-2016'], ['信息安全管理体系'], { replaces: ['GB/T 22080-2008'] }),
]
const finder = createFinder(standards)

function answer(query: string): string {
  const found = finder.find(query, { today })
  if (found.kind !== 'one') return found.kind
  return `${finder.catalogue.byId(found.id)?.standard.designation}, ${found.asked}`
}

describe('asked by', () => {
  test.each([
    ['its present name', 'ISO/IEC CD 15408-1', 'ISO/IEC CD 15408-1, present-name'],
    ['no year', 'ISO/IEC 15408-1', 'ISO/IEC 15408-1:2022, present-name'],
    ['the last draft of an edition', 'ISO/IEC DIS 15408-1', 'ISO/IEC 15408-1:2022, former-name'],
    ['an edition that is not on record', 'ISO/IEC 15408-1:2009', 'ISO/IEC 15408-1:2022, replaced-edition'],
    ['an edition that was superseded', 'ISO/IEC 10116:1997', 'ISO/IEC 10116:1997, present-name'],
    ['a corrigendum to one', 'ISO/IEC 10116:2006/Cor 1', 'ISO/IEC 10116:2017, replaced-edition'],
    ['an edition that is to be replaced', 'ISO/IEC 27701:2019', 'ISO/IEC DIS 27701, replaced-edition'],
    ['a text that goes on under another number', 'ISO/IEC 27006-2', 'ISO/IEC DIS 27706, replaced-edition'],
    ['an earlier iteration', 'ISO/IEC DIS 27565', 'ISO/IEC DIS 27565.2, former-name'],
    ['an earlier stage that is not on record', 'ISO/IEC CD 27565', 'ISO/IEC DIS 27565.2, former-name'],
    ['a stage that it has not come to', 'ISO/IEC FDIS 27565', 'ISO/IEC DIS 27565.2, not-on-record'],
    ['an iteration that it has not come to', 'ISO/IEC DIS 27565.3', 'ISO/IEC DIS 27565.2, not-on-record'],
    ['a draft of a type that its CD does not tell', 'ISO/IEC DTS 27103', 'ISO/IEC CD 27103, not-on-record'],
    ['a type that it does not have', 'ISO/IEC TS 27103', 'none'],
    ['its type', 'ISO/IEC TS 27110', 'ISO/IEC TS 27110:2021, present-name'],
    ['a draft of its type', 'ISO/IEC DTS 27110', 'ISO/IEC TS 27110:2021, former-name'],
    ['no type', 'ISO/IEC 27110', 'ISO/IEC TS 27110:2021, present-name'],
    ['a type that it had before', 'ISO/IEC TR 27110:2018', 'ISO/IEC TS 27110:2021, replaced-edition'],
    ['a draft with its year', 'ISO/IEC DIS 27565.2:2025', 'ISO/IEC DIS 27565.2, present-name'],
    ['a year of which nothing is out', 'ISO/IEC 27565:2026', 'none'],
    [
      'an earlier draft of an amendment',
      'ISO/IEC 10116:2017/CD Amd 1',
      'ISO/IEC 10116:2017/Amd 1:2021, former-name',
    ],
    ['its project number', '80398', 'ISO/IEC DIS 27565.2, former-name'],
    ['no year, where the newer edition is not in force yet', 'GB/T 22080', 'GB/T 22080-2016, present-name'],
    ['its plan number', '20221234-T-469', 'GB/T 22080-2025, former-name'],
    ['the newer edition’s year', 'GB/T 22080-2025', 'GB/T 22080-2025, present-name'],
    ['an edition before both', 'GB/T 22080-2008', 'GB/T 22080-2016, replaced-edition'],
  ])('%s: %s', (_by, query, expected) => {
    expect(answer(query)).toBe(expected)
  })
})

/** What a record has to do with others, by their names. */
function relations(id: string): Record<string, unknown> {
  const record = finder.catalogue.byId(id)
  if (record === undefined) throw new Error(id)
  const names = JSON.stringify(relationsOf(finder.catalogue, record, today), (_key, value) =>
    typeof value === 'object' && value !== null && 'designation' in value ? value.designation : value,
  )
  const all = JSON.parse(names) as Record<keyof Relations, unknown>
  return Object.fromEntries(Object.entries(all).filter(([, one]) => !Array.isArray(one) || one.length > 0))
}

describe('what a record has to do with others', () => {
  test('an edition with a revision under way, its last draft, and the other parts', () => {
    expect(relations('ISO/IEC 15408-1:2022')).toEqual({
      otherNames: ['ISO/IEC DIS 15408-1'],
      replaces: ['ISO/IEC 15408-1:2009'],
      revision: 'ISO/IEC CD 15408-1',
      parts: { series: 'ISO/IEC 15408', standards: ['ISO/IEC 15408-2:2022'] },
    })
  })

  test('the revision tells what is in force meanwhile', () => {
    expect(relations('ISO/IEC CD 15408-1')).toMatchObject({ inForce: 'ISO/IEC 15408-1:2022' })
  })

  test('a superseded edition tells what took its place, and all editions', () => {
    const editions = ['ISO/IEC 10116:1997', 'ISO/IEC 10116:2006', 'ISO/IEC 10116:2017']
    expect(relations('ISO/IEC 10116:1997')).toEqual({ supersededBy: ['ISO/IEC 10116:2006'], editions })
    expect(relations('ISO/IEC 10116:2017')).toMatchObject({
      editions,
      supplements: ['ISO/IEC 10116:2017/Amd 1:2021'],
    })
  })

  test('an amendment tells what it belongs to, and its drafts', () => {
    expect(relations('ISO/IEC 10116:2017/Amd 1:2021')).toEqual({
      otherNames: ['ISO/IEC 10116:2017/CD Amd 1'],
      base: 'ISO/IEC 10116:2017',
    })
  })

  test('an edition that is to be replaced on a day, and the one that is to replace it', () => {
    expect(relations('old')).toMatchObject({ toBeSupersededBy: ['GB/T 22080-2025'] })
    expect(relations('old')).not.toHaveProperty('supersededBy')
    expect(relations('new')).toMatchObject({ inForce: 'GB/T 22080-2016' })
  })
})

describe('what took the place of a text', () => {
  const rfc = (name: string, publishedOn: string, change: Partial<Standard> = {}) =>
    gb(name, [name], ['', name], { stages: 'ietf', stage: 'pub', publishedOn, ...change })
  const chain = [
    gb('second', ['GB/T 99070-2010'], ['示例乙'], { stage: '95', replaces: ['GB/T 99069'] }),
    gb('third', ['GB/T 99071-2016'], ['示例丙'], { stage: '95', replaces: ['GB/T 99070-2010'] }),
    gb('last', ['GB/T 99072-2022'], ['示例丁'], { replaces: ['GB/T 99071-2016'] }),
    rfc('RFC 6962', '2013-06'),
    rfc('RFC 9162', '2021-12', { replaces: ['RFC 6962'] }),
    gb('guide', ['TC260-PG-20221A'], ['指南甲'], { publishedOn: '2022-03-01' }),
    gb('newer guide', ['TC260-PG-20251A'], ['指南乙'], { replaces: ['TC260-PG-20221A'] }),
  ]
  const own = createFinder(chain)
  const asked = (query: string) => {
    const found = own.find(query, { today })
    return found.kind === 'one' ? own.catalogue.byId(found.id) : undefined
  }

  test('one that is not on record is followed to what is in force', () => {
    expect(asked('GB/T 99069')?.standard.designation).toBe('GB/T 99072-2022')
  })

  test.each([
    ['RFC 6962', 'RFC 9162'],
    ['TC260-PG-20221A', 'TC260-PG-20251A'],
  ])('%s, whose name bears no year, says that %s has taken its place', (query, follower) => {
    const record = asked(query)
    if (record === undefined) throw new Error(`no ${query}`)
    const { supersededBy } = relationsOf(own.catalogue, record, today)
    expect(supersededBy.map(({ designation }) => designation)).toEqual([follower])
  })

  test('an edition at the beginning of a chain says what is in force at its end', () => {
    const record = asked('GB/T 99070-2010')
    if (record === undefined) throw new Error('it is not on record')
    const { supersededBy, inItsPlace } = relationsOf(own.catalogue, record, today)
    expect(supersededBy.map(({ designation }) => designation)).toEqual(['GB/T 99071-2016'])
    expect(inItsPlace?.designation).toBe('GB/T 99072-2022')
    const last = asked('RFC 6962')
    expect(last && relationsOf(own.catalogue, last, today)).not.toHaveProperty('inItsPlace')
  })

  test('a ring of texts that replace each other ends', () => {
    const ring = createFinder([
      gb('a', ['GB/T 99081-2010'], ['示例甲'], { stage: '95', replaces: ['GB/T 99080', 'GB/T 99082-2012'] }),
      gb('b', ['GB/T 99082-2012'], ['示例乙'], { stage: '95', replaces: ['GB/T 99081-2010'] }),
    ])
    expect(ring.find('GB/T 99080', { today })).toMatchObject({ kind: 'one', id: 'b' })
  })
})

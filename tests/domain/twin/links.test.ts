import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Standard, TwinRelation } from '../../../src/domain/standard/rules.ts'
import { type Twin, twinLinks } from '../../../src/domain/twin/links.ts'
import { standard } from '../committee/small-committee.ts'
import { iso, national, onlyLink } from './records.ts'

/** A twin as its card shows it: its side, the relation, the other end by name, and the record that is meant. */
function told({ side, link: { relation, adopter, source } }: Twin) {
  const [other, record] =
    side === 'adopter' ? [source.name.text, source.standard] : [adopter.name, adopter.standard]
  return [side, relation, other, record?.designation]
}

const cards = (...records: Standard[]) => {
  const links = twinLinks(records)
  return Object.fromEntries(records.map(({ id }) => [id, links.of(id).map(told)]))
}

const twin = (designation: string, relation: TwinRelation) => ({ twins: [{ designation, relation }] })

describe('a link is shown on both cards', () => {
  const gb = standard('gb', { designation: 'GB/T 22080-2025', stage: '60' })
  const its = iso('ISO/IEC 27001:2022', '60.60', { id: 'iso' })

  test.each<[string, TwinRelation, Partial<Standard>, Partial<Standard>]>([
    ['named by the national end', 'identical', twin('ISO/IEC 27001:2022', 'identical'), {}],
    ['named by the international end', 'identical', {}, twin('GB/T 22080-2025', 'identical')],
    [
      'named by both',
      'modified',
      twin('ISO/IEC 27001:2022', 'modified'),
      twin('GB/T 22080-2025', 'modified'),
    ],
    [
      'by both in other words',
      'modified',
      twin('ISO/IEC 27001:2022', 'modified'),
      twin('GB/T 22080', 'identical'),
    ],
    ['as based on', 'based-on', twin('ISO/IEC 27001:2022', 'based-on'), {}],
    ['as what contributes', 'contributes-to', twin('ISO/IEC 27001:2022', 'contributes-to'), {}],
    ['as what the international end is based on', 'contributes-to', {}, twin('GB/T 22080-2025', 'based-on')],
    [
      'as what the international end contributes to',
      'based-on',
      {},
      twin('GB/T 22080-2025', 'contributes-to'),
    ],
    ['named without a year', 'identical', twin('ISO/IEC 27001', 'identical'), {}],
  ])('%s', (_why, relation, national, international) => {
    const named = national.twins?.[0]?.designation ?? 'ISO/IEC 27001:2022'
    expect(cards({ ...gb, ...national }, { ...its, ...international })).toStrictEqual({
      gb: [['adopter', relation, named, 'ISO/IEC 27001:2022']],
      iso: [['source', relation, 'GB/T 22080-2025', 'GB/T 22080-2025']],
    })
  })

  test('and only by its name where the other end is not on record', () => {
    expect(cards({ ...gb, ...twin('ISO/IEC 27001:2022', 'identical') })).toStrictEqual({
      gb: [['adopter', 'identical', 'ISO/IEC 27001:2022', undefined]],
    })
    expect(cards({ ...its, ...twin('GB/T 22080-2025', 'identical') })).toStrictEqual({
      iso: [['source', 'identical', 'GB/T 22080-2025', undefined]],
    })
  })
})

describe('the right edition is meant', () => {
  const of2013 = iso('ISO/IEC 27001:2013', '95.99')
  const of2022 = iso('ISO/IEC 27001:2022', '60.60')
  const gb = (name: string) => national('GB/T 1-2016', '60', ['identical', name])

  test.each([
    ['ISO/IEC 27001:2013', 'ISO/IEC 27001:2013'],
    ['ISO/IEC 27001:2022', 'ISO/IEC 27001:2022'],
    ['ISO/IEC 27001', 'ISO/IEC 27001:2022'],
    ['ISO 27001:2013', 'ISO/IEC 27001:2013'],
    ['ISO/IEC 27001:2005', undefined],
    ['ISO/IEC 27002:2013', undefined],
  ])('by %s', (name, meant) => {
    expect(onlyLink(gb(name), of2013, of2022).source.standard?.designation).toBe(meant)
  })

  test('and never the draft of another one', () => {
    const draft = iso('ISO/IEC DIS 27003', '40.00', { replaces: ['ISO/IEC 27003:2017'] })
    const link = onlyLink(gb('ISO/IEC 27003:2017'), draft)
    expect(link.source).toMatchObject({ successors: [], running: { designation: 'ISO/IEC DIS 27003' } })
    expect(link.source.standard).toBeUndefined()
  })

  test('and a project goes by its present record under every name it had', () => {
    const cd = iso('ISO/IEC CD 27017', '30.60')
    const second = iso('ISO/IEC CD 27017.2', '30.60')
    const dis = iso('ISO/IEC DIS 27017', '40.20')
    for (const name of ['ISO/IEC 27017', 'ISO/IEC CD 27017', 'ISO/IEC CD 27017.2', 'ISO/IEC WD 27017'])
      expect(onlyLink(gb(name), cd, second, dis).source.standard?.designation).toBe('ISO/IEC DIS 27017')
  })

  test('a name that is no designation is looked for as it stands', () => {
    const paper = standard('paper', { designation: 'A paper of a ministry', stage: '60' })
    expect(onlyLink(gb('a paper of a Ministry'), paper).source.standard?.id).toBe('paper')
    expect(onlyLink(gb('another paper'), paper).source.standard).toBeUndefined()
  })
})

test('where people look, what became of an edition is shown as well', () => {
  const gb = national('GB/T 22080-2016', '60', ['identical', 'ISO/IEC 27001:2013'])
  const of2022 = iso('ISO/IEC 27001:2022', '60.60')
  const dis = iso('ISO/IEC DIS 27001', '40.00', { replaces: ['ISO/IEC 27001:2022'] })
  const shown = [['source', 'identical', 'GB/T 22080-2016', 'GB/T 22080-2016']]
  expect(cards(gb, of2022, dis)).toMatchObject({ [of2022.id]: shown, [dis.id]: shown })
  const replaced = standard('new', {
    designation: 'GB/T 22080-2025',
    stage: '60',
    replaces: ['GB/T 22080-2016'],
  })
  expect(cards(gb, of2022, dis, replaced)).toMatchObject({ [of2022.id]: [], [dis.id]: [] })
})

test('what it rests on comes before what rests on it', () => {
  const middle = { ...iso('ISO/IEC 1:2020', '60.60'), ...twin('ISO/IEC 2:2020', 'based-on') }
  const shown = cards(
    national('GB/T 1-2020', '60', ['identical', 'ISO/IEC 1:2020']),
    middle,
    iso('ISO/IEC 2:2020', '60.60'),
  )
  expect(shown[middle.id]?.map(([side]) => side)).toStrictEqual(['adopter', 'source'])
})

test('whatever names what, every link stands on the card of each end on record, once', () => {
  const names = [
    'GB/T 1-2016',
    'GB/T 1-2020',
    'ISO/IEC 1:2013',
    'ISO/IEC 1:2019',
    'ISO/IEC CD 1',
    'ISO/IEC DIS 1.2',
    'EN ISO/IEC 1:2020',
  ]
  const relations: TwinRelation[] = ['identical', 'modified', 'based-on', 'contributes-to']
  const stages: Record<string, string[]> = {
    gb: ['20', '60', '95'],
    iso: ['30.60', '40.20', '60.60', '90.92', '95.99', '30.98'],
  }
  const record = (name: string) => {
    const stageNames = name.startsWith('GB') ? 'gb' : 'iso'
    return fc
      .record({
        stage: fc.constantFrom(...(stages[stageNames] ?? [])),
        replaces: fc.subarray(
          names.filter((one) => one !== name),
          { maxLength: 2 },
        ),
        twins: fc.array(
          fc.record({
            designation: fc.constantFrom(
              ...names.filter((one) => one !== name),
              'ISO/IEC 1',
              'GB/T 1',
              'nothing',
            ),
            relation: fc.constantFrom(...relations),
          }),
          { maxLength: 3 },
        ),
      })
      .map((change) => standard(name, { designation: name, stages: stageNames, ...change }))
  }
  fc.assert(
    fc.property(fc.tuple(...names.map(record)), fc.subarray(names), (all, kept) => {
      const records = all.filter(({ designation }) => kept.includes(designation))
      const links = twinLinks(records)
      for (const link of links.all) {
        const { adopter, source } = link
        for (const [end, side] of [
          [adopter.standard, 'adopter'],
          [source.standard, 'source'],
        ] as const)
          if (end !== undefined)
            expect(links.of(end.id).filter((one) => one.link === link && one.side === side)).toHaveLength(1)
      }
      for (const { id } of records) expect(new Set(links.of(id)).size).toBe(links.of(id).length)
    }),
  )
})

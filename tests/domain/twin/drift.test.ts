import { describe, expect, test } from 'vitest'
import type { Standard } from '../../../src/domain/standard/rules.ts'
import { drifts, iso, national, today } from './records.ts'

const old = iso('ISO/IEC 27001:2013', '95.99')
const young = iso('ISO/IEC 27001:2022', '60.60', { stageSince: '2022-10-25' })
const replacing = { replaces: ['ISO/IEC 27001:2013'] }
const behind = national('GB/T 22080-2016', '60', ['identical', 'ISO/IEC 27001:2013'])
const told = { kind: 'superseded', of: 'ISO/IEC 27001:2022', others: [], on: '2022-10-25' }

describe('an edition that was taken over is behind', () => {
  test.each<[string, Standard[], object[]]>([
    ['where a later one says that it replaces it', [behind, { ...young, ...replacing }], [told]],
    ['where a later one of the same text is published', [behind, young], [told]],
    ['where it is on record itself', [behind, old, { ...young, ...replacing }], [told]],
    [
      'whichever of the two names the other',
      [
        { ...behind, twins: [] },
        { ...old, twins: [{ designation: 'GB/T 22080-2016', relation: 'identical' }] },
        young,
      ],
      [told],
    ],
    [
      'where another text took its place',
      [
        national('GB/T 1-2016', '60', ['modified', 'ISO/IEC TS 27006-2:2021']),
        iso('ISO/IEC 27706:2025', '60.60', { replaces: ['ISO/IEC TS 27006-2:2021'] }),
      ],
      [{ kind: 'superseded', of: 'ISO/IEC 27706:2025', others: [] }],
    ],
    [
      'where two took its place',
      [
        national('GB/T 1-2016', '60', ['based-on', 'ISO/IEC 1:2013']),
        iso('ISO/IEC 2:2020', '60.60', { replaces: ['ISO/IEC 1:2013'] }),
        iso('ISO/IEC 3:2020', '90.93', { replaces: ['ISO/IEC 1:2013'], publishedOn: '2020-02' }),
      ],
      [{ kind: 'superseded', of: 'ISO/IEC 2:2020', others: ['ISO/IEC 3:2020'] }],
    ],
    [
      'of what is in force now, over what came in between',
      [
        behind,
        { ...young, ...replacing, stage: '95.99' },
        iso('ISO/IEC 27001:2026', '60.60', { stageSince: '2026-05', replaces: ['ISO/IEC 27001:2022'] }),
      ],
      [{ kind: 'superseded', of: 'ISO/IEC 27001:2026', others: [], on: '2026-05' }],
    ],
    [
      'while the national text is still being made, too',
      [national('20261234-T-469', '30', ['identical', 'ISO/IEC 27001:2013']), young],
      [told],
    ],
    [
      'where an amendment was taken over and a later one of its number came',
      [
        national('GB/T 1-2016', '60', ['identical', 'ISO/IEC 18033-3:2010/Amd 1:2015']),
        iso('ISO/IEC 18033-3:2010/Amd 1:2021', '60.60', { replaces: ['ISO/IEC 18033-3:2010/Amd 1:2015'] }),
      ],
      [{ kind: 'superseded', of: 'ISO/IEC 18033-3:2010/Amd 1:2021', others: [] }],
    ],
  ])('%s', (_why, records, expected) => {
    expect(drifts(records)).toStrictEqual(expected)
  })

  test('and a replacement that is being made at home is known', () => {
    const revision = national('20261234-T-469', '20', ['identical', 'ISO/IEC 27001:2022'], {
      replaces: ['GB/T 22080-2016'],
    })
    expect(drifts([behind, young, { ...revision, twins: [] }])).toStrictEqual([told])
  })

  test.each<[string, Standard[]]>([
    [
      'it is the one in force',
      [national('GB/T 22080-2025', '60', ['identical', 'ISO/IEC 27001:2022']), young],
    ],
    [
      'it was confirmed',
      [national('GB/T 22080-2025', '60', ['identical', 'ISO/IEC 27001:2022']), { ...young, stage: '90.93' }],
    ],
    ['nothing of its text is on record', [behind]],
    [
      'only an older edition is on record',
      [national('GB/T 22080-2025', '60', ['identical', 'ISO/IEC 27001:2022']), old],
    ],
    ['its successor is not published yet', [behind, { ...young, ...replacing, stage: '10.00' }]],
    [
      'the national text was replaced',
      [
        behind,
        young,
        {
          ...national('GB/T 22080-2025', '60', ['identical', 'X']),
          twins: [],
          replaces: ['GB/T 22080-2016'],
        },
      ],
    ],
    [
      'a later national edition is published',
      [behind, young, { ...national('GB/T 22080-2025', '60', ['identical', 'X']), twins: [] }],
    ],
    ['the national text is withdrawn', [{ ...behind, stage: '95' }, young]],
    [
      'the national text only gave its content away',
      [national('GB/T 22080-2016', '60', ['contributes-to', 'ISO/IEC 27001:2013']), young],
    ],
    [
      'only the international end is on record',
      [{ ...old, twins: [{ designation: 'GB/T 22080-2016', relation: 'identical' }] }, young],
    ],
    [
      'another part of its series is newer',
      [
        national('GB/T 1-2016', '60', ['identical', 'ISO/IEC 15408-1:2022']),
        iso('ISO/IEC 15408-2:2026', '60.60'),
      ],
    ],
  ])('but not where %s', (_why, records) => {
    expect(drifts(records)).toStrictEqual([])
  })
})

test('an edition that was withdrawn without a successor is told as withdrawn', () => {
  const gone = iso('ISO/IEC 27001:2013', '95.99', { stageSince: '2025-03' })
  expect(drifts([behind, gone])).toStrictEqual([
    { kind: 'withdrawn', of: 'ISO/IEC 27001:2013', on: '2025-03' },
  ])
})

describe('a project', () => {
  const project = (twin: string, change: Partial<Standard> = {}) =>
    national('20261234-T-469', '20', ['based-on', twin], { asOf: '2026-06', ...change })
  const cd = iso('ISO/IEC CD 27090', '30.60')
  const dis = iso('ISO/IEC DIS 27090', '40.60', { stageSince: '2026-09-01' })

  test.each<[string, Standard[], object[]]>([
    [
      'rests on a CD that is a DIS now',
      [project('ISO/IEC CD 27090'), dis],
      [{ kind: 'moved-on', of: 'ISO/IEC DIS 27090', on: '2026-09-01' }],
    ],
    [
      'the same with both records',
      [project('ISO/IEC CD 27090'), cd, dis],
      [{ kind: 'moved-on', of: 'ISO/IEC DIS 27090', on: '2026-09-01' }],
    ],
    [
      'rests on a first CD where there is a second',
      [project('ISO/IEC CD 27090'), iso('ISO/IEC CD 27090.2', '30.60')],
      [{ kind: 'moved-on', of: 'ISO/IEC CD 27090.2' }],
    ],
    [
      'rests on a DIS that was published under the number of its project',
      [
        project('ISO/IEC DIS 27090'),
        { ...dis, project: '56581' },
        iso('ISO/IEC 27090:2026', '60.60', { project: '56581', publishedOn: '2026-10-01' }),
      ],
      [{ kind: 'moved-on', of: 'ISO/IEC 27090:2026', on: '2026-10-01' }],
    ],
    [
      'rests on a draft whose record bears the name of the edition now',
      [
        project('ISO/IEC DIS 27090'),
        iso('ISO/IEC 27090:2026', '60.60', { otherNames: ['ISO/IEC DIS 27090'] }),
      ],
      [{ kind: 'moved-on', of: 'ISO/IEC 27090:2026' }],
    ],
    [
      'rests on a draft that is not on record, and an edition came out since',
      [project('ISO/IEC DIS 27090'), iso('ISO/IEC 27090:2026', '60.60', { publishedOn: '2026-10-01' })],
      [{ kind: 'moved-on', of: 'ISO/IEC 27090:2026', on: '2026-10-01' }],
    ],
    [
      'rests on a text that came into another phase after the last news',
      [project('ISO/IEC 27090'), dis],
      [{ kind: 'moved-on', of: 'ISO/IEC DIS 27090', on: '2026-09-01' }],
    ],
    [
      '… as its earlier stages tell',
      [
        project('ISO/IEC 27090'),
        { ...dis, stageSince: '2026-10-20', history: [{ stage: '40.20', on: '2026-07-28' }] },
      ],
      [{ kind: 'moved-on', of: 'ISO/IEC DIS 27090', on: '2026-07-28' }],
    ],
    [
      'rests on a text that was published after the last news',
      [project('ISO/IEC 27090'), iso('ISO/IEC 27090:2026', '60.60', { stageSince: '2026-07-03' })],
      [{ kind: 'moved-on', of: 'ISO/IEC 27090:2026', on: '2026-07-03' }],
    ],
    [
      'is published, and its text has a new edition since',
      [
        project('ISO/IEC 27090', { stage: '60', stageSince: '2026-01' }),
        iso('ISO/IEC 27090:2026', '60.60', { stageSince: '2026-07-03' }),
      ],
      [{ kind: 'moved-on', of: 'ISO/IEC 27090:2026', on: '2026-07-03' }],
    ],
    [
      'is published while its text is a draft',
      [project('ISO/IEC DIS 27090', { stage: '60' }), dis],
      [{ kind: 'ahead', of: 'ISO/IEC DIS 27090' }],
    ],
  ])('%s', (_why, records, expected) => {
    expect(drifts(records)).toStrictEqual(expected)
  })

  test.each<[string, Standard[]]>([
    ['rests on the draft that stands', [project('ISO/IEC DIS 27090'), dis]],
    ['rests on a draft of which an older record stands, too', [project('ISO/IEC DIS 27090'), cd, dis]],
    [
      'rests on a text that moved within its phase',
      [project('ISO/IEC 27090'), { ...dis, history: [{ stage: '40.20', on: '2026-03' }] }],
    ],
    [
      'rests on a text that moved before the last news',
      [project('ISO/IEC 27090', { asOf: '2026-09-02' }), dis],
    ],
    [
      'rests on a text that moved in the month of the last news',
      [project('ISO/IEC 27090', { asOf: '2026-09' }), dis],
    ],
    ['rests on a text of which no day is known', [project('ISO/IEC 27090'), cd]],
    [
      'rests on an edition that is published, as most do',
      [project('ISO/IEC 27090:2026'), iso('ISO/IEC 27090:2026', '60.60', { publishedOn: '2026-10-01' })],
    ],
    [
      'rests on a draft that is not on record, beside an edition of before',
      [project('ISO/IEC DIS 27017'), iso('ISO/IEC 27017:2015', '60.60', { publishedOn: '2015-12' })],
    ],
    [
      'rests on a draft of a phase that nobody can be sure of',
      [project('ISO/IEC DTS 27103'), iso('ISO/IEC DTS 27103', '50.00')],
    ],
    [
      'gives its content to what moves on',
      [
        {
          ...project('ISO/IEC CD 27090'),
          twins: [{ designation: 'ISO/IEC CD 27090', relation: 'contributes-to' }],
        },
        dis,
      ],
    ],
    [
      'is published, and gave its content to a draft',
      [
        {
          ...project('ISO/IEC DIS 27090', { stage: '60' }),
          twins: [{ designation: 'ISO/IEC DIS 27090', relation: 'contributes-to' }],
        },
        dis,
      ],
    ],
    ['was dropped', [project('ISO/IEC CD 27090', { stage: '95' }), dis]],
    ['rests on a text that is not on record', [project('ISO/IEC CD 27090')]],
  ])('does not drift where it %s', (_why, records) => {
    expect(drifts(records)).toStrictEqual([])
  })
})

describe('a project abroad that was dropped', () => {
  const dropped = iso('ISO/IEC CD 27046', '30.98', { stageSince: '2026-08-11' })
  const expected = [{ kind: 'abandoned', of: 'ISO/IEC CD 27046', on: '2026-08-11' }]

  test.each(['identical', 'modified', 'based-on', 'contributes-to'] as const)('is told: %s', (relation) => {
    for (const name of ['ISO/IEC CD 27046', 'ISO/IEC 27046', 'ISO/IEC DIS 27046'])
      expect(drifts([national('GB/T 1-2020', '60', [relation, name]), dropped])).toStrictEqual(expected)
  })

  test('is told beside older records of it that nobody closed', () => {
    const one = national('20261234-T-469', '20', ['based-on', 'ISO/IEC CD 27046'])
    const wd = iso('ISO/IEC WD 27046', '20.60')
    expect(drifts([one, dropped, wd])).toStrictEqual(expected)
    const first = iso('ISO/IEC CD 27046', '30.60', { project: '1' })
    const dis = iso('ISO/IEC DIS 27046', '40.98', { project: '1' })
    expect(drifts([one, first, dis])).toStrictEqual([{ kind: 'abandoned', of: 'ISO/IEC DIS 27046' }])
  })

  test('is not where it was taken up again', () => {
    const again = iso('ISO/IEC WD 27046', '20.20', { stageSince: '2026-10' })
    const one = national('20261234-T-469', '20', ['based-on', 'ISO/IEC 27046'])
    expect(drifts([one, dropped, again])).toStrictEqual([])
  })
})

describe('an edition that is the one in force', () => {
  const own = national('GB/T 22080-2025', '60', ['identical', 'ISO/IEC 27001:2022'])
  const cd = iso('ISO/IEC CD 27001', '30.60')

  test.each<[string, Standard[], string]>([
    ['is to be revised', [{ ...young, stage: '90.92' }], 'ISO/IEC 27001:2022'],
    ['is to be revised, by a project', [{ ...young, stage: '90.92' }, cd], 'ISO/IEC CD 27001'],
    ['is being replaced', [young, { ...cd, replaces: ['ISO/IEC 27001:2022'] }], 'ISO/IEC CD 27001'],
    [
      'is of another project than the draft',
      [
        { ...young, project: '1' },
        { ...cd, project: '2' },
      ],
      'ISO/IEC CD 27001',
    ],
    ['is older than the draft', [young, { ...cd, stageSince: '2026-02' }], 'ISO/IEC CD 27001'],
  ])('%s', (_why, records, of) => {
    expect(drifts([own, ...records])).toStrictEqual([{ kind: 'in-revision', of }])
  })

  test('is being replaced, though it is not on record itself', () => {
    const replacing = { ...cd, replaces: ['ISO/IEC 27001:2022'] }
    expect(drifts([own, replacing])).toStrictEqual([{ kind: 'in-revision', of: 'ISO/IEC CD 27001' }])
    expect(drifts([own, cd])).toStrictEqual([])
  })

  test.each<[string, Standard[]]>([
    [
      'the draft is an old record of its own project',
      [
        { ...young, project: '1' },
        { ...cd, project: '1' },
      ],
    ],
    ['nothing tells the draft from its own', [young, cd]],
    ['the draft is older', [young, { ...cd, stageSince: '2021-02' }]],
    ['the project is not approved yet', [young, iso('ISO/IEC NP 27001', '10.60', { stageSince: '2026-02' })]],
    ['the project was dropped', [young, { ...cd, stage: '30.98', replaces: ['ISO/IEC 27001:2022'] }]],
  ])('does not drift where %s', (_why, records) => {
    expect(drifts([own, ...records])).toStrictEqual([])
  })
})

test('an amendment that was taken over is behind where its edition was replaced', () => {
  const own = national('GB/T 96002-2024', '60', ['identical', 'ISO/IEC 96002:2018/Amd 1:2020'])
  const amendment = iso('ISO/IEC 96002:2018/Amd 1:2020', '60.60')
  const edition = iso('ISO/IEC 96002:2018', '95.99')
  const newer = iso('ISO/IEC 96002:2024', '60.60', { replaces: ['ISO/IEC 96002:2018'] })
  const told = [{ kind: 'superseded', of: 'ISO/IEC 96002:2024', others: [] }]
  expect(drifts([own, amendment, edition, newer])).toStrictEqual(told)
  expect(drifts([own, amendment, newer])).toStrictEqual(told)
  expect(drifts([own, amendment, { ...edition, stage: '60.60' }])).toStrictEqual([])
})

describe('an edition that was amended after it was taken over', () => {
  const edition = iso('ISO/IEC 28030:2020', '60.60', { publishedOn: '2020-05' })
  const own = national('GB/T 99040-2021', '60', ['identical', 'ISO/IEC 28030:2020'], {
    publishedOn: '2021-03-01',
  })
  const amendment = (number: number, publishedOn: string) =>
    iso(`ISO/IEC 28030:2020/Amd ${number}:${publishedOn.slice(0, 4)}`, '60.60', { publishedOn })

  test('is told with what came out since, the newest first', () => {
    const records = [own, edition, amendment(1, '2022-02-01'), amendment(2, '2024-06-01')]
    expect(drifts(records)).toStrictEqual([
      {
        kind: 'amended',
        of: 'ISO/IEC 28030:2020/Amd 2:2024',
        others: ['ISO/IEC 28030:2020/Amd 1:2022'],
        on: '2024-06-01',
      },
    ])
  })

  test('needs a position on the next one', () => {
    const draft = iso('ISO/IEC 28030:2020/DAM 2', '40.20', { stageSince: '2026-11-02' })
    expect(drifts([own, edition, draft])).toStrictEqual([
      { kind: 'ballot', of: 'ISO/IEC 28030:2020/DAM 2', closesOn: '2027-01-25' },
    ])
  })

  test.each<[string, Standard[]]>([
    ['came out before', [own, edition, amendment(1, '2020-12-01')]],
    [
      'is of another edition',
      [own, edition, iso('ISO/IEC 28030:2015/Amd 1:2024', '60.60', { publishedOn: '2024-06' })],
    ],
    ['is still a draft', [own, edition, iso('ISO/IEC 28030:2020/CD Amd 1', '30.60')]],
    ['was withdrawn', [own, edition, { ...amendment(1, '2024-06-01'), stage: '95.99' }]],
  ])('is not told where the amendment %s', (_why, records) => {
    expect(drifts(records)).toStrictEqual([])
  })

  test('is left out where the edition was replaced', () => {
    const newer = iso('ISO/IEC 28030:2025', '60.60', { publishedOn: '2025-01-01' })
    expect(drifts([own, edition, newer, amendment(1, '2024-06-01')])).toMatchObject([{ kind: 'superseded' }])
  })
})

describe('a ballot', () => {
  const own = national('20261234-T-469', '20', ['contributes-to', 'ISO/IEC 27090'])
  const at = (name: string, stage: string, stageSince?: string, asOf = '2026-11') =>
    iso(name, stage, { asOf, ...(stageSince !== undefined && { stageSince }) })

  test.each<[string, Standard, object]>([
    [
      'of a DIS closes after twelve weeks',
      at('ISO/IEC DIS 27090', '40.20', '2026-10-01'),
      { closesOn: '2026-12-24' },
    ],
    [
      'of an FDIS closes after eight',
      at('ISO/IEC FDIS 27090', '50.20', '2026-10-01'),
      { closesOn: '2026-11-26' },
    ],
    ['is open on its last day', at('ISO/IEC FDIS 27090', '50.20', '2026-09-28'), { closesOn: '2026-11-23' }],
    ['that began in a month is open while it may be', at('ISO/IEC DIS 27090', '40.20', '2026-08'), {}],
    ['of which no day is known is open as of its source', at('ISO/IEC DIS 27090', '40.20'), {}],
    ['of a CD has no official length', at('ISO/IEC CD 27090', '30.20', '2026-10-01'), {}],
    [
      'that is an enquiry of CEN closes after twelve weeks',
      { ...at('prEN ISO/IEC 27090', '40.20', '2026-10-01'), stages: 'cen' },
      { closesOn: '2026-12-24' },
    ],
    [
      'that is a formal vote of CEN has no official length',
      { ...at('FprEN ISO/IEC 27090', '50.20', '2026-10-01'), stages: 'cen' },
      {},
    ],
    ['of a new project neither', at('ISO/IEC NP 27090', '10.20', '2026-10-01'), {}],
  ])('%s', (_why, record, expected) => {
    const twins = [{ designation: record.designation, relation: 'contributes-to' as const }]
    expect(drifts([record.stages === 'cen' ? { ...own, twins } : own, record])).toStrictEqual([
      { kind: 'ballot', of: record.designation, ...expected },
    ])
  })

  test.each<[string, Standard]>([
    ['closed yesterday', at('ISO/IEC FDIS 27090', '50.20', '2026-09-27')],
    ['began in a month that is too long ago', at('ISO/IEC DIS 27090', '40.20', '2026-07')],
    ['was told of too long ago', at('ISO/IEC DIS 27090', '40.20', undefined, '2025')],
    ['closed', at('ISO/IEC DIS 27090', '40.60', '2026-11-01')],
    ['is none: a draft was registered', at('ISO/IEC DIS 27090', '40.00', '2026-11-01')],
    ['is none: a proof is read', at('ISO/IEC PRF 27090', '50.20', '2026-11-01')],
  ])('is not told where it %s', (_why, record) => {
    expect(drifts([own, record])).toStrictEqual([])
  })

  test('on the revision of an edition that was taken over needs a position too, beside what drifts already', () => {
    const adopted = national('GB/T 22080-2016', '60', ['identical', 'ISO/IEC 27001:2013'])
    const running = iso('ISO/IEC DIS 27001', '40.20', { stageSince: '2026-11-02' })
    expect(drifts([adopted, young, running])).toStrictEqual([
      { kind: 'ballot', of: 'ISO/IEC DIS 27001', closesOn: '2027-01-25' },
      told,
    ])
  })

  test.each(['identical', 'modified', 'based-on', 'contributes-to'] as const)(
    'is known where the national end is not on record: %s',
    (relation) => {
      const dis = at('ISO/IEC DIS 27090', '40.20', '2026-11-02')
      const twins = [{ designation: 'GB/T 9-2020', relation }]
      expect(drifts([{ ...dis, twins }])).toMatchObject([{ kind: 'ballot', closesOn: '2027-01-25' }])
    },
  )

  test('is over when the days have passed, whatever else is known', () => {
    const dis = at('ISO/IEC DIS 27090', '40.20', '2026-10-01')
    expect(drifts([own, dis], '2026-12-24')).toHaveLength(1)
    expect(drifts([own, dis], '2026-12-25')).toStrictEqual([])
    expect(drifts([own, dis], today)).toHaveLength(1)
  })
})

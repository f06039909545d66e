import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Given } from '../../../../src/domain/standard/importing/given.ts'
import { heldOrFaulty } from '../../../../src/domain/standard/importing/import-plan.ts'
import { nearestDesignation } from '../../../../src/domain/standard/importing/nearest-designation.ts'
import { newId } from '../../../../src/domain/standard/importing/new-id.ts'
import { type PlanOptions, planImport } from '../../../../src/domain/standard/importing/plan-import.ts'
import type { Standard } from '../../../../src/domain/standard/rules.ts'

const defaults = { asOf: '2026-11-20', source: 'list.csv' }

function planned(givens: readonly Given[], records: readonly Standard[] = [], options: PlanOptions = {}) {
  const rows = givens.map((given, at) => ({ place: { line: at + 2 }, given }))
  return planImport({ rows, faults: [], defaults }, records, options)
}

function record(designation: string, change: Partial<Standard> = {}): Standard {
  return {
    id: newId(designation, () => false),
    designation,
    otherNames: [],
    titles: { zh: `标准名称 ${designation}` },
    stages: designation.startsWith('ISO') ? 'iso' : 'gb',
    stage: designation.startsWith('ISO') ? '40.20' : '60',
    asOf: '2025-06',
    source: 'portal',
    replaces: [],
    twins: [],
    topics: [],
    history: [],
    ...change,
  }
}

describe('a new record', () => {
  test.each<[string, string, string | undefined]>([
    ['ISO/IEC 10116:2017/Amd 1:2021', '2017', undefined],
    ['ISO/IEC 10116:2017/Amd 1:2021', '2021-02', '2021-02'],
    ['ISO/IEC 10116:2017', '2017-07', '2017-07'],
  ])('%s, which the source dates %s, came out: %s', (designation, publishedOn, on) => {
    const [added] = planned([{ designation, titleEn: 'Modes', stageText: '60.60', publishedOn }]).added
    expect([added?.standard.publishedOn, added?.standard.stageSince]).toEqual([on, on])
  })

  test('has an id of its name, the system and stage that its name or status tells, and says what was concluded', () => {
    const plan = planned([
      { designation: 'GB/T 22239-2019', titleZh: '基本要求', status: 'published', publishedOn: '2019-05-10' },
      { designation: '20230253-T-469', titleZh: '数据分类分级规则', stageText: '正在征求意见' },
      { designation: 'ISO/IEC FDIS 27565', titleEn: 'Zero-knowledge proofs' },
      { designation: 'ISO/IEC 27001:2022', titleEn: 'ISMS requirements' },
      { designation: 'ISO/IEC 27013:2021/DAM 1', titleEn: 'Amendment', publishedOn: '2021' },
    ])
    expect(plan.added.map(({ standard: { id, stages, stage } }) => [id, stages, stage])).toEqual([
      ['gb-t-22239-2019', 'gb', '60'],
      ['20230253-t-469', 'gb', '30'],
      ['iso-iec-fdis-27565', 'iso', '50.00'],
      ['iso-iec-27001-2022', 'iso', '60.60'],
      ['iso-iec-27013-2021-dam-1', 'iso', '40.00'],
    ])
    expect(plan.added[0]?.standard).toMatchObject({ ...defaults, stageSince: '2019-05-10' })
    expect(plan.added[4]?.standard).not.toHaveProperty('publishedOn')
    expect(plan.deduced).toEqual({
      id: 5,
      stages: 5,
      'stage-from-status': 1,
      'stage-from-name': 3,
      'since-from-publication': 1,
      'publication-left': 1,
      'as-of': 5,
      source: 5,
    })
  })

  test.each<[string, Given, object]>([
    ['without a name', { titleZh: '甲' }, { field: 'designation', problem: { kind: 'missing' } }],
    ['without a title', { designation: 'GB/T 1-2020' }, { field: 'titleEn', problem: { kind: 'missing' } }],
    [
      'of no known system',
      { designation: 'ETSI EN 303 645', titleEn: 'IoT' },
      { field: 'stages', value: 'ETSI EN 303 645', problem: { kind: 'no-system' } },
    ],
    [
      'with a number that can’t be read',
      { designation: 'GB/T 47027-25', titleZh: '甲' },
      {
        field: 'designation',
        value: 'GB/T 47027-25',
        problem: { kind: 'unread', nearest: 'GB/T 47027-2025' },
      },
    ],
    [
      'of no known stage',
      { designation: 'GB/T 1', titleZh: '甲' },
      { field: 'stage', problem: { kind: 'missing' } },
    ],
    [
      'at a stage of another system',
      { designation: 'GB/T 1-2020', titleZh: '甲', stageText: '40.20' },
      { field: 'stage', value: '40.20', problem: { kind: 'not', what: 'stage' } },
    ],
    [
      'at a stage that is none',
      { designation: 'ISO 1', titleEn: 'A', stageText: '40.21' },
      { problem: { kind: 'not', what: 'stage', nearest: '40.20' } },
    ],
  ])('%s is a fault', (_, given, fault) => {
    const plan = planned([given])
    expect(plan.added).toEqual([])
    expect(plan.faults).toMatchObject([{ place: { line: 2 }, ...fault }])
    expect(plan.faulty).toBe(1)
  })

  test('is told where its title is that of another number, and taken', () => {
    const plan = planned(
      [
        { designation: 'GB/T 1-2020', titleZh: '信息安全技术 术语和概念' },
        { designation: 'GB/T 3-2020', titleZh: '信息安全技术术语和概念' },
        { designation: 'GB/T 1-2024', titleZh: '信息安全技术 术语和概念' },
      ],
      [record('GB/T 2-2019', { titles: { zh: '网络安全技术 别的名称' } })],
    )
    expect(plan.added).toHaveLength(3)
    expect(plan.doubts).toMatchObject([
      {
        kind: 'same-title',
        isHeld: false,
        designation: 'GB/T 3-2020',
        other: { designation: 'GB/T 1-2020' },
      },
    ])
  })

  test('is held where only a year tells it from one on record', () => {
    const plan = planned([{ designation: 'GB/T 22239-2019', titleZh: '甲' }], [record('GB/T 22239')])
    expect(plan.doubts).toMatchObject([
      { kind: 'undated', isHeld: true, other: { designation: 'GB/T 22239' } },
    ])
    expect(plan.added).toEqual([])
  })
})

test.each([
  ['GB/T 47027-25', 'GB/T 47027-2025'],
  ['GB/T 1988—98', 'GB/T 1988-1998'],
  ['ISO/IEC 27001:22', 'ISO/IEC 27001:2022'],
  ['GB/T 22239.2019', 'GB/T 22239-2019'],
  ['GB/T 222O9-2O19', 'GB/T 22209-2019'],
  ['GBZ 188', 'GB/Z 188'],
  ['GBZ 188-07', 'GB/Z 188-2007'],
  ['GT/B 1-2020', 'GB/T 1-2020'],
  ['网络安全指南', undefined],
  ['1', undefined],
])('The designation nearest to %s is %s', (text, nearest) => {
  expect(nearestDesignation(text)).toBe(nearest)
})

describe('a day that can’t be', () => {
  const text = { designation: 'GB/T 47201-2025', titleZh: '甲' }
  const ahead = { kind: 'ahead', asOf: '2026-11-20' }

  test.each<[string, Given, object]>([
    [
      'published tomorrow',
      { ...text, publishedOn: '2026-11-21' },
      { field: 'publishedOn', problem: { ...ahead, nearest: '2025-11-21' } },
    ],
    [
      'published in another century',
      { ...text, publishedOn: '2052-03' },
      { value: '2052-03', problem: { ...ahead, nearest: '2025-03' } },
    ],
    [
      'at its stage since next year',
      { ...text, stageSince: '2027' },
      { field: 'stageSince', problem: ahead },
    ],
    [
      'at an earlier stage since next month',
      { ...text, history: [{ stage: '30', on: '2026-12' }] },
      { field: 'history', problem: ahead },
    ],
    ['planned in the future', { ...text, plannedOn: '2030' }, { field: 'plannedOn', problem: ahead }],
    [
      'published in 1025',
      { ...text, publishedOn: '1025-12-31' },
      { problem: { kind: 'too-early', nearest: '2025-12-31' } },
    ],
    ['in force from 202', { ...text, effectiveOn: '0202-01' }, { problem: { kind: 'too-early' } }],
    [
      'that replaces itself',
      { ...text, replaces: ['GB/T 1-2020', 'GB/T 47201-2025'] },
      { field: 'replaces', value: 'GB/T 47201-2025', problem: { kind: 'itself' } },
    ],
  ])('%s is a fault of its row', (_, given, fault) => {
    const plan = planned([given], [record('GB/T 47201-2025', { titles: { zh: '乙' } })])
    expect(plan.faults).toMatchObject([{ place: { line: 2 }, ...fault }])
    expect(plan).toMatchObject({ added: [], changed: [], faulty: 1, doubts: [] })
  })

  test.each<[string, Given]>([
    ['published today', { ...text, publishedOn: '2026-11-20' }],
    ['published this month', { ...text, publishedOn: '2026-11' }],
    ['known as of a later day by its own word', { ...text, asOf: '2026-12', publishedOn: '2026-12-01' }],
    [
      'yet to come into force',
      { ...text, publishedOn: '2026-10-01', effectiveOn: '2028-05-01', targetOn: '2029-01-01' },
    ],
    [
      'of a year before its publication',
      { ...text, designation: 'GB/T 1-2024', publishedOn: '2025-02', effectiveOn: '2025' },
    ],
    ['of next year', { ...text, designation: 'GB/T 1-2027' }],
    [
      'an amendment of a later year',
      { ...text, designation: 'GB 4943.1-2011/XG1-2020', publishedOn: '2020-05', stageText: '60' },
    ],
  ])('%s is none', (_, given) => {
    expect(planned([given])).toMatchObject({ added: [{}], faults: [], doubts: [] })
  })

  test.each<[string, Given, object]>([
    [
      'in force before its publication',
      { ...text, publishedOn: '2025-08-01', effectiveOn: '2025-07' },
      { kind: 'early-effect', days: { publishedOn: '2025-08-01', effectiveOn: '2025-07' } },
    ],
    [
      'of a year far from its publication',
      { ...text, publishedOn: '2019-05-10' },
      { kind: 'other-year', designation: 'GB/T 47201-2025', days: { publishedOn: '2019-05-10' } },
    ],
    [
      'of a year after next',
      { ...text, designation: 'GB/T 1-2028' },
      { kind: 'year-ahead', designation: 'GB/T 1-2028', days: { asOf: '2026-11-20' } },
    ],
    ['planned for a year after next', { ...text, designation: '20300253-T-469' }, { kind: 'year-ahead' }],
  ])('%s is held, until a person says that it is right; then it is no longer asked', (_, given, doubt) => {
    expect(planned([given])).toMatchObject({ added: [], doubts: [{ ...doubt, isHeld: true }] })
    const { added } = planned([given], [], { takesDoubtful: true })
    const records = added.map(({ standard }) => standard)
    expect(planned([given], records)).toMatchObject({ unchanged: 1, doubts: [] })
  })

  test('is asked of a record that it would change', () => {
    const known = record('GB/T 47201-2025', { publishedOn: '2025-08-01' })
    const plan = planned([{ designation: 'GB/T 47201-2025', effectiveOn: '2024-08-01' }], [known])
    expect(plan).toMatchObject({ changed: [], doubts: [{ kind: 'early-effect', isHeld: true }] })
  })
})

describe('ids', () => {
  test.each([
    ['GB/T 20485.16-2018', 'gb-t-20485.16-2018'],
    ['ISO/IEC DIS 27565.2', 'iso-iec-dis-27565.2'],
    ['TC260-PG-20259A', 'tc260-pg-20259a'],
  ])('%s → %s', (name, id) => expect(newId(name, () => false)).toBe(id))

  test('of Chinese names, of names too long and of names that are taken are told apart by a mark', () => {
    const ids = [
      '网络安全指南',
      '数据安全指南',
      `X ${'1'.repeat(90)}`,
      `X ${'1'.repeat(91)}`,
      'GB/T 1-2020',
    ].map((name) => newId(name, (id) => id === 'gb-t-1-2020'))
    expect(new Set(ids).size).toBe(5)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9][a-z0-9._-]{0,63}$/)
    expect(newId('网络安全指南', () => false)).toBe(ids[0])
  })
})

describe('rows of one standard', () => {
  test('that say the same count once, and one fills in what another leaves blank', () => {
    const plan = planned([
      { designation: 'GB/T 1-2020', titleZh: '信息安全技术 术语' },
      { designation: 'GB/T 1-2020', titleZh: '信息安全技术术语', url: 'https://example.org/1' },
    ])
    expect(plan.repeated).toBe(1)
    expect(plan.added).toMatchObject([
      {
        places: [{ line: 2 }, { line: 3 }],
        standard: { titles: { zh: '信息安全技术 术语' }, url: 'https://example.org/1' },
      },
    ])
  })

  test('that differ are shown, and nothing is guessed', () => {
    const plan = planned([
      { designation: 'GB/T 17964-2021', titleZh: '信息安全技术 分组密码算法的工作模式' },
      { designation: 'GB/T 17964-2021', titleZh: '分组密码算法的工作模式' },
    ])
    expect(plan.added).toEqual([])
    expect(plan.doubts).toEqual([
      {
        kind: 'same-name',
        isHeld: true,
        places: [{ line: 2 }, { line: 3 }],
        designation: 'GB/T 17964-2021',
        differing: [
          { field: 'titleZh', values: ['信息安全技术 分组密码算法的工作模式', '分组密码算法的工作模式'] },
        ],
      },
    ])
  })

  test.each<[string, Given]>([
    ['could not be read whole', { designation: 'GB/T 17964-2021', titleZh: '乙' }],
    ['says what can’t be', { designation: 'GB/T 17964-2021', titleZh: '乙', publishedOn: '2091' }],
  ])('are held where another title stands in one that %s', (_, other) => {
    const row = (line: number, given: Given) => ({ place: { line }, given })
    const isRead = other.publishedOn === undefined
    const rows = [
      row(2, { designation: 'GB/T 17964-2021', titleZh: '甲' }),
      row(4, { designation: 'GB/T 1-2020', titleZh: '丙' }),
    ]
    const faults = isRead ? [{ place: { line: 3 }, problem: { kind: 'formula' as const } }] : []
    const plan = planImport(
      isRead
        ? { rows, faults, faultyRows: [row(3, other)], defaults }
        : { rows: [...rows, row(3, other)], faults, defaults },
      [],
    )
    expect(plan.added).toMatchObject([{ standard: { designation: 'GB/T 1-2020' } }])
    expect(plan.doubts).toEqual([
      {
        kind: 'same-name',
        isHeld: true,
        places: [{ line: 2 }],
        besides: [{ line: 3 }],
        designation: 'GB/T 17964-2021',
        differing: [{ field: 'titleZh', values: ['甲', '乙'] }],
      },
    ])
    expect([plan.faulty, heldOrFaulty(plan)]).toEqual([1, 2])
    const same = planImport({ rows, faults, faultyRows: [row(3, { ...other, titleZh: '甲' })], defaults }, [])
    expect(same).toMatchObject({ added: [{}, {}], doubts: [] })
  })

  test('with one id but two names are held', () => {
    const plan = planned([
      { id: 'a', designation: 'GB/T 1-2020', titleZh: '甲' },
      { id: 'a', designation: 'GB/T 2-2020', titleZh: '乙' },
    ])
    expect(plan.added).toHaveLength(1)
    expect(plan.doubts).toMatchObject([{ kind: 'same-id', places: [{ line: 3 }], isHeld: true }])
  })
})

describe('a record on file is met', () => {
  const known = record('GB/T 43697-2024', { id: 'data', otherNames: ['20230253-T-469'] })

  test.each<[string, Given]>([
    ['by its id', { id: 'data', titleEn: 'Rules' }],
    ['by its designation', { designation: 'GB/T 43697-2024', titleEn: 'Rules' }],
    ['by a former name', { designation: '20230253-T-469', titleEn: 'Rules' }],
  ])('%s', (_, given) => {
    const plan = planned([given], [record('GB/T 1-2020'), known])
    expect(plan.changed).toMatchObject([
      {
        after: { id: 'data', designation: 'GB/T 43697-2024', otherNames: ['20230253-T-469'] },
        fields: [{ field: 'titleEn', from: '', to: 'Rules' }],
      },
    ])
    expect(plan.absent).toEqual(['gb-t-1-2020'])
  })

  test('by the number of its plan, whose name it then had', () => {
    const project = record('20230253-T-469', { stage: '30' })
    const given = {
      designation: 'GB/T 43697-2024',
      otherNames: ['20230253-T-469'],
      status: 'published' as const,
    }
    const [change] = planned([given], [project]).changed
    expect(change?.after).toMatchObject({
      id: '20230253-t-469',
      designation: 'GB/T 43697-2024',
      otherNames: ['20230253-T-469'],
      stage: '60',
    })
  })

  test('by the number of its project, where it is the same kind of draft', () => {
    const dis = record('ISO/IEC DIS 27565', { project: '80398', titles: { en: 'Proofs' } })
    const again = {
      designation: 'ISO/IEC DIS 27565.2',
      project: '80398',
      titleEn: 'Proofs',
      stageText: '40.20',
    }
    const renumbered = { designation: 'ISO/IEC DIS 27999', project: '80398', stageText: '40.60' }
    expect(planned([again], [dis]).added).toHaveLength(1)
    expect(planned([renumbered], [dis]).changed).toMatchObject([
      { after: { designation: 'ISO/IEC DIS 27999', otherNames: ['ISO/IEC DIS 27565'] } },
    ])
  })

  test('but a draft does not become the text that keeps its name', () => {
    const published = record('ISO/IEC 27701:2025', { stage: '60.60', otherNames: ['ISO/IEC DIS 27701'] })
    const plan = planned(
      [{ designation: 'ISO/IEC DIS 27701', titleEn: 'PIMS', stageText: '40.93' }],
      [published],
    )
    expect(plan.added).toMatchObject([{ standard: { designation: 'ISO/IEC DIS 27701', stage: '40.93' } }])
  })
})

describe('what is on record', () => {
  const known = record('GB/T 1-2020', {
    stageSince: '2020-03',
    group: 'WG8',
    topics: ['data'],
    otherNames: ['20180001-T-469'],
    history: [{ stage: '30', on: '2019' }],
  })

  test('stays where the file is silent, and names and history only grow', () => {
    const given = {
      designation: 'GB/T 1-2020',
      otherNames: ['WD 1'],
      history: [{ stage: '40', on: '2019-12' }],
      status: 'published' as const,
    }
    expect(planned([given], [known]).changed[0]?.after).toEqual({
      ...known,
      otherNames: ['20180001-T-469', 'WD 1'],
      history: [
        { stage: '30', on: '2019' },
        { stage: '40', on: '2019-12' },
      ],
    })
  })

  test('moves on, with the day and source of the file, and keeps the day of the stage before in its history', () => {
    const [change] = planned([{ designation: 'GB/T 1-2020', stageText: '复审' }], [known]).changed
    const history = [...known.history, { stage: '60', on: '2020-03' }]
    // It came out when it came to the stage that it leaves.
    const publishedOn = '2020-03'
    expect(change?.after).toEqual({ ...withoutSince(known), ...defaults, stage: '90', history, publishedOn })
    expect(change?.fields.map(({ field }) => field).sort()).toEqual([
      'asOf',
      'history',
      'publishedOn',
      'source',
      'stage',
      'stageSince',
    ])
  })

  test.each<[string, Given, string]>([
    ['older', { designation: 'GB/T 1-2020', stageText: '95', asOf: '2024-01' }, 'older'],
    ['a step back', { designation: 'GB/T 1-2020', stageText: '40' }, 'backwards'],
  ])('is not overwritten in silence by a stage that is %s', (_, given, kind) => {
    expect(planned([given], [known])).toMatchObject({ changed: [], doubts: [{ kind, isHeld: true }] })
    expect(planned([given], [known], { takesDoubtful: true }).changed).toHaveLength(1)
  })

  test('may go back where its system says so', () => {
    const dis = record('ISO/IEC DIS 1', { stage: '40.92' })
    expect(planned([{ designation: 'ISO/IEC DIS 1', stageText: '30.20' }], [dis])).toMatchObject({
      doubts: [],
      changed: [{ after: { stage: '30.20' } }],
    })
  })

  test('is told by the name that it does not bear, where two rows call it differently', () => {
    const rows = [
      { designation: 'GB/T 1-2020', stageText: '60' },
      { designation: '20180001-T-469', stageText: '40' },
    ]
    const [doubt] = planned(rows, [{ ...known, otherNames: ['20180001-T-469'] }]).doubts
    expect(doubt).toMatchObject({
      kind: 'also-named',
      designation: '20180001-T-469',
      other: { designation: 'GB/T 1-2020' },
    })
  })

  test('takes no name that another record has', () => {
    const plan = planned([{ id: known.id, designation: 'GB/T 2-2020' }], [known, record('GB/T 2-2020')])
    expect(plan).toMatchObject({
      changed: [],
      doubts: [{ kind: 'also-named', other: { designation: 'GB/T 2-2020' } }],
    })
  })
})

function withoutSince({ stageSince: _since, ...rest }: Standard): Omit<Standard, 'stageSince'> {
  return rest
}

test('a file twice changes nothing, whatever is in it, and every row is accounted for', () => {
  const designation = fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom('', '-2019', '-2024'))
      .map(([n, year]) => `GB/T ${n}${year}`),
    fc
      .tuple(
        fc.constantFrom('CD ', 'DIS ', 'FDIS ', ''),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('', '.2', ':2020'),
      )
      .map(([draft, n, rest]) => `ISO/IEC ${draft}${n}${rest}`),
    fc.integer({ min: 1, max: 20 }).map((n) => `2023${String(n).padStart(4, '0')}-T-469`),
  )
  const given = fc.record(
    {
      designation,
      titleZh: fc.constantFrom('信息安全技术 术语和概念', '网络安全 基本要求', '数据'),
      stageText: fc.constantFrom('30', '40.20', '60', '60.60', '95', 'CD', '正在审查'),
      status: fc.constantFrom('published' as const, 'withdrawn' as const, 'being-made' as const),
      otherNames: designation.map((name) => [name]),
      publishedOn: fc.constantFrom('2019', '2024-05', '2024-05-01'),
      project: fc.constantFrom('1', '2', '3'),
      group: fc.constant('WG8'),
    },
    { requiredKeys: ['designation', 'titleZh'] },
  )
  fc.assert(
    fc.property(fc.array(given, { maxLength: 25 }), (givens) => {
      const first = planned(givens)
      const held = first.doubts.filter(({ isHeld }) => isHeld).flatMap(({ places }) => places)
      const lines = [
        ...first.added.flatMap(({ places }) => places),
        ...held,
        ...first.faults.map(({ place }) => place),
      ].map(({ line }) => line)
      expect([...new Set(lines)].length).toBeGreaterThanOrEqual(lines.length - first.repeated)
      expect(new Set(first.added.map(({ standard }) => standard.id)).size).toBe(first.added.length)
      const records = first.added.map(({ standard }) => standard)
      const second = planned(givens, records)
      expect(second.changed.map(({ before, fields }) => ({ before, fields }))).toEqual([])
      expect(second.added).toEqual([])
    }),
  )
})

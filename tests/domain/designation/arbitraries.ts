import fc from 'fast-check'
import type {
  CenDesignation,
  CenSupplement,
  CommitteeDocumentDesignation,
  Designation,
  EtsiDesignation,
  GuideDesignation,
  IetfSeriesDesignation,
  InternetDraftDesignation,
  IsoDesignation,
  IsoSupplement,
  NationalDesignation,
  NumberedEdition,
  PlanDesignation,
} from '../../../src/domain/designation/rules.ts'

const year = fc.integer({ min: 1950, max: 2049 })
const month = fc.integer({ min: 1, max: 12 })
const digits = fc.integer({ min: 1, max: 99_999 }).map(String)
const part = fc.integer({ min: 1, max: 99 }).map(String)
const iteration = fc.integer({ min: 2, max: 9 })
const allParts = fc.constant(true as const)

const national: fc.Arbitrary<NationalDesignation> = fc.oneof(
  fc.record(
    {
      scheme: fc.constant('national' as const),
      prefix: fc.constantFrom(
        'GB',
        'GB/T',
        'GB/Z',
        'GM/T',
        'YD/T',
        'DB11/T',
        'DB44',
        'JJF',
        'JGJ/T',
        'Q/GDW',
      ),
      number: digits,
      part,
      year,
      allParts,
    },
    { requiredKeys: ['scheme', 'prefix', 'number'] },
  ),
  fc.record(
    {
      scheme: fc.constant('national' as const),
      prefix: fc.constantFrom('HJ', 'YD', 'T/CESA', 'T/31SCTA', 'GJB', 'GJB/Z'),
      number: fc.integer({ min: 1, max: 9_999 }).map((one) => String(one).padStart(4, '0')),
      part,
      year,
    },
    { requiredKeys: ['scheme', 'prefix', 'number', 'year'] },
  ),
  fc.record({
    scheme: fc.constant('national' as const),
    prefix: fc.constant('GJB'),
    number: digits.map((one) => `${one}A`),
    year,
  }),
  fc.record({
    scheme: fc.constant('national' as const),
    prefix: fc.constant('GB'),
    number: digits,
    year,
    amendment: fc.record({ number: fc.integer({ min: 1, max: 9 }), year }, { requiredKeys: ['number'] }),
  }),
)

const plan: fc.Arbitrary<PlanDesignation> = fc.record({
  scheme: fc.constant('plan' as const),
  number: fc
    .tuple(year, fc.integer({ min: 0, max: 9999 }))
    .map(([y, n]) => `${y}${String(n).padStart(4, '0')}`),
  nature: fc.constantFrom('T' as const, 'Q' as const, 'Z' as const),
  body: fc.integer({ min: 100, max: 999 }).map(String),
})

const guide: fc.Arbitrary<GuideDesignation> = fc.record(
  {
    scheme: fc.constant('tc260-guide' as const),
    year: fc.integer({ min: 2000, max: 2049 }),
    sequence: fc.integer({ min: 1, max: 99 }),
    letter: fc.constantFrom('A', 'B'),
  },
  { requiredKeys: ['scheme', 'year', 'letter'] },
)

const committeeDocument: fc.Arbitrary<CommitteeDocumentDesignation> = fc.record(
  {
    scheme: fc.constant('tc260-document' as const),
    series: fc.constantFrom('TR', 'TD'),
    number: fc.integer({ min: 1, max: 999 }),
    year,
  },
  { requiredKeys: ['scheme', 'number'] },
)

/** A month only with a year; a part that looks like a year would be ambiguous without one. */
const edition: fc.Arbitrary<NumberedEdition> = fc
  .record(
    { number: digits, part: fc.oneof(part, fc.constant('5-1')), iteration, year, month, allParts },
    { requiredKeys: ['number'] },
  )
  .map(({ month: inMonth, ...rest }) =>
    rest.year === undefined || inMonth === undefined ? rest : { ...rest, month: inMonth },
  )

const isoSupplement: fc.Arbitrary<IsoSupplement> = fc.record(
  {
    kind: fc.constantFrom('Amd' as const, 'Cor' as const, 'Add' as const, 'Ext' as const),
    stage: fc.constantFrom('AWI', 'WD', 'CD', 'D', 'FD', 'PD', 'FPD', 'PRF'),
    number: fc.integer({ min: 1, max: 20 }),
    iteration,
    year,
  },
  { requiredKeys: ['kind', 'number'] },
)

function builtIn(kind: 'Amd'): fc.Arbitrary<IsoSupplement> {
  const number = fc.integer({ min: 1, max: 20 })
  return fc.record({ kind: fc.constant(kind), consolidated: fc.constant(true as const), number, year })
}

const apart: fc.Arbitrary<IsoSupplement> = fc.record({
  kind: fc.constantFrom('Cor' as const, 'ISH' as const),
  number: fc.integer({ min: 1, max: 20 }),
  year,
})

const publishers = fc.constantFrom<string[][]>(
  ['ISO'],
  ['IEC'],
  ['ISO', 'IEC'],
  ['ISO', 'IEC', 'IEEE'],
  ['ISO', 'SAE'],
)

const isoProper: fc.Arbitrary<IsoDesignation> = fc
  .tuple(
    fc.record(
      {
        scheme: fc.constant('iso' as const),
        publishers,
        stage: fc.constantFrom('PWI', 'NP', 'AWI', 'WD', 'CD', 'DIS', 'FDIS', 'PRF', 'DTS', 'DTR', 'DPAS'),
        type: fc.constantFrom('TS', 'TR', 'PAS', 'Guide', 'R', 'TTA'),
        supplements: fc.array(isoSupplement, { maxLength: 3 }),
        language: fc.constantFrom('E', 'F', 'E/F', 'en', 'zh'),
      },
      { requiredKeys: ['scheme', 'publishers', 'supplements'] },
    ),
    edition,
  )
  .map(([heading, numbered]) => ({ ...heading, ...numbered }))

/** Texts of IEC with what only IEC prints: amendments built in, forms of delivery, letters in numbers. */
const iec: fc.Arbitrary<IsoDesignation> = fc.record(
  {
    scheme: fc.constant('iso' as const),
    publishers: fc.constantFrom(['IEC'], ['CISPR'], ['IEC', 'IEEE']),
    type: fc.constantFrom('TS', 'TR', 'PAS', 'SRD'),
    number: digits,
    year,
    supplements: fc
      .tuple(fc.array(builtIn('Amd'), { maxLength: 2 }), fc.array(apart, { maxLength: 2 }))
      .map((both) => both.flat()),
    edition: fc.constantFrom('1', '2', '3.1'),
    delivery: fc.constantFrom('CSV', 'RLV', 'EXV-CMV', 'SER'),
  },
  { requiredKeys: ['scheme', 'publishers', 'number', 'year', 'supplements', 'delivery'] },
)

/** Letters in numbers and parts stand before a year. */
const lettered: fc.Arbitrary<IsoDesignation> = fc
  .tuple(
    fc.constantFrom<Pick<IsoDesignation, 'publishers' | 'number' | 'part'>[]>(
      { publishers: ['IEC'], number: '60148A' },
      { publishers: ['IEC'], number: '60117', part: '15A' },
      { publishers: ['ISO'], number: '105', part: 'P02' },
      { publishers: ['ISO', 'IEC', 'IEEE'], number: '8802', part: '1AX' },
    ),
    year,
  )
  .map(([named, inYear]) => ({ scheme: 'iso' as const, ...named, year: inYear, supplements: [] }))

const cenSupplement: fc.Arbitrary<CenSupplement> = fc.record(
  {
    joiner: fc.constantFrom('/' as const, '+' as const),
    kind: fc.constantFrom('A' as const, 'AC' as const, 'prA' as const, 'FprA' as const),
    number: fc.integer({ min: 1, max: 20 }),
    year,
  },
  { requiredKeys: ['joiner', 'kind', 'number'] },
)

const cen: fc.Arbitrary<CenDesignation> = fc
  .tuple(
    fc.constantFrom(
      { type: 'EN' },
      { type: 'CWA' },
      { type: 'CEN/TS' },
      { type: 'CEN/CLC/TR' },
      { type: 'CLC/TS' },
      { type: 'EN', adopts: 'ISO/IEC' },
      { type: 'EN', adopts: 'IEC' },
      { type: 'CEN', adopts: 'ISO/TS' },
      { type: 'CEN/CLC', adopts: 'ISO/IEC/TR' },
      { type: 'ENV' },
    ),
    fc.record({ draft: fc.constantFrom('pr' as const, 'Fpr' as const) }, { requiredKeys: [] }),
    fc.array(cenSupplement, { maxLength: 2 }),
    edition,
  )
  .map(([heading, draft, supplements, numbered]) => ({
    scheme: 'cen' as const,
    ...heading,
    ...draft,
    ...numbered,
    supplements,
  }))

const harmonized: fc.Arbitrary<CenDesignation> = fc.record({
  scheme: fc.constant('cen' as const),
  type: fc.constant('HD'),
  number: fc.constantFrom('21.7', '384.7.711', '603', '60364'),
  series: fc.integer({ min: 1, max: 4 }),
  year,
  supplements: fc.array(cenSupplement, { maxLength: 1 }),
})

const oldEtsi: fc.Arbitrary<EtsiDesignation> = fc
  .tuple(
    fc.constantFrom<Pick<EtsiDesignation, 'type' | 'group' | 'number'>[]>(
      { type: 'ETS', number: '300392' },
      { type: 'I-ETS', number: '300022' },
      { type: 'ETR', number: '055' },
      { type: 'GTS', group: 'GSM', number: '02.78' },
      { type: 'GR', group: 'THz', number: '001' },
      { type: 'GS', group: 'NFV-SEC', number: '013' },
    ),
    fc.record(
      {
        supplements: fc.constantFrom<string[][]>(['A1'], ['A1', 'C2']),
        edition: fc.integer({ min: 1, max: 15 }),
        year,
        month,
      },
      { requiredKeys: ['year', 'month'] },
    ),
  )
  .map(([named, rest]) => ({ scheme: 'etsi' as const, ...named, ...rest }))

const etsiProper: fc.Arbitrary<EtsiDesignation> = fc
  .record(
    {
      scheme: fc.constant('etsi' as const),
      draft: fc.constantFrom('Draft' as const, 'Final draft' as const),
      type: fc.constantFrom('EN', 'TS', 'TR', 'ES'),
      number: fc.integer({ min: 100_000, max: 399_999 }).map(String),
      part: fc.constantFrom('1', '12', '2-1'),
      version: fc.constantFrom('1.1.1', '2.10.3'),
      year,
      month,
    },
    { requiredKeys: ['scheme', 'type', 'number'] },
  )
  .map(({ month: inMonth, ...rest }) =>
    rest.year === undefined || inMonth === undefined ? rest : { ...rest, month: inMonth },
  )

const ietfSeries: fc.Arbitrary<IetfSeriesDesignation> = fc.record({
  scheme: fc.constant('ietf-series' as const),
  series: fc.constantFrom('RFC' as const, 'BCP' as const, 'STD' as const),
  number: fc.integer({ min: 1, max: 999 }),
})

const internetDraft: fc.Arbitrary<InternetDraftDesignation> = fc.record(
  {
    scheme: fc.constant('internet-draft' as const),
    name: fc
      .array(fc.stringMatching(/^[a-z][a-z0-9_]{0,7}[a-z0-9]$/), { minLength: 2, maxLength: 6 })
      .map((words) => `draft-${words.join('-')}`),
    revision: fc.integer({ min: 0, max: 99 }),
  },
  { requiredKeys: ['scheme', 'name'] },
)

const iso = fc.oneof({ arbitrary: isoProper, weight: 3 }, iec, lettered)

/** Designations of every scheme. */
export const designations: Readonly<Record<Designation['scheme'], fc.Arbitrary<Designation>>> = {
  national,
  plan,
  'tc260-guide': guide,
  'tc260-document': committeeDocument,
  iso,
  cen: fc.oneof({ arbitrary: cen, weight: 4 }, harmonized),
  etsi: fc.oneof({ arbitrary: etsiProper, weight: 3 }, oldEtsi),
  'ietf-series': ietfSeries,
  'internet-draft': internetDraft,
}

/** A designation of any scheme. */
export const anyDesignation: fc.Arbitrary<Designation> = fc.oneof(...Object.values(designations))

/** Ways in which people, files and catalogues write a printed name. */
export const respellings: Readonly<Record<string, (printed: string) => string>> = {
  'a title behind': (name) => `${name} Information technology`,
  'a title in Chinese, glued': (name) => `${name}信息安全技术`,
  'a title before, in its marks': (name) => `《信息安全技术 基本要求》（${name}）`,
  'a label before': (name) => `标准号：${name}`,
  'a number before': (name) => `[12] ${name}`,
  'a link': (name) => `[${name}](https://example.org/a)`,
  'title marks': (name) => `《${name}》`,
  'full width': (name) =>
    name
      .replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
      .replaceAll(' ', '\u3000'),
  'zero-width characters': (name) => [...name].join('\u200b'),
  'double spaces': (name) => name.replaceAll(' ', '  '),
  'no-break spaces': (name) => name.replaceAll(' ', '\u00a0'),
  'spaces around slashes': (name) => name.replaceAll('/', ' / '),
  'spaces around colons': (name) => name.replaceAll(':', ' : '),
  'a space after the colon': (name) => name.replaceAll(':', ': '),
  'doubled dashes': (name) => name.replaceAll('-', '——'),
  'a spaced dash before the year': (name) => name.replace(/-((?:19|20)\d\d)$/, ' — $1'),
  backslashes: (name) => name.replaceAll('/', '\\'),
  'a full stop behind': (name) => `${name}.`,
  'the ending of a file': (name) => `${name}.pdf`,
}

/** Pieces of names, for texts that are nearly names. */
export const fragments: readonly string[] = [
  ...[
    'ISO',
    'IEC',
    'IEEE',
    'CISPR',
    'CEI',
    'CEN',
    'CLC',
    'EN',
    'prEN',
    'HD',
    'S1',
    'ENV',
    'CR',
    'CWA',
    'ETSI',
    'GS',
    'NFV-SEC',
  ],
  ...[
    'V2.1.1',
    '(2020-06)',
    'ed.1',
    'ETS',
    'GTS',
    'GSM',
    '02.78',
    'ETR',
    'Draft',
    'RFC',
    'BCP',
    'draft-',
    'ietf-tls',
    '-00',
    'I-D.',
  ],
  ...[
    'DIS',
    'CD',
    'DAM',
    'DTS',
    'TS',
    'TR',
    'R',
    'Guide',
    'DGuide',
    'IWA',
    'NP',
    'Fpr',
    '2nd',
    'JTC 1/SC 27',
    'DATA',
    'SRD',
  ],
  ...[
    'Amd',
    'AMD1',
    'Cor 1',
    'Suppl',
    'ISH1',
    'FRAG2',
    'A1',
    'AC',
    'XG1',
    '第1号修改单',
    'CSV',
    'RLV',
    'ED2',
    '(E)',
    '(en,fr)',
    '(all parts)',
  ],
  ...[
    'GB',
    '/T',
    '/Z',
    'GBT',
    'GJB',
    '5000A',
    'JJF',
    'GM/T',
    'YD',
    'DB11',
    'T/CESA',
    'Q/GDW',
    'TC260',
    'PG',
    '20259A',
    '20230253',
    '-T-469',
  ],
  ...[
    '27001',
    '1',
    '2',
    '19',
    '95',
    '105',
    '8802',
    '303 645',
    '103',
    '2022',
    '-2019',
    '1999',
    '1AX',
    'P02',
    'HBK',
    '国标',
    '标准号：',
  ],
  ...[
    '/',
    '-',
    '-',
    ' ',
    ' ',
    ' ',
    ':',
    ':',
    '.',
    '+',
    '(',
    ')',
    ',',
    '《',
    '》',
    '（',
    '）',
    '一',
    '—',
    '_',
    '~',
  ],
]

const dashes = ['-', '‐', '‑', '‒', '–', '—', '―', '−', '﹘', '﹣', '－']
const slashes = ['/', '∕', '⁄', '⧸', '／']
const spaces = [' ', '  ', '\u00a0', '\u3000', '\t', ' \u200b ']
const edges = ['', ' ', '\ufeff', '"', '\u200e', '“']

/** Other ways to write the same text: its case, dashes, slashes, spaces, full-width digits, what surrounds it. */
export function disguised(text: string): fc.Arbitrary<string> {
  const one = (character: string): fc.Arbitrary<string> => {
    if (character === '-') return fc.constantFrom(...dashes)
    if (character === '/') return fc.constantFrom(...slashes)
    if (character === ' ') return fc.constantFrom(...spaces)
    const code = character.charCodeAt(0)
    const wide = code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : character
    return fc.constantFrom(character, character.toLowerCase(), character.toUpperCase(), wide)
  }
  return fc
    .tuple(fc.constantFrom(...edges), fc.tuple(...[...text].map(one)), fc.constantFrom(...edges, '。', '，'))
    .map(([before, characters, after]) => `${before}${characters.join('')}${after}`)
}

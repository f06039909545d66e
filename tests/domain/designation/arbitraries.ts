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

const national: fc.Arbitrary<NationalDesignation> = fc.oneof(
  fc.record(
    {
      scheme: fc.constant('national' as const),
      prefix: fc.constantFrom('GB', 'GB/T', 'GB/Z', 'GM/T', 'YD/T', 'DB11/T', 'T/CESA'),
      number: digits,
      part,
      year,
    },
    { requiredKeys: ['scheme', 'prefix', 'number'] },
  ),
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
    { number: digits, part: fc.oneof(part, fc.constant('5-1')), iteration, year, month },
    { requiredKeys: ['number'] },
  )
  .map(({ month: inMonth, ...rest }) =>
    rest.year === undefined || inMonth === undefined ? rest : { ...rest, month: inMonth },
  )

const isoSupplement: fc.Arbitrary<IsoSupplement> = fc.record(
  {
    kind: fc.constantFrom('Amd' as const, 'Cor' as const),
    stage: fc.constantFrom('AWI', 'WD', 'CD', 'D', 'FD', 'PD', 'FPD', 'PRF'),
    number: fc.integer({ min: 1, max: 20 }),
    iteration,
    year,
  },
  { requiredKeys: ['kind', 'number'] },
)

const publishers = fc.constantFrom<string[][]>(
  ['ISO'],
  ['IEC'],
  ['ISO', 'IEC'],
  ['ISO', 'IEC', 'IEEE'],
  ['ISO', 'SAE'],
)

const iso: fc.Arbitrary<IsoDesignation> = fc
  .tuple(
    fc.record(
      {
        scheme: fc.constant('iso' as const),
        publishers,
        stage: fc.constantFrom('PWI', 'NP', 'AWI', 'WD', 'CD', 'DIS', 'FDIS', 'PRF', 'DTS', 'DTR', 'DPAS'),
        type: fc.constantFrom('TS', 'TR', 'PAS', 'Guide'),
        supplements: fc.array(isoSupplement, { maxLength: 3 }),
        language: fc.constantFrom('E', 'F', 'E/F', 'en', 'zh'),
      },
      { requiredKeys: ['scheme', 'publishers', 'supplements'] },
    ),
    edition,
  )
  .map(([heading, numbered]) => ({ ...heading, ...numbered }))

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

const etsi: fc.Arbitrary<EtsiDesignation> = fc
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
      .array(fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), { minLength: 2, maxLength: 6 })
      .map((words) => `draft-${words.join('-')}`),
    revision: fc.integer({ min: 0, max: 99 }),
  },
  { requiredKeys: ['scheme', 'name'] },
)

/** Designations of every scheme. */
export const designations: Readonly<Record<Designation['scheme'], fc.Arbitrary<Designation>>> = {
  national,
  plan,
  'tc260-guide': guide,
  'tc260-document': committeeDocument,
  iso,
  cen,
  etsi,
  'ietf-series': ietfSeries,
  'internet-draft': internetDraft,
}

/** A designation of any scheme. */
export const anyDesignation: fc.Arbitrary<Designation> = fc.oneof(...Object.values(designations))

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

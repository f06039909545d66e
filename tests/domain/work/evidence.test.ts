import { describe, expect, test } from 'vitest'
import {
  type EvidenceFault,
  evidenceFaults,
  evidenceMissing,
  longestEvidence,
} from '../../../src/domain/work/evidence.ts'
import type { EvidenceField } from '../../../src/domain/work/kind.ts'
import { kindsOfWork } from '../../../src/domain/work/kinds.ts'

const today = '2024-06-01'

const field = (type: EvidenceField['type'], isRequired = true) => ({
  evidence: [{ id: 'it', names: { en: 'It' }, type, isRequired }],
})

test.each([
  ['day', '2024-05-01', undefined],
  ['day', ' 2024-02-29 ', undefined],
  ['day', '2023-02-29', 'no-day'],
  ['day', '2024-02-30', 'no-day'],
  ['day', '2024-5-1', 'no-day'],
  ['day', '1 May 2024', 'no-day'],
  ['day', '', 'missing'],
  ['number', '0', 'no-number'],
  ['number', '1', undefined],
  ['number', '200', undefined],
  ['number', '999999999', undefined],
  ['number', '1000000000', 'no-number'],
  ['number', '-3', 'no-number'],
  ['number', '1.5', 'no-number'],
  ['number', '1e3', 'no-number'],
  ['number', 'about 200', 'no-number'],
  ['number', '   ', 'missing'],
  ['link', 'https://www.tc260.org.cn/a?b=1', undefined],
  ['link', 'http://example.org', undefined],
  ['link', 'example.org', 'no-link'],
  ['link', 'javascript:alert(1)', 'no-link'],
  ['link', 'ftp://example.org/x', 'no-link'],
  ['link', 'https://', 'no-link'],
  ['day', '2024-06-01', undefined],
  ['day', '2024-06-02', 'day-ahead'],
  ['text', '北京', undefined],
  ['text', '\n\t', 'missing'],
  ['text', 'x'.repeat(longestEvidence), undefined],
  ['text', 'x'.repeat(longestEvidence + 1), 'too-long'],
  ['link', `https://example.org/${'x'.repeat(longestEvidence)}`, 'too-long'],
] as [EvidenceField['type'], string, EvidenceFault | undefined][])(
  'as a %s, “%s”: %s',
  (type, text, fault) => {
    expect(evidenceFaults(field(type), { it: text }, { today }).get('it')).toBe(fault)
  },
)

describe('what need not be given', () => {
  test.each(['day', 'text', 'number', 'link'] as const)('a %s may be left out', (type) => {
    expect(evidenceFaults(field(type, false), {}, { today })).toStrictEqual(new Map())
    expect(evidenceFaults(field(type, false), { it: ' ' }, { today })).toStrictEqual(new Map())
  })

  test('holds all the same once it is given', () => {
    expect([...evidenceFaults(field('day', false), { it: 'soon' }, { today })]).toStrictEqual([
      ['it', 'no-day'],
    ])
  })
})

test('an event wants its day, place, number of people and link, each of which is told', () => {
  const training = kindsOfWork.find(({ id }) => id === 'training')
  if (training === undefined) throw new Error('no training')
  expect([...evidenceFaults(training, {}, { today })]).toStrictEqual([
    ['day', 'missing'],
    ['place', 'missing'],
    ['people', 'missing'],
    ['link', 'missing'],
  ])
  const given = { day: '2024-05-01', place: '北京', people: '200', link: 'https://example.org' }
  expect(evidenceFaults(training, given, { today }).size).toBe(0)
  expect(evidenceMissing(training, { ...given, place: ' ' }).map(({ id }) => id)).toStrictEqual(['place'])
  expect(evidenceMissing(training, given)).toStrictEqual([])
})

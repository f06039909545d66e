import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDay } from '../../../../src/domain/calendar/day.ts'
import { readPoint } from '../../../../src/domain/plan/reading/read-point.ts'
import { known } from './read.ts'

/** Words that are read, in an order that nobody would write, among characters of every kind. */
const words = fc.constantFrom(
  ...[
    '制定',
    '标准',
    '标准体系',
    '培训',
    '《',
    '》',
    '等',
    '、',
    '，',
    '。',
    '围绕',
    '包括：',
    '领域',
    '年底前',
    '6月',
    '30日',
  ],
  ...[
    '国际标准提案',
    '数据安全',
    '急需',
    '（',
    '）',
    'develop ',
    'standards ',
    'system',
    'training on ',
    'of ',
    'the ',
  ],
  ...[
    'including ',
    'such as ',
    'areas: ',
    ', ',
    ' and ',
    '. ',
    'AI',
    'US',
    'ISO',
    '/',
    'WG8',
    'by the end of ',
    'June ',
    '2025',
  ],
  ...[
    'media ',
    'storage ',
    'ﬁ',
    '½',
    'é',
    '\u0301',
    '\u200b',
    '\u00ad',
    '－',
    'ＡＩ',
    '\ud800',
    '👩‍💻',
    '\n',
  ],
)
const texts = fc.oneof(
  fc.array(words, { maxLength: 25 }).map((parts) => parts.join('')),
  fc
    .array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 25 })
    .map((parts) => parts.join('')),
)

test('whatever is written: what is found stands in it as it is printed, in order, each once, and the same again', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const reading = readPoint(text, known)
      expect(readPoint(text, known)).toEqual(reading)
      for (const found of [reading.kinds, reading.topics, reading.groups, reading.dates]) {
        expect(new Set(found.map(({ value }) => value)).size).toBe(found.length)
        for (const { words } of found) {
          expect(words.length).toBeGreaterThan(0)
          for (const word of words) {
            expect(word).not.toBe('')
            expect(text).toContain(word)
          }
        }
      }
      for (const { value } of reading.dates) expect(isDay(value)).toBe(true)
      for (const word of reading.urgent) expect(text).toContain(word)
    }),
    { numRuns: 300 },
  )
})

test('sentences that are each read alone are read in their order together', () => {
  const sentences = [
    ['Hold trainings on the 3rd of May. ', 'training', '2025-05-03'],
    ['召开研讨会，6月底前完成。', 'study', '2025-06-30'],
    ['Write a white paper by 1 July. ', 'research', '2025-07-01'],
    ['年底前升级工作平台。', 'platform', '2025-12-31'],
    ['Draw up a roadmap before 8 September. ', 'roadmap', '2025-09-08'],
  ] as const
  fc.assert(
    fc.property(fc.shuffledSubarray([...sentences]), (chosen) => {
      const { kinds, dates } = readPoint(chosen.map(([text]) => text).join(''), known)
      expect(kinds.map(({ value }) => value)).toEqual(chosen.map(([, kind]) => kind))
      expect(dates.map(({ value }) => value)).toEqual(chosen.map(([, , day]) => day))
    }),
  )
})

test('a very long point is read in a moment', () => {
  const text =
    'Develop standards and make the standards known, including a, b and c. 制定、标准、等领域，'.repeat(120)
  const [kind] = readPoint(text, known).kinds
  expect(kind?.value).toBe('standard')
}, 10_000)

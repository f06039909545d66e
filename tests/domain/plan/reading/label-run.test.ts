import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelRun } from '../../../../src/domain/plan/reading/label-run.ts'
import { readLabel } from '../../../../src/domain/plan/reading/read-label.ts'

/** `lead | label text | label text || rest`, of the paragraph's own label without it. */
function shown(text: string): string {
  const typed = readLabel(text)
  const run = (typed && labelRun(typed.rest, typed.label)) ?? labelRun(text)
  if (run === undefined) return 'none'
  const items = run.items.map(({ label, text: own }) => `${label} ${own}`)
  return [[run.lead, ...items].join(' | '), ...(run.rest === '' ? [] : [run.rest])].join(' || ')
}

test.each([
  [
    '1、制定甲标准，6月底前；2、修订乙标准；3、开展研究。',
    ' | 1、 制定甲标准，6月底前； | 2、 修订乙标准； | 3、 开展研究。',
  ],
  ['一是编制指南；二是开展预研；三是完善布局。', ' | 一是 编制指南； | 二是 开展预研； | 三是 完善布局。'],
  ['2026年，一是编制指南，二是开展预研。', '2026年， | 一是 编制指南， | 二是 开展预研。'],
  ['重点工作：（1）编制指南（2）开展预研', '重点工作： | （1） 编制指南 | （2） 开展预研'],
  ['重点工作：（一）编制指南。（二）开展预研。', '重点工作： | （一） 编制指南。 | （二） 开展预研。'],
  ['重点：1）编制指南；2）开展预研。', '重点： | 1） 编制指南； | 2） 开展预研。'],
  ['1.编制指南；2.6月开展预研。', ' | 1. 编制指南； | 2. 6月开展预研。'],
  ['①编制指南；②开展预研。', ' | ① 编制指南； | ② 开展预研。'],
  ['第一，编制指南。第二，开展预研。', ' | 第一， 编制指南。 | 第二， 开展预研。'],
  [
    'We will: (a) write a guide; (b) hold a seminar; and (c) train experts.',
    'We will: | (a) write a guide; | (b) hold a seminar; | (c) train experts.',
  ],
  [
    '1. Write a guide; 2. hold a seminar; and 3. train experts.',
    ' | 1. Write a guide; | 2. hold a seminar; | 3. train experts.',
  ],
  [
    'In 2026: 1) Write a guide. 2) Hold a seminar. It is in May.',
    'In 2026: | 1) Write a guide. | 2) Hold a seminar. It is in May.',
  ],
  ['We will: i) write a guide; ii) hold a seminar.', 'none'],
  [
    'We will: (i) write a guide; (ii) hold a seminar.',
    'We will: | (i) write a guide; | (ii) hold a seminar.',
  ],
  [
    '一是编制指南；二是开展预研。此外，做好宣传。',
    ' | 一是 编制指南； | 二是 开展预研。 || 此外，做好宣传。',
  ],
  [
    '一是编制指南，包括：（1）总体要求；（2）具体要求；二是开展预研。',
    ' | 一是 编制指南，包括：（1）总体要求；（2）具体要求； | 二是 开展预研。',
  ],
])('%s', (text, expected) => {
  expect(shown(text)).toBe(expected)
})

test.each([
  '修订GB/T 1.1、GB/T 1.2，完成2026年3项标准。',
  '按1、2、3级分别制定要求。',
  '制定标准：1、2、3级要求各一项。',
  '投入达1.5倍；2.5项标准报批。',
  '报批标准3项；2、3月间召开会议。',
  '按照条款（1）和（2）的规定修订标准。',
  '统一是目标，二是手段也要研究。',
  '二是开展预研；三是完善布局。',
  '一是人才；二是资金。',
  '完成重点工作（包括：1、编制指南；2、开展预研）。',
  '举办培训，一是为了宣传。',
  'Revise ISO/IEC 27001 at level 2. 3 experts take part in SC 27.',
  'Adopt Part 1. Part 2. follows in the next year.',
  'See (a) and (b) of the rules.',
  'Meet in Rome on 1. 2. and 3. May.',
  'A (small) group (b) of experts.',
])('%s holds no points of its own', (text) => {
  expect(shown(text)).toBe('none')
})

test('Every word of a paragraph stands in its points, before them or behind, in its place', () => {
  const piece = fc.constantFrom(
    '制定标准',
    '2026年',
    '；',
    '。',
    '1、',
    '2、',
    '3、',
    '一是',
    '二是',
    '（1）',
    '（2）',
    ' and ',
    '(a) ',
    '(b) ',
    '：',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join('')
      const run = labelRun(text)
      if (run === undefined) return
      expect(run.items.length).toBeGreaterThan(1)
      const parts = [run.lead, ...run.items.flatMap(({ label, text: own }) => [label, own]), run.rest]
      const bare = (words: string) => words.replaceAll(/\s|and/g, '')
      expect(bare(parts.join(''))).toBe(bare(text))
    }),
  )
})

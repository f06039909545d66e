import fc from 'fast-check'
import { expect, test } from 'vitest'
import { continuesLast, leadsOn } from '../../../../src/domain/plan/reading/continues-last.ts'
import { sentences, withoutStop } from '../../../../src/domain/plan/reading/sentences.ts'

test.each([
  ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
  ['White papers, e.g. on AI, i.e. one, are written.', ['White papers, e.g. on AI, i.e. one, are written.']],
  ['Schools, firms, etc. The rest follows', ['Schools, firms, etc.', 'The rest follows']],
  ['Schools, firms, etc. are asked.', ['Schools, firms, etc. are asked.']],
  ['Schools, firms, etc.', ['Schools, firms, etc.']],
  ['See No. 5 and Fig. 2. It is 3.5 million.', ['See No. 5 and Fig. 2.', 'It is 3.5 million.']],
  ['The U.S. Department is met. The U.S. The EU.', ['The U.S. Department is met.', 'The U.S.', 'The EU.']],
  ['Revise ISO/IEC 27001. The rest waits.', ['Revise ISO/IEC 27001.', 'The rest waits.']],
  ['研制标准。宣传（含培训。）做好“验证。”完成', ['研制标准。', '宣传（含培训。）', '做好“验证。”', '完成']],
  ['甲；乙；丙。', ['甲；乙；丙。']],
  ['', []],
])('parts %j', (text, parts) => {
  expect(sentences(text)).toEqual(parts)
})

test('loses and invents nothing', () => {
  const words = fc.constantFrom(
    'e.g.',
    'etc.',
    'The',
    'standard',
    '1.5',
    'U.S.',
    '标准',
    '。',
    '！',
    '”',
    '.',
    '?',
    ' ',
    'A',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 80 }),
        fc.array(words).map((list) => list.join(' ')),
      ),
      (text) => {
        expect(sentences(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      },
    ),
  )
})

test.each([
  ['加强研究。', '加强研究'],
  ['Meet in the U.S.', 'Meet in the U.S.'],
  ['Schools, etc.', 'Schools, etc.'],
  ['Hold events.', 'Hold events'],
  ['做好以下工作：', '做好以下工作'],
])('ends %j as a title', (text, title) => {
  expect(withoutStop(text)).toBe(title)
})

test.each([
  'Specific areas include data.',
  'Specifically, two are written.',
  'These include one on lifts.',
  'Including one on lifts.',
  'In particular, the first.',
  'Such reports are short.',
  'This covers all of them.',
  'The key areas of work include noise.',
  '具体包括：甲、乙。',
  '其中两项年内完成。',
  '包括甲、乙。',
  '重点领域包括甲、乙。',
  '主要包括甲。',
])('%j goes on', (sentence) => {
  expect(continuesLast(sentence)).toBe(true)
})

test.each([
  'Key standards are revised.',
  'Thus the list is updated.',
  'A study is made, including one on lifts.',
  '重点领域标准研制要加快。',
  '主要负责人参会。',
  '同时开展培训。',
  '具体负责人参会。',
])('%j begins anew', (sentence) => {
  expect(continuesLast(sentence)).toBe(false)
})

test.each([
  ['重点做好以下工作：', true],
  ['主要任务如下。', true],
  ['The following is planned:', true],
  ['We plan as follows.', true],
  ['完成以下标准的修订。', false],
  ['研制标准。', false],
])('%j leads on: %j', (text, does) => {
  expect(leadsOn(text)).toBe(does)
})

test.each([
  ['Complete the standard by Sept. 30. Publish it in Oct. 2029.', 2],
  ['Finish the white paper by Jan. 2029 and the report in Q3.', 1],
  ['No later than Dec. 31, 2029.', 1],
  ['Hold the seminar by the end of Dec. Publish the guide.', 2],
])('a month that is cut short ends no sentence before its day or year: %s', (text, count) => {
  expect(sentences(text)).toHaveLength(count)
})

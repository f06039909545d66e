import fc from 'fast-check'
import { expect, test } from 'vitest'
import { designationsInText, parseDesignation } from '../../../src/domain/designation/rules.ts'

test.each([
  ['请看 GB/T 43697-2024 和 GB／T 22239—2019。', ['GB/T 43697-2024', 'GB/T 22239-2019']],
  [
    'ISO/IEC 27001:2022, ISO/IEC DIS 27090; RFC 9420',
    ['ISO/IEC 27001:2022', 'ISO/IEC DIS 27090', 'RFC 9420'],
  ],
  ['gb/t43697 / GB/T 43697 (《GB/T 43697》)', ['GB/T 43697']],
  ['GB/T 18336.1、GB/T 18336.2', ['GB/T 18336.1', 'GB/T 18336.2']],
  ['依据GB45438-2025标准，TC260-003 已废止', ['GB 45438-2025', 'TC260-003']],
  [
    'GB/T 22239和GB/T 99021-2019《测试、试验》第1号修改单，GB/T 99020 第10部分',
    ['GB/T 22239', 'GB/T 99021-2019/XG1', 'GB/T 99020.10'],
  ],
  ['one\ntwo GB/T 1\n\nthree 20262852-T-469', ['GB/T 1', '20262852-T-469']],
  ['in 2024 we had 27001 of them', []],
  ['', []],
])('%j', (text, names) => {
  expect(designationsInText(text)).toEqual(names)
})

test('finds one behind many words, and stops at fifty', () => {
  const words = Array.from({ length: 200 }, () => 'word, word word').join(' ')
  expect(designationsInText(`${words}, GB/T 43697`)).toEqual(['GB/T 43697'])
  const many = Array.from({ length: 80 }, (_, index) => `GB/T ${1_000 + index}`).join('\n')
  expect(designationsInText(many)).toHaveLength(50)
})

test('whatever is written, what is found can be read again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const name of designationsInText(text)) expect(parseDesignation(name).kind).not.toBe('words')
    }),
  )
})

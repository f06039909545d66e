import { expect, test } from 'vitest'
import { designationsListed } from '../../../src/domain/designation/rules.ts'

function listed(text: string): string[] {
  return designationsListed(text).map(({ name }) => name)
}

test.each([
  'GB/T 22239和GB/T 28448',
  'GB/T 22239、GB/T 28448',
  'GB/T 22239 、GB/T 28448。',
  'GB/T 22239，GB/T 28448',
  'GB/T 22239；GB/T 28448',
  'GB/T 22239 and GB/T 28448',
  'GB/T 22239 or the standard GB/T 28448',
  'GB/T 22239 & GB/T 28448',
  'GB/T 22239+GB/T 28448',
  'GB/T 22239 GB/T 28448',
  'GB/T 22239\nGB/T 28448',
  'GB/T 22239以及国家标准GB/T 28448',
  '请问国标GB/T 22239与国标GB/T 28448有什么区别？',
  '《GB/T 22239》和《GB/T 28448》',
  'GB/T 22239《网络安全等级保护基本要求》和GB/T 28448《网络安全等级保护测评要求》',
  '《网络安全等级保护基本要求》（GB/T 22239）和《网络安全等级保护测评要求》（GB/T 28448）',
  '《网络安全等级保护基本要求》（GB/T 22239），《网络安全等级保护测评要求》（GB/T 28448）',
  'GB/T 22239, gb/t22239, GB/T 28448',
  'GB/T 22239、28448',
  'GB/T 22239和28448有什么区别',
  'GB/T 22239 and 28448',
])('%j lists both', (text) => {
  expect(listed(text)).toEqual(['GB/T 22239', 'GB/T 28448'])
})

test.each([
  'GB/T 22239和2019年计划',
  'GB/T 22239 and 2019',
  'GB/T 22239、12部分',
  'GB/T 22239和28448年',
  'TC260-003 and 28448',
])('%j lists one', (text) => {
  expect(listed(text)).toHaveLength(1)
})

test('three in different schemes, and of two readings the likelier', () => {
  expect(listed('GB/T 22239、ISO/IEC 27001-2022 and RFC 9420')).toEqual([
    'GB/T 22239',
    'ISO/IEC 27001:2022',
    'RFC 9420',
  ])
})

test.each([
  ['what it adopts in brackets', 'GB/T 22080-2016 信息技术 (ISO/IEC 27001:2013, IDT)'],
  ['what it adopts behind a comma', 'GB/T 22080-2016, ISO/IEC 27001:2013, IDT'],
  ['its double number', 'GB/T 22080-2016/ISO/IEC 27001:2013'],
  ['its twin behind it', 'GB/T 22080-2016 ISO/IEC 27001:2013'],
  ['what its title names', 'GB/T 22080-2016 Application of ISO/IEC 27001 and ISO/IEC 27002'],
  ['what it took the place of', 'GB/T 22080-2016 代替 GB/T 22080-2008'],
])('does not list %s', (_what, text) => {
  expect(listed(text)).toEqual(['GB/T 22080-2016'])
})

test('a name that is repeated without end is read in milliseconds', () => {
  const text = 'GB/T 1、'.repeat(2_000)
  expect(listed(text)).toEqual(['GB/T 1'])
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage()
    designationsListed(text)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  expect(Math.min(...times)).toBeLessThan(25)
})

test('lists nothing where there is nothing, and fifty at most', () => {
  expect(listed('22239和28448')).toEqual([])
  expect(listed(Array.from({ length: 80 }, (_, at) => `GB/T ${1_000 + at}`).join('、'))).toHaveLength(50)
})

import { describe, expect, test } from 'vitest'
import { namesFrom, needShort, readName, readNameText } from '../../src/operator/designations.ts'

test.each([
  ['GB/T 22239—2019', 'national', 'GB/T 22239-2019'],
  ['gbt22239', 'national', 'GB/T 22239'],
  ['《GB／T　43697-2024》', 'national', 'GB/T 43697-2024'],
  ['ISO/IEC DIS 27090', 'iso', 'ISO/IEC DIS 27090'],
  ['20230253-t-469', 'plan', '20230253-T-469'],
  ['tc260-003', 'tc260-document', 'TC260-003'],
  ['rfc8446', 'ietf-series', 'RFC 8446'],
  ['GB/T 22239-2019 网络安全等级保护基本要求', 'national', 'GB/T 22239-2019'],
  ['《网络安全等级保护基本要求》（GB/T 22239-2019）', 'national', 'GB/T 22239-2019'],
  ['GB_T_22239-2019.pdf', 'national', 'GB/T 22239-2019'],
  ['TC260-PG-20259A', 'tc260-guide', 'TC260-PG-20259A'],
  ['EN ISO/IEC 27001:2023', 'cen', 'EN ISO/IEC 27001:2023'],
  ['EN 303645', 'etsi', 'ETSI EN 303 645'],
  ['IEC 60050-102:2007/Amd 1:2017', 'iso', 'IEC 60050-102:2007/AMD1:2017'],
  ['Draft-IETF-MLS-pq-ciphersuites', 'internet-draft', 'draft-ietf-mls-pq-ciphersuites'],
  ['DIN EN ISO 9001:2015', null, null],
  ['ISO/IEC JTC 1/SC 27 N 234', null, null],
  ['GBZ 188-2014', null, null],
  ['20485.16-2018', 'national', null],
  ['ISO/IEC 27001-2022', 'iso', null],
  ['22239', null, null],
  ['GB/T 22239和GB/T 28448', 'national', null],
  [
    'GB/T 22239-2019《网络安全等级保护基本要求》、GB/T 28448-2019《网络安全等级保护测评要求》',
    'national',
    null,
  ],
  ['GB/T 22239, ISO/IEC 27001', null, null],
  ['GB/T 22239-2019, GB／T 22239—2019', 'national', 'GB/T 22239-2019'],
  ['GB/T 22080-2016/ISO/IEC 27001:2013', 'national', 'GB/T 22080-2016'],
  ['GB/T 22080-2016 信息安全管理体系 (ISO/IEC 27001:2013, IDT)', 'national', 'GB/T 22080-2016'],
  [
    'ISO/IEC 27013:2021 Integrated implementation of ISO/IEC 27001 and ISO/IEC 20000-1',
    'iso',
    'ISO/IEC 27013:2021',
  ],
  ['数据分类分级', null, null],
  ['', null, null],
  ['x'.repeat(100_000), null, null],
])('%j is of the scheme %j and canonically %j', (input, scheme, canonical) => {
  expect(readName(input)).toEqual({ input, scheme, canonical })
})

test('tells an operator what is ambiguous from what is nothing', () => {
  expect(
    ['gbt22239', '22239', 'ISO/IEC 27001-2022', 'GB/T 1、ISO 2', 'foo'].map((name) =>
      readNameText(readName(name)),
    ),
  ).toEqual([
    'gbt22239 → GB/T 22239 (national)',
    '22239 → ambiguous',
    'ISO/IEC 27001-2022 → ambiguous',
    'GB/T 1、ISO 2 → ambiguous',
    'foo → no designation',
  ])
})

describe('names one a line', () => {
  async function* pieces(...texts: string[]): AsyncGenerator<string> {
    yield* texts
  }

  test('are taken from any system, whatever pieces they come in', async () => {
    expect(await namesFrom(pieces('\ufeffGB/T 1\r', '\n\r\n  \nIS', 'O 2\rRFC 3'))).toEqual([
      'GB/T 1',
      'ISO 2',
      'RFC 3',
    ])
    expect(await namesFrom(pieces())).toEqual([])
  })

  test('may be so long, so many and no more', async () => {
    const long = 'x'.repeat(2_000)
    expect(await namesFrom(pieces(`${long}\n`))).toEqual([long])
    await expect(namesFrom(pieces(`a\n\n${long}x\n`))).rejects.toThrow(
      'line 3 has 2001 characters, and a name has 2000 at most',
    )
    expect(() => needShort(`${long}x`, 'one of the names')).toThrow('one of the names has 2001 characters')
    expect(await namesFrom(pieces('a\n'.repeat(100_000)))).toHaveLength(100_000)
    await expect(namesFrom(pieces('a\n'.repeat(100_001)))).rejects.toThrow('there are 100001 names')
  })

  test('are not read without end', async () => {
    let told = 0
    async function* endless(): AsyncGenerator<string> {
      for (;;) {
        told += 1
        yield 'x'.repeat(1_000_000)
      }
    }
    await expect(namesFrom(endless())).rejects.toThrow('there are more than 8388608 characters')
    expect(told).toBe(9)
  })
})

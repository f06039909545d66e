import { describe, expect, test } from 'vitest'
import {
  designationInText,
  longestInput,
  parseDesignation,
  printDesignation,
} from '../../../src/domain/designation/rules.ts'
import { spellings } from './spellings.ts'

function canonical(text: string): string | undefined {
  const parsed = parseDesignation(text)
  return parsed.kind === 'designation' ? printDesignation(parsed.designation) : undefined
}

describe('a designation in any spelling', () => {
  test.each(spellings)('%s is %s', (typed, expected) => {
    expect(canonical(typed)).toBe(expected)
    expect(canonical(expected)).toBe(expected)
  })

  test('is read into the fields of its scheme', () => {
    expect(parseDesignation('ISO/IEC 18033-7:2022/AWI Amd 1')).toEqual({
      kind: 'designation',
      rest: '',
      designation: {
        scheme: 'iso',
        publishers: ['ISO', 'IEC'],
        number: '18033',
        part: '7',
        year: 2022,
        supplements: [{ kind: 'Amd', stage: 'AWI', number: 1 }],
      },
    })
    expect(parseDesignation('TC260-PG-202510A')).toMatchObject({
      designation: { year: 2025, sequence: 10, letter: 'A' },
    })
  })
})

test.each([
  ['ISO/IEC 27001:2022 第1号修改单', 'ISO/IEC 27001:2022/Amd 1'],
  ['ISO/IEC 27001:2022第二号修改单：2025', 'ISO/IEC 27001:2022/Amd 2:2025'],
  ['ISO/IEC 27001:2013《信息安全》第1号技术勘误', 'ISO/IEC 27001:2013/Cor 1'],
  ['GB/T 99021-2019第1号修改单', 'GB/T 99021-2019/XG1'],
  ['ISO/IEC 27001:2022/Amd 1:2024 第1号修改单', 'ISO/IEC 27001:2022/Amd 1:2024'],
])('a sheet is called in Chinese: %s is %s', (text, name) => {
  expect(canonical(text)).toBe(name)
})

describe('what stands behind a designation', () => {
  test.each([
    ['GB/T 22239-2019《信息安全技术 网络安全等级保护基本要求》', '信息安全技术 网络安全等级保护基本要求'],
    ['GB/T 22239-2019现在什么阶段', '现在什么阶段'],
    ['GB/T 22080-2016/ISO/IEC 27001:2013', 'ISO/IEC 27001:2013'],
    ['GB/T 22080-2016 (ISO/IEC 27001:2013, IDT)', '(ISO/IEC 27001:2013, IDT)'],
    ['ISO/IEC 27001:2022, Information security', 'Information security'],
    ['GB_T_22239-2019_title.pdf', 'title.pdf'],
    ['《信息安全技术 网络安全等级保护基本要求》（GB/T 22239-2019）', '信息安全技术 网络安全等级保护基本要求'],
    ['(GB/T 22239-2019) 信息安全技术', '信息安全技术'],
    ['RFC 2119/BCP 14', 'BCP 14'],
    ['GB/T 99021-2019《测试带修改单》国家标准第1号修改单', '测试带修改单'],
    ['ISO/IEC 27033 Part 3: Reference networking scenarios', 'Reference networking scenarios'],
  ])('%s', (text, rest) => {
    expect(parseDesignation(text)).toMatchObject({ kind: 'designation', rest })
  })

  test.each([
    ['another part, where it has one', 'ISO/IEC 27033-1 Part 3', 'ISO/IEC 27033-1'],
    ['a part in the next sentence', 'ISO/IEC 27033. Part 3 is ours', 'ISO/IEC 27033'],
    ['a part of its title', 'GB/T 99020《测试 第10部分》', 'GB/T 99020'],
    ['several parts', 'ISO/IEC 27033 part 3.1', 'ISO/IEC 27033'],
    ['the amendment of another text', 'GB/T 22239和GB/T 99021第1号修改单', 'GB/T 22239'],
    ['an amendment in the next sentence', 'GB/T 22239 修订。第1号修改单', 'GB/T 22239'],
  ])('is not %s', (_what, text, expected) => {
    expect(canonical(text)).toBe(expected)
  })
})

describe('what is ambiguous', () => {
  test.each([
    ['22239', ['GB/T 22239', 'ISO/IEC 22239', 'EN 22239', 'RFC 22239', 'GB 22239', 'GB/Z 22239']],
    ['20485.16-2018', ['GB/T 20485.16-2018', 'GB 20485.16-2018', 'GB/Z 20485.16-2018']],
    ['27034-5', ['ISO/IEC 27034-5', 'EN 27034-5']],
    ['27001:2022', ['ISO/IEC 27001:2022', 'EN 27001:2022']],
    ['国标 22239', ['GB/T 22239', 'GB 22239', 'GB/Z 22239']],
    ['20230253', []],
    ['ISO/IEC 27001-2022', ['ISO/IEC 27001:2022', 'ISO/IEC 27001-2022']],
    ['EN 17640-2022', ['EN 17640:2022', 'EN 17640-2022']],
  ])('%s', (text, readings) => {
    const parsed = parseDesignation(text)
    expect(parsed.kind === 'ambiguous' && parsed.readings.map(printDesignation)).toEqual(readings)
  })

  test('tells the number, and whether digits alone were typed', () => {
    expect(parseDesignation('20485.16-2018')).toMatchObject({
      number: '20485',
      part: '16',
      year: 2018,
      anyScheme: true,
    })
    expect(parseDesignation('ISO/IEC 27001-2022')).toMatchObject({ number: '27001', anyScheme: false })
  })
})

describe('words', () => {
  test.each([
    'GBZ 188-2014',
    'GBZ/T 201',
    'GB/T',
    'GB/T 22239-20191',
    'GB/T 22239-2019-2',
    'GB/T 22239abc',
    'ISO/IEC 27001x',
    'ISO/IEC JTC 1/SC 27',
    'ISO/IEC JTC 1/SC 27 N 234',
    'isolation 5',
    'encryption 5',
    'IS 5',
    'draft a standard',
    'TC260',
    'TC260 2024 年度工作要点',
    '2024 年',
    '数据安全',
    'SHA 256',
    'TLS 1.3',
    '20231353-T-46',
    '',
    '。',
  ])('%j stays words', (text) => {
    expect(parseDesignation(text).kind).toBe('words')
  })
})

describe('a designation in a text', () => {
  test.each([
    ['请问GB/T 22239-2019现在什么阶段', 'GB/T 22239-2019'],
    ['计划号 20230253-T-469', '20230253-T-469'],
    ['where is ISO/IEC DIS 27090 now?', 'ISO/IEC DIS 27090'],
  ])('%s', (text, expected) => {
    const found = designationInText(text)
    expect(found?.kind === 'designation' && printDesignation(found.designation)).toBe(expected)
  })

  test('digits alone are none', () => {
    expect(designationInText('标准 22239 怎么样')).toBeUndefined()
  })
})

describe('hostile input', () => {
  const long = (piece: string) => piece.repeat(Math.ceil((longestInput * 2) / piece.length))
  test.each([
    ['digits', long('1')],
    ['dashed digits', long('1-')],
    ['dashes', `GB/T 1${long('-')}`],
    ['spaces', `ISO${long(' ')}27001`],
    ['publishers', long('ISO/IEC/')],
    ['amendments', `ISO/IEC 1:2020${long('/Amd 1:2021')}`],
    ['points', `GB/T 1${long('.1')}`],
    ['draft names', `draft${long('-a')}!`],
    ['brackets', `${long('(')}${long(')')}`],
    ['opening brackets with one closing', `${long('(')})`],
    ['control characters', long('\u0000\u001b\u0007')],
    ['invisible characters', long('\u200b\u202e\ufeff')],
    ['expanding ligatures', long('\ufdfa')],
    ['combining marks', `a${long('\u0301')}`],
    ['lone surrogates', long('\ud83d')],
    ['word starts', long('gb ')],
    ['almost designations', long('iso/iec dis ')],
    ['supplements without end', `IEC 1:2020${long('+AMD1:2021')}`],
    ['lettered parts', `IEC 60061-${long('1A-')}`],
    ['one long word of a draft', `draft-ietf-${long('a')}`],
    ['titles', `《${long('a')}`],
    ['nested titles', long('《')],
    ['points of a harmonization document', `HD 1${long('.1')}`],
    ['a sector with digits', `HJ ${long('1.1')}`],
    ['an association', `T/${long('a')} 1-2020`],
    ['groups of ETSI', `ETSI GS ${long('a-')}`],
    ['Chinese dashes', long('1一')],
    ['soft hyphens', long('1\u00ad')],
  ])('%s are read in milliseconds', (_name, text) => {
    parseDesignation(text)
    const times = [1, 2, 3].map(() => {
      const before = process.cpuUsage()
      parseDesignation(text)
      designationInText(text)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1_000
    })
    expect(Math.min(...times)).toBeLessThan(25)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFinder } from '../../../src/domain/finding/finder.ts'
import { entries } from './small-list.ts'
import { gb } from './standards.ts'

const today = '2026-11-23'
const finder = createFinder(entries)
const find = (query: string) => finder.find(query, { today })

describe('by designation', () => {
  test.each([
    ['GB/T 22239-2019', 'mlps', 'present-name'],
    ['gbt22239', 'mlps', 'present-name'],
    ['GB／T 22239－2019', 'mlps', 'present-name'],
    ['GB/T 22239-2008', 'mlps', 'replaced-edition'],
    ['GB/T 22239-2019《信息安全技术 网络安全等级保护基本要求》', 'mlps', 'present-name'],
    ['请问GB/T 22239-2019现在什么阶段', 'mlps', 'present-name'],
    ['国标22239', 'mlps', 'present-name'],
    ['TC260-003', 'genai', 'former-name'],
    ['20230253—T—469', 'genai', 'former-name'],
    ['20243076', 'draft', 'present-name'],
    ['GBZ 188-2014', 'health', 'present-name'],
    ['gbz188-2014', 'health', 'present-name'],
    ['ISO 27001', 'ISO/IEC 27001:2022', 'present-name'],
    ['iso27001:2013', 'ISO/IEC 27001:2013', 'present-name'],
    ['ISO/IEC 27001-2022', 'ISO/IEC 27001:2022', 'present-name'],
    ['ISO/IEC 10116', 'ISO/IEC 10116:2017', 'present-name'],
    ['ISO/IEC 10116 Amd 1', 'ISO/IEC 10116:2017/Amd 1:2021', 'present-name'],
  ])('%s is %s, its %s', (query, id, asked) => {
    expect(find(query)).toEqual({ kind: 'one', id, asked })
  })

  test('without a year the edition in force answers, with one the edition meant', () => {
    expect(find('GB/T 20518')).toMatchObject({ id: 'certificate-2018' })
    expect(find('GB/T 20518-2006')).toMatchObject({ id: 'certificate-2006' })
  })

  test('of many records of one project the highest stage answers, then the iteration', () => {
    expect(find('ISO/IEC 27017')).toMatchObject({ id: 'ISO/IEC DIS 27017' })
    expect(find('ISO/IEC 27565')).toMatchObject({ id: 'ISO/IEC DIS 27565.2' })
    expect(find('ISO/IEC CD 27017')).toMatchObject({ id: 'ISO/IEC DIS 27017', asked: 'former-name' })
  })

  test.each(['CD 27017', 'cd27017', 'DIS 27017', 'ＤＩＳ 27017'])(
    '%s is meant as a committee says it, without the publishers',
    (query) => {
      expect(find(query)).toMatchObject({ kind: 'one', id: 'ISO/IEC DIS 27017' })
    },
  )

  test('a draft that is no longer on record is answered by what became of it', () => {
    expect(find('ISO/IEC WD 27017')).toEqual({
      kind: 'one',
      id: 'ISO/IEC DIS 27017',
      asked: 'former-name',
    })
  })

  test('an edition that is its own entry goes before one that bears the name no more', () => {
    const own = gb('old', ['GB/T 22239-2008'], [], { stage: '95' })
    expect(createFinder([...entries, own]).find('GB/T 22239-2008', { today })).toMatchObject({
      id: 'old',
      asked: 'present-name',
    })
    expect(createFinder([...entries, own]).find('GB/T 22239', { today })).toMatchObject({ id: 'mlps' })
  })

  test('a series without its part offers the parts', () => {
    expect(find('ISO/IEC 15408')).toMatchObject({
      ids: ['ISO/IEC 15408-1:2022', 'ISO/IEC 15408-2:2022'],
    })
    expect(find('GB/T 32918')).toMatchObject({ ids: ['sm2-1', 'sm2-2'] })
    expect(find('IEC 62443-4')).toMatchObject({ ids: ['IEC 62443-4-1:2018', 'IEC 62443-4-2:2019'] })
  })

  test('an amendment and a part may be told in words behind the name', () => {
    const listed = createFinder([
      gb('base', ['GB/T 99021-2019'], ['测试带修改单']),
      gb('sheet', ['GB/T 99021-2019/XG1-2024'], ['《测试带修改单》国家标准第1号修改单']),
      gb('part-1', ['GB/T 99020.1-2020'], ['测试 第1部分']),
      gb('part-10', ['GB/T 99020.10-2020'], ['测试 第10部分']),
    ])
    const named = (query: string) => listed.find(query, { today })
    const sheet = { kind: 'one', id: 'sheet', asked: 'present-name' }
    expect(named('GB/T 99021-2019《测试带修改单》国家标准第1号修改单')).toEqual(sheet)
    expect(named('GB/T 99021 第1号修改单')).toEqual(sheet)
    expect(named('GB/T 99021-2019《测试带修改单》第2号修改单')).toMatchObject({ kind: 'none' })
    expect(named('GB/T 99021-2019')).toMatchObject({ id: 'base' })
    expect(named('GB/T 99020 第10部分')).toMatchObject({ kind: 'one', id: 'part-10' })
    expect(named('GB/T 99020 第3部分')).toMatchObject({ kind: 'none' })
    expect(named('GB/T 99020')).toMatchObject({ kind: 'many', total: 2 })
    expect(find('ISO/IEC 15408 part 2')).toMatchObject({ kind: 'one', id: 'ISO/IEC 15408-2:2022' })
  })

  test('several names offer all that they stand for, those not on record aside', () => {
    for (const query of [
      'GB/T 22239和GB/T 28448',
      'GB/T 22239、28448',
      'GB/T 22239 and GB/T 28448',
      '请问GB/T 22239和GB/T 28448有什么区别',
    ])
      expect(find(query)).toEqual({ kind: 'many', ids: ['mlps', 'mlps-evaluation'], total: 2 })
    expect(find('GB/T 22239、GB/T 28448、GB/T 99999')).toEqual({
      kind: 'many',
      ids: ['mlps', 'mlps-evaluation'],
      total: 2,
      unknown: ['GB/T 99999'],
    })
    expect(find('GB/T 22239和ISO/IEC 15408')).toMatchObject({ kind: 'many', total: 3 })
    expect(find('GB/T 22239, GB/T 22239-2019')).toMatchObject({ kind: 'one', id: 'mlps' })
    expect(find('GB/T 99999 and TC260-003')).toEqual({
      kind: 'one',
      id: 'genai',
      asked: 'former-name',
      name: 'TC260-003',
      unknown: ['GB/T 99999'],
    })
    expect(find('GB/T 43679和GB/T 99999')).toEqual({ kind: 'none', guesses: ['grading'] })
    const called = finder.textsCalled('GB/T 22239和GB/T 28448', today, [])
    expect(called.size).toBe(2)
  })

  test('a guide that has its number by now is told to have been without', () => {
    const numbered = gb('guide', ['TC260-PG-20249A', 'TC260-PG-20241A', 'TC260-PG-2024NA'], ['实践指南'])
    for (const former of ['TC260-PG-2024NA', 'TC260-PG-20241A'])
      expect(createFinder([numbered]).find(former, { today })).toEqual({
        kind: 'one',
        id: 'guide',
        asked: 'former-name',
      })
  })

  test('guides without a number share a name, and all are offered', () => {
    expect(find('TC260-PG-2024NA')).toMatchObject({ kind: 'many', ids: ['guide-a', 'guide-b'] })
    expect(find('网络安全标准实践指南')).toMatchObject({ kind: 'many', ids: ['guide-a', 'guide-b'] })
  })
})

describe('by a number alone', () => {
  test('one that has it answers', () => {
    expect(find('43697')).toMatchObject({ kind: 'one', id: 'grading' })
    expect(find('27001')).toMatchObject({ kind: 'one', id: 'ISO/IEC 27001:2022' })
    expect(find('27001:2013')).toMatchObject({ kind: 'one', id: 'ISO/IEC 27001:2013' })
    expect(find('32918.2-2016')).toMatchObject({ kind: 'one', id: 'sm2-2' })
    expect(find('62443-4-2')).toMatchObject({ kind: 'one', id: 'IEC 62443-4-2:2019' })
  })

  test('several that have it are offered', () => {
    expect(find('27021')).toEqual({
      kind: 'many',
      ids: ['number-twice', 'ISO/IEC 27021:2017'],
      total: 2,
    })
    expect(find('15408')).toMatchObject({ kind: 'many', total: 2 })
  })
})

describe('by words', () => {
  test.each([
    ['信息安全技术 网络安全等级保护基本要求', 'mlps'],
    ['网络安全技术 网络安全等级保护基本要求', 'mlps'],
    ['网络安全等级保护基本要求', 'mlps'],
    ['等级保护 基本要求', 'mlps'],
    ['基本要求 等级保护', 'mlps'],
    ['等级宝护基本要求', 'mlps'],
    ['classified protection baseline', 'mlps'],
    ['Baseline for classifed protecton', 'mlps'],
    ['数据分类', 'grading'],
    ['数据分类 GB/T', 'grading'],
    ['数据 分级 规则', 'grading'],
    ['数据分累', 'grading'],
    ['数据分级分类', 'grading'],
    ['rules for data classification', 'grading'],
    ['生成式', 'genai'],
    ['生成式 AI 服务 人工智能', 'genai'],
    ['generativ artifical inteligence', 'genai'],
    ['GENERATIVE', 'genai'],
    ['ＳＭ２ 数字签名', 'sm2-2'],
    ['SM2椭圆曲线 第2部分', 'sm2-2'],
    ['数字证书格式', 'certificate-2018'],
    ['32918 数字签名', 'sm2-2'],
    ['zero knowledge', 'ISO/IEC DIS 27565.2'],
    ['职业健康', 'health'],
    ['等保基本要求', 'mlps'],
    ['AI 服务', 'genai'],
    ['PKI 证书', 'certificate-2018'],
    ['GBZ 188', 'health'],
    ['网络安全等级保护基本要求（GB/T 99999）', 'mlps'],
  ])('%s finds %s', (query, id) => {
    expect(find(query)).toEqual({ kind: 'one', id, asked: 'title' })
  })

  test.each([
    ['等级保护', ['mlps', 'mlps-evaluation']],
    ['SM2', ['sm2-1', 'sm2-2']],
    ['椭圆曲线', ['sm2-1', 'sm2-2']],
    ['requirements ISO/IEC', ['ISO/IEC 27001:2022', 'ISO/IEC 27021:2017']],
    ['block cipher', ['ISO/IEC 10116:2017', 'ISO/IEC 10116:2017/Amd 1:2021']],
  ])('%s offers %j', (query, ids) => {
    const found = find(query)
    expect(found.kind === 'many' && [...found.ids].sort()).toEqual([...ids].sort())
  })

  test('offers at most ten, and says how many there are', () => {
    const many = Array.from({ length: 25 }, (_, at) =>
      gb(String(at), [`GB/T ${30_000 + at}-2020`], [`密码算法 之${at}`]),
    )
    const listed = createFinder(many)
    const pages = [0, 10, 20].map((from) => listed.find('密码算法', { today, from }))
    const ids = pages.flatMap((page) => (page.kind === 'many' && page.total === 25 ? [page.ids] : []))
    expect(ids.map((page) => page.length)).toEqual([10, 10, 5])
    expect(new Set(ids.flat()).size).toBe(25)
  })
})

describe('what does not exist', () => {
  test.each([
    ['GB/T 43679', ['grading']],
    ['GB/T 43697-2023', ['grading']],
    ['GB 22239', ['mlps']],
    ['GB/T 27001', ['ISO/IEC 27001:2022']],
    ['ISO/IEC TS 27001', ['ISO/IEC 27001:2022']],
    ['ISO/IEC TR 27001:2022', ['ISO/IEC 27001:2022']],
    ['ISO/IEC PAS 27001', ['ISO/IEC 27001:2022']],
    ['ISO/IEC Guide 27001', ['ISO/IEC 27001:2022']],
    ['ISO/IEC DTS 27017', ['ISO/IEC DIS 27017']],
    ['ISO/IEC CD TS 27017', ['ISO/IEC DIS 27017']],
    ['20243067-Q-339', ['draft']],
    ['22293', ['mlps']],
    ['ISO/IEC 27001:2005', ['ISO/IEC 27001:2022', 'ISO/IEC 27001:2013']],
  ])('%s is guessed to be %j', (query, guesses) => {
    const found = find(query)
    expect(found.kind).toBe('none')
    expect(found.kind === 'none' && found.guesses.slice(0, guesses.length)).toEqual(guesses)
  })

  test('a title behind an unknown number is the better guess', () => {
    const found = find('GB/T 99999《数据分类分级规则》')
    expect(found).toEqual({ kind: 'none', guesses: ['grading'] })
  })

  test.each(['GB/Z 188', 'asdfghjkl', '量子纠缠', '!!!', '', ' ', '\u0000', 'GB/T 1'])(
    '%j has nothing near',
    (query) => {
      expect(find(query)).toEqual({ kind: 'none', guesses: [] })
    },
  )

  test('an empty list answers too', () => {
    for (const query of ['GB/T 22239', '22239', '数据', 'GB/T']) {
      expect(createFinder([]).find(query, { today })).toEqual({ kind: 'none', guesses: [] })
    }
  })
})

describe('whatever is asked', () => {
  const ids = new Set(entries.map(({ id }) => id))

  test('every name and every title finds its entry, or its newer edition', () => {
    for (const entry of entries) {
      const { zh = '数据分类分级', en = '数据分类分级' } = entry.titles
      for (const asked of [entry.designation, ...entry.otherNames, zh, en])
        expect(find(asked).kind, asked).not.toBe('none')
      const found = find(entry.designation)
      const ids = found.kind === 'one' ? [found.id] : found.kind === 'many' ? found.ids : []
      const record = finder.catalogue.byId(entry.id)
      expect(ids, entry.id).toContain(record && finder.catalogue.projectOf(record).current.standard.id)
    }
  })

  test('nonsense is safe', () => {
    const pieces = fc.constantFrom(
      'GB/T',
      '22239',
      '-',
      '数据',
      '安全',
      'ISO/IEC',
      '《',
      '\u202e',
      '\u0000',
      ' ',
      '2019',
      'a',
    )
    const query = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(query, (text) => {
        const found = find(text)
        const named = found.kind === 'one' ? [found.id] : found.kind === 'many' ? found.ids : found.guesses
        expect(named.length).toBeLessThanOrEqual(10)
        expect(new Set(named).size).toBe(named.length)
        expect(named.every((id) => ids.has(id))).toBe(true)
        if (found.kind === 'many') expect(found.total).toBeGreaterThanOrEqual(2)
      }),
      { numRuns: 1_000 },
    )
  })
})

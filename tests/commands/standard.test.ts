import { beforeAll, describe, expect, test } from 'vitest'
import { pickStandardId } from '../../src/views/standard-list.ts'
import { testDatabase } from '../database.ts'
import { type Desk, deskOn } from './desk.ts'

const { database } = await testDatabase()
let desk: Desk

beforeAll(async () => {
  desk = await deskOn(database, 'standard', '2026-11-23T20:00:00Z')
})

const zh = { language: 'zh-CN' as const }

/** The designations of a list's entries, or the one of a card. */
async function found(query: string): Promise<string[]> {
  const { kind, message } = await desk.ask(`/standard ${query}`, zh)
  expect(kind).toBe('ephemeral')
  const buttons = (message?.blocks ?? []).flatMap((block) =>
    block.type === 'section' &&
    block.accessory?.type === 'button' &&
    block.accessory.action_id === pickStandardId
      ? [block.text?.text ?? '']
      : [],
  )
  if (buttons.length > 0) return buttons.map((text) => /^\*(.*?)\*/.exec(text)?.[1] ?? text)
  const [card = ''] =
    /^(GB\/?[TZ]? \S+|ISO\/IEC [^一-鿿]*?\d(?:\/DAM 1)?|\S+)(?= )/.exec(message?.text ?? '') ?? []
  return [card]
}

describe('one standard is known by', () => {
  test.each([
    ['GB/T 43697', 'GB/T 43697-2024'],
    ['GB/T 43697-2024', 'GB/T 43697-2024'],
    ['gb/t43697', 'GB/T 43697-2024'],
    ['GBT 43697', 'GB/T 43697-2024'],
    ['gbt43697-2024', 'GB/T 43697-2024'],
    ['ＧＢ／Ｔ　４３６９７—２０２４', 'GB/T 43697-2024'],
    ['GB/T 43697—2024', 'GB/T 43697-2024'],
    ['GB∕T 43697–2024', 'GB/T 43697-2024'],
    ['《GB/T 43697-2024》', 'GB/T 43697-2024'],
    ['  gb/t   43697 ', 'GB/T 43697-2024'],
    ['\u200bGB/T\u00a043697\ufeff', 'GB/T 43697-2024'],
    ['43697', 'GB/T 43697-2024'],
    ['GB/T 43697 数据安全技术 数据分类分级规则', 'GB/T 43697-2024'],
    ['数据分类分级', 'GB/T 43697-2024'],
    ['数据分类分级规则', 'GB/T 43697-2024'],
    ['data classification', 'GB/T 43697-2024'],
    ['GB/T 22239—2019', 'GB/T 22239-2019'],
    ['22239', 'GB/T 22239-2019'],
    ['GB/T 22239-2008', 'GB/T 22239-2008'],
    ['GB45438-2025', 'GB 45438-2025'],
    ['GB/T 18336.1—2024', 'GB/T 18336.1-2024'],
    ['GB/Z 20986', 'GB/Z 20986-2007'],
    ['GB/T 20986', 'GB/T 20986-2023'],
    ['GB/T 35273', 'GB/T 35273-2020'],
    ['GB/T 35273-2017', 'GB/T 35273-2017'],
    ['个人信息安全规范', 'GB/T 35273-2020'],
    ['信息安全技术 个人信息安全规范', 'GB/T 35273-2020'],
    ['TC260-003', 'GB/T 45654-2025'],
    ['tc260-pg-20244a', 'TC260-PG-20244A'],
    ['20262852-t-469', '20262852-T-469'],
    ['20263116', '20263116-Q-252'],
    ['ISO 27001', 'ISO/IEC 27001:2022'],
    ['iso27001', 'ISO/IEC 27001:2022'],
    ['27001', 'ISO/IEC 27001:2022'],
    ['ISO/IEC 27001-2022', 'ISO/IEC 27001:2022'],
    ['ISO/IEC 27017', 'ISO/IEC 27017:2026'],
    ['ISO/IEC CD 27017.2', 'ISO/IEC 27017:2026'],
    ['ISO/IEC DIS 27090', 'ISO/IEC 27090'],
    ['ISO/IEC 27091', 'ISO/IEC FDIS 27091'],
    ['iso/iec cd 27046', 'ISO/IEC CD 27046'],
    ['ISO/IEC 18033-7:2022/DAM 1', 'ISO/IEC 18033-7:2022/DAM 1'],
    ['ISO/IEC 15408-1', 'ISO/IEC 15408-1:2026'],
  ])('%j', async (query, designation) => {
    expect(await found(query)).toStrictEqual([designation])
  })
})

test.each([
  ['GB/T 18336', ['GB/T 18336.1-2024', 'GB/T 18336.2-2024', 'GB/T 18336.3-2024']],
  ['information security controls', ['GB/T 22081-2024', 'ISO/IEC 27002:2022']],
])('several are offered for %j', async (query, designations) => {
  expect(await found(query)).toStrictEqual(designations)
})

test.each([
  ['GB/T 43679', 'GB/T 43697-2024'],
  ['GB/T 22293', 'GB/T 22239-2019'],
  ['ISO/IEC 27010', 'ISO/IEC 27017:2026'],
])('the misspelt %j brings %s among its guesses', async (query, designation) => {
  const { text } = await desk.ask(`/standard ${query}`, zh)
  expect(text).toBe(`记录中没有“${query}”。您要找的是不是：`)
  expect(await found(query)).toContain(designation)
})

describe.each([
  ['zh-CN', '“等保”有 7 项匹配，请选择：', '“密码”有 20 项匹配，最接近的在前。请选择，或多写一个词。'],
  [
    'en',
    '7 standards match “等保”. Which one?',
    '20 standards match “密码”, the likeliest first. Pick one, or add a word.',
  ],
] as const)('in %s', (language, many, tooMany) => {
  test('several hits are counted, and no more than ten of them shown', async () => {
    const some = await desk.ask('/standard 等保', { language })
    expect([some.text, some.message?.blocks.length]).toStrictEqual([many, 8])
    const most = await desk.ask('/standard 密码', { language })
    expect([most.text, most.message?.blocks.length]).toStrictEqual([tooMany, 13])
  })
})

describe('a card', () => {
  test('tells in Chinese where a standard stands', async () => {
    const { words } = await desk.ask('/standard GB/T 43697', zh)
    for (const part of [
      '数据安全技术 数据分类分级规则\nData security technology—',
      '现行',
      '出版阶段（60）',
      '自2024年3月15日起',
      '2024年10月1日',
      'WG8 数据安全工作组',
      '来源：',
    ])
      expect(words).toContain(part)
  })

  test('tells in English where a draft stands', async () => {
    const { words } = await desk.ask('/standard ISO/IEC DIS 27003')
    for (const part of ['Being made', 'Enquiry stage', '(40.00)', 'no target date on record', 'source: '])
      expect(words).toContain(part)
  })

  test('says that it was asked for by a former name', async () => {
    const asked = await desk.ask('/standard TC260-003')
    expect(asked.words).toMatch(/^What stands on record under that name is now GB\/T 45654-2025\./)
    expect((await desk.ask('/standard GB/T 45654')).words).not.toContain('under that name')
  })
})

describe('nonsense is answered, harmlessly', () => {
  const none = (query: string) => `记录中没有“${query}”。请核对标准号，或改用标题中的词。`

  test.each([
    ['GB/T 99999', none('GB/T 99999')],
    ['天气', none('天气')],
    ['🙂', none('🙂')],
    ['???', none('???')],
    ['/', none('/')],
    ['<!channel>', none('&lt;!channel&gt;')],
    ['<@U0000001> & <#C1>', none('&lt;@U0000001&gt; &amp; &lt;#C1&gt;')],
    ['a\u0000b\u0007', none('a\u0000b\u0007')],
    ['\ud83d', none('\ud83d')],
    ['x'.repeat(2_000), none(`${'x'.repeat(99)}…`)],
    ['数'.repeat(2_000), none(`${'数'.repeat(99)}…`)],
  ])('%#: %.20j', async (query, text) => {
    expect(await desk.ask(`/standard ${query}`, zh)).toMatchObject({ kind: 'ephemeral', text })
  })

  test('what is too long is refused with its length', async () => {
    expect(await desk.ask(`/standard ${'数'.repeat(4_000)}`, zh)).toMatchObject({
      kind: 'refused',
      text: '您输入了 4000 个字符，命令后最多只读取 2000 个字符，请缩短。',
    })
  })

  test('what is nothing is asked for', async () => {
    for (const text of ['/standard', '/standard   '])
      expect(await desk.ask(text)).toMatchObject({ kind: 'refused', why: 'standard.ask-for-name' })
  })
})

describe('“Open” beside a hit', () => {
  test('brings the card in place of the list', async () => {
    const { kind, words } = await desk.press('standard.pick', 'gb-t-22239-2019', zh)
    expect(kind).toBe('replace')
    expect(words).toMatch(/^GB\/T 22239-2019/)
  })

  test.each([
    ['a standard that is gone', 'gb-t-1-1999', 'standard.gone'],
    ['nothing', '', 'refused.outdated-button'],
    ['too much', 'x'.repeat(65), 'refused.outdated-button'],
    ['what no database takes', 'a\u0000b', 'refused.outdated-button'],
  ])('that was forged to hold %s is refused', async (_what, value, why) => {
    expect(await desk.press('standard.pick', value)).toMatchObject({ kind: 'refused', why })
  })
})

test('an edition that is not on record itself leads to the one that replaced it', async () => {
  const { words } = await desk.ask('/standard GB/T 22080-2016')
  expect(words).toContain('GB/T 22080-2025')
})

test('a replaced edition tells what replaced it', async () => {
  const { words } = await desk.ask('/standard GB/T 35273-2017')
  expect(words).toContain('Replaced by GB/T 35273-2020')
})

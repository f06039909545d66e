import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SandboxMessage } from '../../src/sandbox/protocol.ts'
import { cancelImportId, confirmImportId } from '../../src/views/import-preview.ts'
import { testDatabase } from '../database.ts'
import { workbook } from '../files/workbook.ts'
import { type RunningBot, runningBot } from './running-bot.ts'

const { database } = await testDatabase()
const shows = (text: string) => (message: SandboxMessage) =>
  JSON.stringify(message.blocks ?? '').includes(text)
const list = (...rows: string[]) => Buffer.from(`标准号,标准名称,状态\n${rows.join('\n')}\n`)
/** The machine that runs this may be busy. */
const patience = 20_000

describe('a file dropped into the conversation with the bot', { timeout: 60_000 }, () => {
  let bot: RunningBot
  beforeAll(async () => {
    bot = await runningBot('Socket Mode', { database, workspace: 'dropped' })
  }, 60_000)
  afterAll(() => bot?.stop())

  const named = async (designation: string) =>
    (await bot.app.standards.all()).find((standard) => standard.designation === designation)

  test('is previewed, and on record once the secretariat agrees', async () => {
    const pine = bot.person('U0PINE')
    await pine.drop('D0PINE', '清单.csv', list('GB/T 90001—2026,甲,现行', 'GB/T 90002—2026,乙,飞行'))
    const preview = await pine.waitForMessage(shows('清单.csv'), patience)
    expect(JSON.stringify(preview.blocks)).toContain('新增 1，变更 0，不变 0；有错误 1')
    expect(JSON.stringify(preview.blocks)).toContain('第 3 行')
    expect(await named('GB/T 90001-2026')).toBeUndefined()
    await pine.press(preview, confirmImportId)
    await pine.waitForMessage(shows('清单.csv 已导入：新增 1，变更 0。 未导入 1 行'), patience)
    expect(await named('GB/T 90001-2026')).toMatchObject({
      titles: { zh: '甲' },
      source: '清单.csv',
      stage: '60',
    })
  })

  test('is a workbook as well, and may be left alone', async () => {
    const pine = bot.person('U0PINE')
    const book = workbook([
      {
        name: '国标',
        rows: [
          ['标准号', '标准名称'],
          ['GB/T 90003-2026', '丙'],
        ],
      },
    ])
    await pine.drop('D0PINE', 'list.xlsx', book)
    const preview = await pine.waitForMessage(shows('GB/T 90003-2026'), patience)
    await pine.press(preview, cancelImportId)
    await pine.waitForMessage(shows('list.xlsx：未做任何更改。'), patience)
    expect(await named('GB/T 90003-2026')).toBeUndefined()
  })

  test('is shown anew where the records have changed since, and changes nothing yet', async () => {
    const pine = bot.person('U0PINE')
    await pine.drop('D0PINE', 'a.csv', list('GB/T 90004-2026,丁,现行'))
    const preview = await pine.waitForMessage(shows('GB/T 90004-2026'), patience)
    const one = (await bot.app.standards.all())[0]
    if (one === undefined) throw new Error('no standard')
    await bot.app.committees.importStandards([{ ...one, url: 'https://example.org/changed' }])
    await pine.press(preview, confirmImportId)
    const again = await pine.waitForMessage(shows('在您查看之后'), patience)
    expect(await named('GB/T 90004-2026')).toBeUndefined()
    await pine.press(again, confirmImportId)
    await pine.waitForMessage(shows('a.csv 已导入'), patience)
    expect(await named('GB/T 90004-2026')).toBeDefined()
  })

  test('is refused with what to do where it can’t be read', async () => {
    const pine = bot.person('U0PINE')
    await pine.drop('D0PINE', 'minutes.docx', Buffer.from('x'))
    await pine.waitForMessage(shows('无法读取 minutes.docx'), patience)
    await pine.drop('D0PINE', 'large.csv', Buffer.alloc(6 * 1024 * 1024, 'a'))
    await pine.waitForMessage(shows('import standards FILE'), patience)
  })

  test('by anybody else is not read, and they are told who can; nor is one in a channel', async () => {
    const jasmine = bot.person('U0JASMINE')
    await jasmine.drop('D0JASMINE', 'a.csv', list('GB/T 90005-2026,戊,现行'))
    await jasmine.waitForMessage(shows('标准清单和工作要点由秘书处导入：'), patience)
    const pine = bot.person('U0PINE')
    await pine.drop('C0WG8', 'b.csv', list('GB/T 90006-2026,己,现行'))
    await pine.drop('D0PINE', 'c.csv', list('GB/T 90007-2026,庚,现行'))
    await pine.waitForMessage(shows('GB/T 90007-2026'), patience)
    expect((await pine.messages('D0PINE')).some(shows('GB/T 90006-2026'))).toBe(false)
  })

  test('can’t be put on record by anybody else with its button', async () => {
    const pine = bot.person('U0PINE')
    await pine.drop('D0PINE', 'd.csv', list('GB/T 90008-2026,辛,现行'))
    const preview = await pine.waitForMessage(shows('GB/T 90008-2026'), patience)
    const button = JSON.stringify(preview.blocks)
    expect(button).toContain(confirmImportId)
    const lotus = bot.person('U0LOTUS')
    // Another's conversation is not theirs to press in.
    expect(await lotus.press(preview, confirmImportId)).toMatchObject({ ok: false })
    expect(await named('GB/T 90008-2026')).toBeUndefined()
  })
})

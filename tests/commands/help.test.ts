import { beforeAll, describe, expect, test } from 'vitest'
import { appHomeOpened } from '../../commands/events/app-home-opened.ts'
import { slashCommands } from '../../commands/index.ts'
import { testDatabase } from '../database.ts'
import { type Desk, deskOn } from './desk.ts'

const { database } = await testDatabase()
let desk: Desk

beforeAll(async () => {
  desk = await deskOn(database, 'help', '2026-11-23T20:00:00Z')
})

describe.each([
  ['en', 'What you can ask Rapporteur'],
  ['zh-CN', 'Rapporteur 能回答什么'],
] as const)('in %s', (language, title) => {
  test.each([
    '/rapporteur',
    '/rapporteur help',
    '/rapporteur 帮助',
    '/rapporteur ?',
    '/rapporteur help nonsense',
  ])('%s lists everything that can be typed', async (typed) => {
    const { kind, text, words } = await desk.ask(typed, { language })
    expect([kind, text]).toStrictEqual(['ephemeral', title])
    for (const { usage, chineseUsage = usage } of slashCommands)
      for (const example of language === 'en' ? usage : chineseUsage) expect(words).toContain(example)
  })

  test.each(slashCommands.map((one) => [`${one.command} ${one.verb ?? ''}`.trim(), one] as const))(
    '%s has help of its own, by each way of asking',
    async (name, { usage, chineseUsage = [] }) => {
      const about = await desk.ask(`/rapporteur help ${name.slice(1)}`, { language })
      expect(about.text.startsWith(`${name}: `)).toBe(true)
      for (const example of usage) expect(about.words).toContain(example)
      for (const example of language === 'en' ? [] : chineseUsage) expect(about.words).toContain(example)
      if (name === '/rapporteur') return
      for (const word of ['help', '帮助', '--help', '?'])
        expect(await desk.ask(`${name} ${word}`, { language })).toStrictEqual(about)
      expect(await desk.ask(`/rapporteur help ${name}`, { language })).toStrictEqual(about)
    },
  )
})

describe('help about a verb, and every verb in the help about its command', () => {
  test.each([
    ['/assignments help accept', '/assignments accept: '],
    ['/assignments help give back', '/assignments decline: '],
    ['/assignments help about done', '/assignments done: '],
    ['/assignments ? extend', '/assignments extend: '],
    ['/assignments 帮助 接受', '/assignments accept: '],
    ['/assignments 帮助接受', '/assignments accept: '],
    ['/wg help schedule', '/wg schedule: '],
    ['/plan help offers', '/plan offers: '],
    ['/standard help follow', '/standard follow: '],
    ['/rapporteur help calendar', '/rapporteur calendar: '],
  ])('%s', async (typed, begin) => {
    const { kind, text } = await desk.ask(typed)
    expect([kind, text.slice(0, begin.length)]).toStrictEqual(['ephemeral', begin])
  })

  test.each([
    ['en', ['accept', 'done', 'give back', 'give', 'extend', 'grant', 'deny', 'history', 'add']],
    ['zh-CN', ['接受', '完成', '退回', '转交', '延期', '同意', '驳回', '历史', '添加']],
  ] as const)('in %s', async (language, verbs) => {
    const { words } = await desk.ask('/assignments help', { language })
    for (const verb of verbs) expect(words).toMatch(new RegExp(`^• .*\`${verb}\``, 'mu'))
    for (const name of ['wg', 'plan', 'standard'])
      expect((await desk.ask(`/${name} help`, { language })).words).toMatch(/^• `/mu)
  })

  test('a title may begin with that word', async () => {
    expect((await desk.ask('/standard help desk services')).text).not.toContain(': ')
  })
})

describe('a word behind /rapporteur that is none', () => {
  test.each([
    ['awya 2026-12-30', 'rapporteur.unknown-but', '`/rapporteur away 2026-12-30`'],
    ['vacaton: 2026-12-30', 'rapporteur.unknown-but', '`/rapporteur vacation 2026-12-30`'],
    ['calender', 'rapporteur.unknown-but', '`/rapporteur calendar`'],
    ['请假半天', 'rapporteur.unknown-but', '`/rapporteur 请假 半天`'],
    ['我想请假 12月1日', 'rapporteur.unknown-but', '`/rapporteur 请假 我想 12月1日`'],
    ['nonsense', 'rapporteur.unknown', 'away, back, quiet, hear, calendar, monday, off, work, unmark'],
    ['你好', 'rapporteur.unknown', 'away'],
  ])('%s is told, and that nothing was changed', async (typed, why, text) => {
    const told = await desk.ask(`/rapporteur ${typed}`)
    expect([told.kind, told.why]).toEqual(['refused', why])
    expect(told.text).toContain(text)
    expect(told.text).toContain('nothing was changed')
  })

  test('in Chinese', async () => {
    const told = await desk.ask('/rapporteur 胡说 12月1日', { language: 'zh-CN' })
    expect(told.text).toBe(
      '`/rapporteur` 后不能写“胡说”，未做任何更改。可用的有：请假、回来、免打扰、接收、日历、预览、放假、上班、取消标记。`/rapporteur 帮助` 说明各项用途。',
    )
  })

  test.each(['wg schedule', '/wg schedule', 'standard'])('%s asks about another command', async (typed) => {
    expect(await desk.ask(`/rapporteur ${typed}`)).toStrictEqual(await desk.ask(`/rapporteur help ${typed}`))
  })
})

test('a command that is not is told, with the way to those that are', async () => {
  const { kind, text } = await desk.ask('/nonsense at all')
  expect(kind).toBe('refused')
  expect(text).toBe('I don’t know the command /nonsense. `/rapporteur help` lists those I know.')
})

describe('the Home tab', () => {
  async function opened(who: Parameters<Desk['caller']>[0], tab = 'home') {
    const reply = await appHomeOpened.run(desk.app, await desk.caller(who), { tab })
    return reply.kind === 'home' ? JSON.stringify(reply.view.blocks) : reply.kind
  }

  test('shows a member what they owe, in their language', async () => {
    const view = await opened({ member: 'lotus', language: 'zh-CN' })
    expect(view).toContain('全国网络安全标准化技术委员会')
    expect(view).toContain('您的任务（2）')
    expect(view).toContain('汇总GB/T 43697实施情况的反馈意见')
    expect(await opened({ member: 'cedar' })).toContain('Nothing waits for you today.')
  })

  test('tells a stranger whom to ask, and nobody’s assignments', async () => {
    const view = await opened({})
    expect(view).toContain('ask the secretariat to add you')
    expect(view).not.toContain('late')
  })

  test('the other tab is left alone', async () => {
    expect(await opened({ member: 'lotus' }, 'messages')).toBe('nothing')
  })
})

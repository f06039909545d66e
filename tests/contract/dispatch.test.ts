import { describe, expect, it } from 'vitest'
import { answer, slashCommands } from '../../commands/index.ts'
import { asksForHelp, longestCommandText, route } from '../../src/contract/dispatch.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { texts } from '../../src/texts/texts.ts'
import { testDatabase } from '../database.ts'
import { callerCalled, smallCommittee } from './small-committee.ts'

const { database } = await testDatabase()
const app = await smallCommittee(database, () => new Date('2026-11-23T04:00:00Z'))

describe('the way to a handler', () => {
  it.each([
    ['/wg', '', undefined, ''],
    ['/wg', '  WG8  ', undefined, 'WG8'],
    ['/wg', 'schedule reminder Mon 09:00', 'schedule', 'reminder Mon 09:00'],
    ['/wg', 'SCHEDULE  reminder\tMon\n09:00', 'schedule', 'reminder Mon 09:00'],
    ['/wg', 'send digest', 'send', 'digest'],
    ['/wg', '发送 摘要', 'send', '摘要'],
    ['/wg', '日程　提醒　周一 9:00', 'schedule', '提醒 周一 9:00'],
    ['/wg', 'schedules', 'schedule', ''],
    ['/wg', 'scheduler', undefined, 'scheduler'],
    ['/wg', 'WG8 schedule reminder', undefined, 'WG8 schedule reminder'],
    ['/standard', 'send GB/T 43697', undefined, 'send GB/T 43697'],
    ['/assignments', '接受a7', 'accept', 'a7'],
    ['/assignments', '退回wg8-01因为人手不足', 'decline', 'wg8-01因为人手不足'],
    ['/assignments', '变更记录a7', 'history', 'a7'],
    ['/assignments', '完成了a7', 'done', 'a7'],
    ['/assignments', '接受：a7', 'accept', 'a7'],
    ['/assignments', 'DONE: sg1-04', 'done', 'sg1-04'],
    ['/assignments', 'done:sg1-04 https://example.org', 'done', 'sg1-04 https://example.org'],
    ['/assignments', 'a7 done https://example.org', 'done', 'a7 https://example.org'],
    ['/plan', '取消g7 因为项目终止', 'drop', 'g7 因为项目终止'],
    ['/rapporteur', '请假到周五', 'away', '到周五'],
    ['/rapporteur', '请假至12月4日', 'away', '至12月4日'],
    ['/rapporteur', '请假周五', 'away', '周五'],
    // What follows is no short name: a title may begin with any word.
    ['/standard', '目标检测安全要求', undefined, '目标检测安全要求'],
    ['/standard', '历史GB/T 43697', undefined, '历史GB/T 43697'],
    ['/assignments', 'accepta7', undefined, 'accepta7'],
  ])('%s %j goes to its verb %s with %j', (command, text, verb, rest) => {
    const found = route(slashCommands, command, text)
    expect(found?.handler).toMatchObject({ command })
    expect(found?.handler.verb).toBe(verb)
    expect(found?.text).toBe(rest)
  })

  it.each(['/nothing', '/WG', 'wg', '', '/wg '])('%j leads nowhere', (command) => {
    expect(route(slashCommands, command, 'schedule')).toBeUndefined()
  })

  it.each([
    ['help', true],
    [' HELP ', true],
    ['?', true],
    ['？', true],
    ['--help', true],
    ['-h', true],
    ['帮助', true],
    ['', false],
    ['help me', false],
    ['WG8', false],
  ])('%j is a call for help: %s', (text, isOne) => {
    expect(asksForHelp(text)).toBe(isOne)
  })
})

describe('what is answered', () => {
  const ask = async (command: string, text: string, language: 'en' | 'zh-CN' = 'en') =>
    answer(app, await callerCalled(app, 'stranger', language), { command, text })

  it('refuses a command that nobody answers to, and quotes no more of it than is needed', async () => {
    await expect(ask('/nothing', 'x')).rejects.toMatchObject({
      key: 'command.unknown',
      values: { command: '/nothing' },
    })
    await expect(ask(`/${'x'.repeat(500)}`, '')).rejects.toMatchObject({
      values: { command: `/${'x'.repeat(79)}` },
    })
  })

  it('reads a text of the greatest length and refuses a longer one before anything else', async () => {
    const longest = 'x'.repeat(longestCommandText)
    expect(await ask('/standard', longest)).toMatchObject({ kind: 'ephemeral' })
    const refusal = { key: 'command.too-long', values: { length: 2_001, longest: 2_000 } }
    await expect(ask('/standard', `${longest}x`)).rejects.toMatchObject(refusal)
    await expect(ask('/nothing', `${longest}x`)).rejects.toMatchObject(refusal)
  })

  it.each(
    slashCommands.map((handler) => [[handler.command, handler.verb].join(' ').trim(), handler] as const),
  )('helps anybody with %s, in both languages', async (_name, { command, verb, summary }) => {
    for (const language of ['en', 'zh-CN'] as const) {
      const asked = await ask(command, [verb, 'help'].join(' ').trim(), language)
      // The help's own command tells everything, which includes each summary.
      expect(wordsOf(asked)).toContain(texts(language)(summary))
    }
  })

  it('tells everything, or one command in particular', async () => {
    const everything = wordsOf(await ask('/rapporteur', 'help'))
    for (const { usage } of slashCommands) expect(everything).toContain(usage[0])
    expect(wordsOf(await ask('/rapporteur', ''))).toBe(everything)
    expect(wordsOf(await ask('/rapporteur', 'help whatever'))).toBe(everything)
    await expect(ask('/rapporteur', 'whatever')).rejects.toThrow('rapporteur.unknown')
    const one = wordsOf(await ask('/rapporteur', 'help wg schedule'))
    expect(one).toContain(texts('en')('help.wg-schedule'))
    expect(one).not.toContain(texts('en')('help.standard'))
    expect(wordsOf(await ask('/rapporteur', 'help /wg schedule'))).toBe(one)
  })
})

function wordsOf(reply: Reply): string {
  if (reply.kind !== 'ephemeral')
    throw new Error(`an answer for the caller alone was expected, not ${reply.kind}`)
  return JSON.stringify(reply.message.blocks)
}

import { beforeAll, describe, expect, test } from 'vitest'
import { answer } from '../../commands/index.ts'
import type { App } from '../../src/app.ts'
import { ask, typedCommand } from '../../src/operator/ask.ts'
import { replyPayload, replyText } from '../../src/operator/reply-text.ts'
import { testDatabase } from '../database.ts'
import { sampleApp } from './committee.ts'

const { database } = await testDatabase()
let app: App
let request = 0

beforeAll(async () => {
  app = await sampleApp(database, 'ask')
})

const asked = (text: string, as = 'secretariat', channel?: string) =>
  ask(app, answer, {
    as,
    typed: typedCommand(text),
    request: `test-${++request}`,
    ...(channel !== undefined && { in: channel }),
  })

describe('a question', () => {
  test.each(['', '   ', '/', '/ x', '//x', 'standard GB/T 22239', 'hello'])('is not %j', (text) => {
    expect(() => typedCommand(text)).toThrow('a question begins with a slash command')
  })

  test('keeps what was typed behind the command', () => {
    expect(typedCommand('  /standard  GB/T 22239\n—2019 ')).toEqual({
      command: '/standard',
      text: 'GB/T 22239\n—2019 ',
    })
  })
})

describe('the answer', () => {
  test('reads as facts with their labels, and is the same as Slack is given', async () => {
    const reply = await asked('/standard GB/T 22239—2019', 'secretariat')
    const text = replyText(reply)
    expect(text).toMatch(/^GB\/T 22239-2019\n/)
    expect(text).toMatch(/^(状态：?|Status): /m)
    expect(text).not.toMatch(/\*|&amp;/)
    expect(replyPayload(reply)).toMatchObject({ response_type: 'ephemeral', blocks: expect.any(Array) })
  })

  test('is in the language of whoever asks', async () => {
    const english = (await app.members.all()).find(({ language }) => language === 'en')
    const chinese = (await app.members.all()).find(({ language }) => language !== 'en')
    expect(replyText(await asked('/rapporteur help', english?.id))).not.toMatch(/帮助/)
    expect(replyText(await asked('/rapporteur help', chinese?.id))).toMatch(/\p{Script=Han}/u)
  })

  test('to an unknown command, to too much and to nothing is the bot’s own', async () => {
    expect(replyText(await asked('/nonsense'))).toContain('/nonsense')
    expect(replyText(await asked(`/standard ${'x'.repeat(4_000)}`))).toContain('2000')
    expect(replyText(await asked('/standard'))).toContain('/standard')
  })

  test('pings nobody, whatever is asked', async () => {
    const reply = await asked('/standard <!channel> \u0007\u001b[31m')
    expect(JSON.stringify(replyPayload(reply))).not.toContain('<!channel>')
    expect(replyText(reply)).toContain('<!channel>')
  })

  test('to somebody who may not is a refusal', async () => {
    const [convenor] = await app.groups.convenors('WG8')
    const reply = replyText(await asked('/wg send WG8 reminder', 'member:WG3'))
    expect([convenor?.names.zh, convenor?.names.en].some((name) => name && reply.includes(name))).toBe(true)
    expect((await app.notices.overview(10)).latest).toEqual([])
  })

  test.each(['#wg8-data-security', 'wg8-data-security', 'WG8-Data-Security'])(
    'in %s is about WG8',
    async (channel) => {
      expect(replyText(await asked('/wg', 'secretariat', channel))).toMatch(/^WG8 /)
    },
  )

  test('in the secretariat’s channel is about no group', async () => {
    const own = (await app.committees.get())?.channel
    expect(own).toBeDefined()
    expect(replyText(await asked('/rapporteur help', 'secretariat', own))).toMatch(/\S/)
  })

  test('in no channel of the committee is refused, with those that there are', async () => {
    const refusal = asked('/wg', 'secretariat', '#wg8-data-securty')
    await expect(refusal).rejects.toThrow('did you mean #wg8-data-security?')
    await expect(refusal).rejects.toThrow('there are #')
  })

  test('changes what the command changes', async () => {
    await asked('/wg send reminder', 'convenor:WG8', '#wg8-data-security')
    const { latest } = await app.notices.overview(10)
    expect(latest).toMatchObject([{ group: 'WG8', kind: 'reminder', state: 'pending' }])
  })
})

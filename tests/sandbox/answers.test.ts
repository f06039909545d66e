import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, type SandboxPerson, sandboxPerson, startSandbox } from '../../src/sandbox/index.ts'
import { type Bot, httpBot, socketBot } from './bolt-app.ts'
import { seed } from './seed.ts'

const card = (...ids: string[]) => [
  {
    type: 'actions' as const,
    elements: ids.map((id) => ({
      type: 'button' as const,
      action_id: id,
      text: { type: 'plain_text' as const, text: id },
    })),
  },
]

for (const [mode, start] of [
  ['Socket Mode', socketBot],
  ['HTTP', httpBot],
] as const)
  describe(`answers by Bolt’s respond over ${mode}`, () => {
    let sandbox: Sandbox
    let bot: Bot
    let chen: SandboxPerson

    beforeAll(async () => {
      sandbox = await startSandbox({
        seed: { ...seed, linkDomains: ['example.org'] },
        now: () => new Date(),
        rateLimits: false,
      })
      bot = await start(sandbox, (app) => {
        app.command('/standard', async ({ ack, respond, command }) => {
          await ack()
          const response_type = command.text === 'all' ? 'in_channel' : 'ephemeral'
          await respond({ text: 'card', blocks: card('replace', 'delete', 'tell'), response_type })
        })
        app.command('/assign', async ({ ack }) => {
          await ack('')
        })
        app.action('replace', async ({ ack, respond }) => {
          await ack()
          await respond({ replace_original: true, text: 'replaced', blocks: card('delete') })
        })
        app.action('delete', async ({ ack, respond }) => {
          await ack()
          await respond({ delete_original: true })
        })
        app.action('tell', async ({ ack, respond }) => {
          await ack()
          await respond({ response_type: 'ephemeral', replace_original: false, text: 'between us' })
        })
        app.event('link_shared', async ({ event, client }) => {
          const unfurls = Object.fromEntries(
            event.links.map(({ url }) => [url, { blocks: card('unfurled') }]),
          )
          await client.chat.unfurl({ channel: event.channel, ts: event.message_ts, unfurls })
        })
      })
      chen = sandboxPerson(sandbox, 'U0CHEN')
    })
    afterAll(async () => {
      await chen.leave()
      await bot.stop()
      await sandbox.close()
    })

    // The bot is no member of this channel; its response URLs work there all the same.
    it.each([
      ['mine', true],
      ['all', false],
    ])('replaces, deletes and adds to an answer: %s', async (text, isEphemeral) => {
      await chen.command('C0WG2', '/standard', text)
      const first = await chen.waitForMessage((each) => each.text === 'card')
      expect(first.ephemeral === true).toBe(isEphemeral)
      expect(sandbox.messages('wg2')).toHaveLength(isEphemeral ? 0 : 1)
      await chen.press(first, 'tell')
      const added = await chen.waitForMessage((each) => each.text === 'between us')
      expect(added.ephemeral).toBe(true)
      await chen.press(first, 'replace')
      const second = await chen.waitForMessage((each) => each.text === 'replaced')
      expect(second.ts).toBe(first.ts)
      await chen.press(second, 'delete')
      await chen.waitFor((event) => event.type === 'message_deleted' && event.ts === first.ts)
      expect(await chen.press(second, 'delete')).toEqual({ ok: false, error: 'message_gone' })
    })

    it('takes an acknowledgement that says nothing', async () => {
      expect(await chen.command('C0WG2', '/assign')).toEqual({ ok: true })
    })

    it('tells of links and shows what they unfurl to', async () => {
      await chen.say('D0CHEN', 'see https://iso.example.org/a?b=1&c=2 and https://elsewhere.test/')
      const shown = await chen.waitForMessage((each) => each.attached !== undefined)
      expect(shown.text).toContain('<https://iso.example.org/a?b=1&amp;c=2>')
      expect(shown.attached).toMatchObject([[{ type: 'actions', elements: [{ action_id: 'unfurled' }] }]])
    })
  })

describe('a real Socket Mode client', () => {
  it('comes back after its connection is cut, and after it is asked to come again', async () => {
    const sandbox = await startSandbox({ seed, now: () => new Date() })
    const receiver = new SocketModeReceiver({
      appToken: sandbox.appToken,
      logLevel: LogLevel.ERROR,
      clientPingTimeout: 50,
      installerOptions: { clientOptions: { slackApiUrl: sandbox.apiUrl } },
    })
    const app = new App({
      token: sandbox.botToken,
      receiver,
      clientOptions: { slackApiUrl: sandbox.apiUrl },
      logLevel: LogLevel.ERROR,
    })
    app.command('/standard', async ({ ack }) => ack('here'))
    await app.start()
    const anna = sandboxPerson(sandbox, 'U0ANNA')
    expect(await anna.command('C0WG1', '/standard')).toEqual({ ok: true })
    for (const fault of ['cutSockets', 'refreshSockets'] as const) {
      sandbox.faults[fault]()
      await anna.waitFor((event) => event.type === 'state' && !event.state.bot.online)
      await anna.waitFor((event) => event.type === 'state' && event.state.bot.online)
      expect(await anna.command('C0WG1', '/standard')).toEqual({ ok: true })
    }
    await anna.leave()
    await app.stop()
    await sandbox.close()
  })
})

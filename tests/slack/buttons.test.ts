import { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jobs } from '../../jobs/index.ts'
import { openQueue, type Queue } from '../../src/queue/queue.ts'
import type { SandboxMessage } from '../../src/sandbox/protocol.ts'
import { texts } from '../../src/texts/texts.ts'
import { acknowledgeReminderId } from '../../src/views/reminder-buttons.ts'
import { testDatabase } from '../database.ts'
import { journal } from '../queue/diary.ts'
import { redisIsHere, testRedis } from '../redis.ts'
import { type Mode, type RunningBot, runningBot } from './running-bot.ts'

const { url: databaseUrl, database } = await testDatabase()
const redis = redisIsHere() ? await testRedis() : undefined
const en = texts('en')
const zh = texts('zh-CN')

type Backend = { backend: string; mode: Mode; redisUrl?: string; here: boolean }
const backends: Backend[] = [
  { backend: 'PostgreSQL', mode: 'HTTP', here: true },
  { backend: 'PostgreSQL', mode: 'Socket Mode', here: true },
  { backend: 'Redis', mode: 'Socket Mode', here: redis !== undefined, ...(redis && { redisUrl: redis.url }) },
]

const hidden = (message: SandboxMessage) => message.ephemeral === true
const shows = (text: string) => (message: SandboxMessage) => JSON.stringify(message.blocks).includes(text)

for (const { backend, mode, redisUrl, here } of backends)
  describe.skipIf(!here)(`buttons over ${mode}, the queue on ${backend}`, () => {
    let bot: RunningBot
    let queue: Queue
    beforeAll(async () => {
      const workspace = `buttons-${backend}-${mode}`.toLowerCase().replace(' ', '-')
      const now = () => new Date()
      queue = await openQueue({
        databaseUrl,
        ...(redisUrl !== undefined && { redisUrl }),
        workspace,
        jobs,
        now,
        log: journal(),
      })
      bot = await runningBot(mode, { database, workspace, wake: queue.wake })
      queue.work(bot.app)
    })
    afterAll(async () => {
      await bot?.stop()
      await queue?.close(2_000)
    })

    test('the convenor acknowledges: the message shows who and when, to everybody', async () => {
      const lotus = bot.person('U0LOTUS')
      const jasmine = bot.person('U0JASMINE')
      await lotus.messages('C0WG8')
      await bot.app.notices.planDue('reminder', { atOnce: true })
      const reminder = await lotus.waitForMessage((one) => one.channel === 'C0WG8', 15_000)

      await jasmine.press(reminder, acknowledgeReminderId)
      const refused = await jasmine.waitForMessage(hidden)
      const names = '示例清荷、示例黄鹂'
      expect(refused.text).toBe(zh('refused.convenor', { group: 'WG8', names }))

      await lotus.press(reminder, acknowledgeReminderId)
      const shown = await jasmine.waitForMessage(shows('white_check_mark'), 15_000)
      expect(shown.ts).toBe(reminder.ts)
      expect(JSON.stringify(shown.blocks)).toContain('示例清荷')
      expect(JSON.stringify(shown.blocks)).toMatch(/<!date\^\d{10}\^/)
      expect(JSON.stringify(shown.blocks)).not.toContain(acknowledgeReminderId)
      expect(bot.sandbox.messages('C0WG8')).toHaveLength(1)
      const answer = await bot.app.notices.overview(50, 'sent')
      expect(answer.latest.length).toBeGreaterThan(1)
    })

    test('a button that leads nowhere, or whose value is forged, is refused in a sentence', async () => {
      const client = new WebClient(bot.sandbox.botToken, { slackApiUrl: bot.sandbox.apiUrl })
      const button = (action_id: string, value: string) => ({
        type: 'button' as const,
        action_id,
        value,
        text: { type: 'plain_text' as const, text: action_id },
      })
      const elements = [
        button('gone.button', 'x'),
        button(acknowledgeReminderId, 'no-such-notice'),
        button('schedule.confirm', '{"group":"WG8","cron":"* * * * *"}'),
        button('standard.pick', "'; drop table rapporteur.standards; --"),
        button('standard.pick:2', 'no-such-standard'),
      ]
      const linden = bot.person('U0LINDEN')
      await linden.messages('C0GENERAL')
      await client.chat.postMessage({
        channel: 'C0GENERAL',
        text: 'old',
        blocks: [{ type: 'actions', elements }],
      })
      const message = await linden.waitForMessage((one) => one.text === 'old')
      const refusals = [
        en('refused.outdated-button'),
        en('refused.outdated-button'),
        en('refused.outdated-button'),
        en('refused.outdated-button'),
        en('standard.gone'),
      ]
      for (const [i, { action_id }] of elements.entries()) {
        await linden.press(message, action_id)
        expect((await linden.waitForMessage(hidden)).text).toBe(refusals[i])
      }
      expect(bot.log.lines.filter(({ level }) => level === 'error')).toEqual([])
    })
  })

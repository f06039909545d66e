import { setTimeout as pause } from 'node:timers/promises'
import { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { SandboxMessage } from '../../src/sandbox/protocol.ts'
import { cancelScheduleId, confirmScheduleId } from '../../src/views/schedule-proposal.ts'
import { testDatabase } from '../database.ts'
import { heldUp } from './held-up.ts'
import { modes, type RunningBot, runningBot } from './running-bot.ts'

const { database } = await testDatabase()
const hidden = (message: SandboxMessage) => message.ephemeral === true

for (const mode of modes)
  describe(`a press over ${mode}`, () => {
    const workspace = `kept-${mode}`
    let bot: RunningBot
    beforeAll(async () => {
      bot = await runningBot(mode, { database, workspace })
    })
    afterAll(() => bot.stop())

    async function reminderOf(group: string): Promise<string | undefined> {
      const { rows } = await database.pool.query<{ cron: string }>(
        `select cron from rapporteur.schedules where workspace = $1 and group_code = $2 and kind = 'reminder'`,
        [workspace, group],
      )
      return rows[0]?.cron
    }

    /** WG8's convenor, to whom the bot proposes a reminder at this hour on Tuesdays. */
    async function proposed(hour: number) {
      const lotus = bot.person('U0LOTUS')
      await lotus.command('C0WG8', '/wg', `schedule reminder Tue ${hour}:00`)
      return { lotus, proposal: await lotus.waitForMessage(hidden) }
    }

    test('is on record when it is acknowledged', async () => {
      const { lotus, proposal } = await proposed(10)
      expect(await lotus.press(proposal, confirmScheduleId)).toEqual({ ok: true })
      expect(await reminderOf('WG8')).toBe('0 10 * * 2')
      expect((await lotus.waitForMessage(hidden)).text).toContain('已保存')
    })

    test('that is refused is acknowledged, with its reason', async () => {
      const { proposal } = await proposed(11)
      const jasmine = bot.person('U0JASMINE')
      await jasmine.command('C0WG8', '/wg', 'schedule reminder Tue 11:00')
      const refused = await jasmine.waitForMessage(hidden)
      expect(refused.text).toContain('示例清荷')
      const lotus = bot.person('U0LOTUS')
      expect(await lotus.press(proposal, cancelScheduleId)).toEqual({ ok: true })
      expect(await reminderOf('WG8')).toBe('0 10 * * 2')
    })

    test('whose work takes too long is not acknowledged, and kept and answered all the same', async () => {
      const { lotus, proposal } = await proposed(12)
      const held = await heldUp(database, 'schedules')
      onTestFinished(held.letGo)
      expect(await lotus.press(proposal, confirmScheduleId)).toEqual({ ok: false, error: 'bot_timeout' })
      await held.letGo()
      expect((await lotus.waitForMessage(hidden)).text).toContain('已保存')
      expect(await reminderOf('WG8')).toBe('0 12 * * 2')
      const [late, ...others] = bot.log.lines.filter(({ message }) => message.includes('acknowledged'))
      expect(late).toMatchObject({ level: 'warn', fields: { what: confirmScheduleId } })
      expect(others).toEqual([])
      expect(bot.log.lines.filter(({ level }) => level === 'error')).toEqual([])
    })

    test('that is made again after that is done once more, and changes nothing', async () => {
      const { lotus, proposal } = await proposed(13)
      const held = await heldUp(database, 'schedules')
      onTestFinished(held.letGo)
      const first = lotus.press(proposal, confirmScheduleId)
      await held.waits()
      const second = lotus.press(proposal, confirmScheduleId)
      await held.letGo()
      expect(await Promise.all([first, second])).toEqual([{ ok: true }, { ok: true }])
      expect(await reminderOf('WG8')).toBe('0 13 * * 2')
    })

    test('is acknowledged though Slack takes too long to tell whose it is', async () => {
      const client = new WebClient(bot.sandbox.botToken, { slackApiUrl: bot.sandbox.apiUrl })
      const text = { type: 'plain_text' as const, text: 'leave it' }
      const button = { type: 'button' as const, action_id: cancelScheduleId, value: 'WG8', text }
      const robin = bot.person('U0ROBIN')
      await robin.messages('C0WG8')
      await client.chat.postMessage({
        channel: 'C0WG8',
        text: 'stands',
        blocks: [{ type: 'actions', elements: [button] }],
      })
      const message = await robin.waitForMessage((one) => one.text === 'stands')
      bot.sandbox.faults.add({ kind: 'slow', ms: 4_000, method: 'users.info' })
      expect(await robin.press(message, cancelScheduleId)).toEqual({ ok: true })
      expect(bot.sandbox.faults.list()).toEqual([])
    })

    test('is waited for by a stop, and still acknowledged', async () => {
      const { lotus, proposal } = await proposed(15)
      const held = await heldUp(database, 'schedules')
      onTestFinished(held.letGo)
      const pressing = lotus.press(proposal, confirmScheduleId)
      await held.waits()
      const resting = bot.rest()
      const tooLate = bot.person('U0LINDEN').command('C0WG8', '/wg', 'WG8')
      // Nothing tells when it has come in vain over a socket that is still open.
      await pause(200)
      await held.letGo()
      expect((await tooLate).ok).toBe(false)
      expect(await pressing).toEqual({ ok: true })
      expect(await resting).toEqual([])
      expect(await reminderOf('WG8')).toBe('0 15 * * 2')
      expect((await lotus.waitForMessage(hidden)).text).toContain('已保存')
    })
  })

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkWorkspace } from '../../jobs/link-workspace.ts'
import type { SandboxMessage } from '../../src/sandbox/protocol.ts'
import { testDatabase } from '../database.ts'
import { modes, type RunningBot, runningBot } from './running-bot.ts'
import { seed } from './workspace.ts'

const { database } = await testDatabase()

/** Hundreds of others come before those whom the committee file names. */
const others = Array.from({ length: 1_100 }, (_, i) => ({
  id: `U0X${String(i).padStart(4, '0')}`,
  handle: `other${i}`,
  name: `Other ${i}`,
  title: '',
  email: `other${i}@elsewhere.example`,
  locale: 'en-US',
  zone: 'UTC',
}))
const otherChannels = Array.from({ length: 1_100 }, (_, i) => ({
  id: `C0X${String(i).padStart(4, '0')}`,
  name: `other-${i}`,
  topic: '',
  members: [],
  bot: false,
}))
const crowded = {
  ...seed,
  users: [...others, ...seed.users],
  channels: [...otherChannels, ...seed.channels],
}

for (const mode of modes)
  describe(`linking a workspace over ${mode}`, () => {
    let bot: RunningBot
    beforeAll(async () => {
      const workspace = `link-${mode}`
      bot = await runningBot(mode, { database, workspace, sandbox: { seed: crowded } })
    })
    afterAll(() => bot.stop())

    const link = () => linkWorkspace.perform(bot.app, {}, new Date())
    const group = async () => (await bot.app.groups.all()).find(({ code }) => code === 'WG8')
    const slackIdOf = async (id: string) =>
      (await bot.app.members.all()).find((one) => one.id === id)?.slackId

    test('a Slack that lists no channels still tells who its people are', async () => {
      bot.sandbox.faults.add({ kind: 'error', error: 'unknown_method', method: 'conversations.list' })
      await expect(link()).rejects.toMatchObject({ data: { error: 'unknown_method' } })
      expect(await slackIdOf('lotus')).toBe('U0LOTUS')
      expect((await group())?.channelId).toBeUndefined()
    })

    test('members are found by e-mail and channels by name, page after page', async () => {
      await link()
      expect(await slackIdOf('linden')).toBe('U0LINDEN')
      expect((await group())?.channelId).toBe('C0WG8')
      const pages = bot.sandbox.record().filter(({ method }) => method === 'users.list')
      expect(pages.length).toBeGreaterThanOrEqual(4)
      const known = (await bot.app.members.all()).filter(({ slackId }) => slackId !== undefined)
      expect(known.map(({ id }) => id).sort()).toEqual(['jasmine', 'linden', 'lotus', 'pine', 'robin'])
      await link()
    })

    test('then the group’s card leads to its channel, and the channel means the group', async () => {
      const lotus = bot.person('U0LOTUS')
      await lotus.command('C0WG8', '/wg')
      const card = await lotus.waitForMessage((message: SandboxMessage) => message.ephemeral === true)
      expect(JSON.stringify(card.blocks)).toContain('<#C0WG8|wg8-data-security>')
      expect(card.text).toContain('WG8')
    })
  })

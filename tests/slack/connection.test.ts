import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type SandboxPerson, sandboxPerson, startSandbox } from '../../src/sandbox/index.ts'
import type { SandboxMessage } from '../../src/sandbox/protocol.ts'
import { testDatabase } from '../database.ts'
import { heldUp } from './held-up.ts'
import { connected, modes, type RunningBot, runningBot } from './running-bot.ts'
import { seed } from './workspace.ts'

const { database } = await testDatabase()
const hidden = (message: SandboxMessage) => message.ephemeral === true

async function isAnswered(person: SandboxPerson): Promise<void> {
  expect(await person.command('C0WG8', '/wg', 'WG8')).toEqual({ ok: true })
  expect((await person.waitForMessage(hidden)).text).toContain('WG8')
}

describe('a Socket Mode connection', () => {
  let bot: RunningBot
  let dir: string
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'rapporteur-socket-'))
    bot = await runningBot('Socket Mode', { database, workspace: 'socket', sandbox: { dir } })
  })
  afterAll(async () => {
    await bot.stop()
    await rm(dir, { recursive: true, force: true })
  })

  test('that is cut is made again', async () => {
    expect(bot.listening.health()).toEqual({ ok: true })
    bot.sandbox.faults.cutSockets()
    await connected(bot.log, 2)
    expect(bot.listening.health()).toEqual({ ok: true })
    await isAnswered(bot.person('U0LINDEN'))
  })

  test('is made anew when Slack asks for it', async () => {
    bot.sandbox.faults.refreshSockets()
    await connected(bot.log, 3)
    await isAnswered(bot.person('U0LINDEN'))
  })

  test('is made again when Slack has been away and first answers with errors', async () => {
    const refused = () => bot.log.lines.filter(({ message }) => message.startsWith('no Socket Mode')).length
    const before = refused()
    await bot.loseSlack()
    await expect.poll(refused, { timeout: 10_000 }).toBeGreaterThanOrEqual(before + 2)
    expect(bot.listening.health()).toMatchObject({ ok: false, error: expect.stringMatching(/./) })
    const port = Number(new URL(bot.sandbox.url).port)
    const back = await startSandbox({ seed, now: () => new Date(), rateLimits: false, dir, port })
    back.faults.add({ kind: 'status', status: 503, method: 'apps.connections.open' })
    await connected(bot.log, 4)
    const linden = sandboxPerson(back, 'U0LINDEN')
    onTestFinished(() => linden.leave())
    await isAnswered(linden)
    // With Slack away for good, there is nothing to wait for.
    const lost = refused()
    await back.close()
    await expect.poll(refused, { timeout: 10_000 }).toBeGreaterThan(lost)
    expect(await bot.rest()).toEqual([])
  })
})

for (const mode of modes)
  describe(`stopping over ${mode}`, () => {
    test('waits for what was acknowledged, and takes nothing new', async () => {
      const bot = await runningBot(mode, { database, workspace: `stop-${mode}` })
      const held = await heldUp(database, 'committees')
      onTestFinished(async () => {
        await held.letGo()
        await bot.stop()
      })
      const linden = bot.person('U0LINDEN')
      expect(await linden.command('C0WG8', '/wg', 'WG8')).toEqual({ ok: true })
      await held.waits()
      const resting = bot.rest()
      await expect
        .poll(() => bot.person('U0LOTUS').command('C0WG8', '/wg', 'WG8'))
        .toEqual({ ok: false, error: 'bot_offline' })
      await held.letGo()
      expect(await resting).toEqual([])
      expect((await linden.waitForMessage(hidden)).text).toContain('WG8')
    })

    test('names what was left undone when its time is over', async () => {
      const bot = await runningBot(mode, { database, workspace: `left-${mode}` })
      const held = await heldUp(database, 'committees')
      onTestFinished(async () => {
        await held.letGo()
        await bot.stop()
      })
      await bot.person('U0LINDEN').command('C0WG8', '/wg', 'WG8')
      await held.waits()
      expect(await bot.rest(100)).toEqual(['/wg'])
    })
  })

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { readCron } from '../../src/queue/cron.ts'
import { loadSample } from '../../src/runtime/sample.ts'
import { type Sandbox, type SandboxPerson, sandboxPerson, startSandbox } from '../../src/sandbox/index.ts'
import type { SandboxMessage } from '../../src/sandbox/protocol.ts'
import { createStore } from '../../src/store/open-store.ts'
import { confirmScheduleId } from '../../src/views/schedule-proposal.ts'
import { bundleOf } from '../bundle-server.ts'
import { testDatabase } from '../database.ts'
import { freePort } from '../free-port.ts'
import { heldUp } from '../slack/held-up.ts'
import { type Mode, modes } from '../slack/running-bot.ts'
import { seed } from '../slack/workspace.ts'
import { type WholeProcess, wholeProcess } from '../whole-process.ts'

const { url, database } = await testDatabase()
const bundle = await bundleOf('src/main.ts')
const app = createApp({ store: createStore(database, 'main'), readCron })
const hidden = (message: SandboxMessage) => message.ephemeral === true

let folder: string
let sandbox: Sandbox
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-stopping-'))
  sandbox = await startSandbox({ seed, now: () => new Date(), rateLimits: false })
  await loadSample(app, 'tc260', readCron)
})
afterAll(async () => {
  await sandbox.close()
  await rm(folder, { recursive: true, force: true })
})

/** Starts the whole program at the test's database and Slack; resolves when it serves. */
async function start(mode: Mode): Promise<WholeProcess> {
  const port = await freePort()
  const bot = wholeProcess(
    { bundle },
    {
      RAPPORTEUR_DATA: folder,
      DATABASE_URL: url,
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_API_URL: sandbox.apiUrl,
      ...(mode === 'HTTP'
        ? { SLACK_SIGNING_SECRET: sandbox.signingSecret }
        : { SLACK_APP_TOKEN: sandbox.appToken }),
      HOST: '127.0.0.1',
      PORT: String(port),
    },
  )
  onTestFinished(() => void bot.child.kill('SIGKILL'))
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  await expect.poll(isReady, { timeout: 20_000 }).toBe(true)
  if (mode === 'HTTP') sandbox.setRequestUrl(`http://127.0.0.1:${port}/slack/events`)
  return bot
}

function person(id: string): SandboxPerson {
  const one = sandboxPerson(sandbox, id)
  onTestFinished(() => one.leave())
  return one
}

async function proposed(lotus: SandboxPerson, hour: number): Promise<SandboxMessage> {
  expect(await lotus.command('C0WG8', '/wg', `schedule reminder Wed ${hour}:00`)).toEqual({ ok: true })
  return lotus.waitForMessage(hidden)
}

async function reminderOf(group: string): Promise<string | undefined> {
  return (await app.schedules.of(group)).find(({ kind }) => kind === 'reminder')?.cron
}

function lastLine(bot: WholeProcess): Record<string, unknown> {
  return JSON.parse(bot.stderr().trim().split('\n').at(-1) ?? '')
}

// Socket Mode last: the sandbox sends by HTTP from the moment that it has an address.
describe.each([...modes].reverse())('over %s', { timeout: 60_000 }, (mode) => {
  test('a bot killed while a press is held up has acknowledged nothing; the next one takes it', async () => {
    const bot = await start(mode)
    const lotus = person('U0LOTUS')
    const proposal = await proposed(lotus, 10)
    const held = await heldUp(database, 'schedules')
    onTestFinished(held.letGo)
    const pressing = lotus.press(proposal, confirmScheduleId)
    await held.waits()
    bot.child.kill('SIGKILL')
    expect(await pressing).toEqual({ ok: false, error: 'bot_offline' })
    expect(await bot.ended).toBe('SIGKILL')
    await held.letGo()

    const next = await start(mode)
    expect(await lotus.press(proposal, confirmScheduleId)).toEqual({ ok: true })
    expect(await reminderOf('WG8')).toBe('0 10 * * 3')
    next.child.kill('SIGTERM')
    expect(await next.ended).toBe(0)
  })

  test('SIGTERM waits for a command and a press that end within the grace', async () => {
    const bot = await start(mode)
    const lotus = person('U0LOTUS')
    const linden = person('U0LINDEN')
    const proposal = await proposed(lotus, 11)
    const held = await heldUp(database, 'schedules')
    onTestFinished(held.letGo)
    const pressing = lotus.press(proposal, confirmScheduleId)
    expect(await linden.command('C0WG8', '/wg', 'WG8')).toEqual({ ok: true })
    await held.waits()
    bot.child.kill('SIGTERM')
    await expect.poll(() => bot.stderr(), { timeout: 5_000 }).toContain('"stopping"')
    await held.letGo()
    expect(await pressing).toEqual({ ok: true })
    expect(await bot.ended).toBe(0)
    expect(lastLine(bot)).toMatchObject({ msg: 'stopped; nothing was left unfinished' })
    expect(await reminderOf('WG8')).toBe('0 11 * * 3')
    expect((await linden.waitForMessage(hidden)).text).toContain('WG8')
  })

  test('SIGTERM names the command and the jobs that do not end, within ten seconds', async () => {
    // A queue that knows nothing lets what is due by itself be done at once.
    await database.pool.query(
      'truncate bullmq.job, bullmq.scheduler, bullmq.dedup, bullmq.dedup_next cascade',
    )
    const held = await heldUp(database, 'schedules')
    onTestFinished(held.letGo)
    const bot = await start(mode)
    await held.waits(2)
    const linden = person('U0LINDEN')
    expect(await linden.command('C0WG8', '/wg', 'WG8')).toEqual({ ok: true })
    await held.waits(3)
    const toldMs = performance.now()
    bot.child.kill('SIGTERM')
    expect(await bot.ended).toBe(1)
    expect(performance.now() - toldMs).toBeLessThan(10_000)
    const left = expect.arrayContaining(['/wg', 'plan-weekly-reminders', 'plan-weekly-digests'])
    expect(lastLine(bot)).toMatchObject({ level: 'warn', left })
    expect(bot.stderr()).not.toContain('"level":"fatal"')
  })
})

import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type SandboxPerson, sandboxPerson } from '../src/sandbox/index.ts'
import type { PageState, SandboxMessage } from '../src/sandbox/protocol.ts'
import { acknowledgeReminderId } from '../src/views/reminder-buttons.ts'
import { redisIsHere } from './redis.ts'
import { redisServer } from './redis-server.ts'
import { isAlive, postgresOf, printedUrl, type WholeProcess, wholeProcess } from './whole-process.ts'

/** Everything a start did not bring to an end by itself. */
const running = new Set<WholeProcess>()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-main-'))
  // Where root starts it, PostgreSQL runs under another account that must be let in.
  await chmod(folder, 0o755)
})
afterAll(async () => {
  for (const bot of running) bot.child.kill('SIGKILL')
  await Promise.all([...running].map(({ ended }) => ended))
  const postgres = postgresOf(dataDir())
  if (postgres !== undefined) {
    process.kill(postgres, 'SIGINT')
    await expect.poll(() => isAlive(postgres), { timeout: 10_000 }).toBe(false)
  }
  await rm(folder, { recursive: true, force: true })
})

const dataDir = () => join(folder, 'data')

function start(env: Record<string, string> = {}): WholeProcess {
  const bot = wholeProcess('main.ts', { RAPPORTEUR_DATA: dataDir(), SANDBOX_PORT: '0', ...env })
  running.add(bot)
  void bot.ended.then(() => running.delete(bot))
  return bot
}

type Visit = { bot: WholeProcess; url: string; lotus: SandboxPerson; wg8: string }

/** Starts the bot and takes the seat of WG8's convenor, whose channel's id is told as well. */
async function visit(): Promise<Visit> {
  const bot = start()
  const url = await printedUrl(bot)
  const nobody = await stateOf(url, '')
  const id = nobody.users.find(({ handle }) => handle === 'lotus')?.id ?? ''
  const { channels } = await stateOf(url, id)
  const wg8 = channels.find(({ name }) => name === 'wg8-data-security')?.id ?? ''
  const lotus = sandboxPerson({ url }, id)
  onTestFinished(() => lotus.leave())
  await expect.poll(async () => (await stateOf(url, id)).bot.online, { timeout: 10_000 }).toBe(true)
  return { bot, url, lotus, wg8 }
}

async function stateOf(url: string, as: string): Promise<PageState> {
  return (await (await fetch(`${url}/page/state?as=${as}`)).json()) as PageState
}

const hidden = (message: SandboxMessage) => message.ephemeral === true
const isReminder = (message: SandboxMessage) => message.text.includes('提醒')
const isAcknowledged = (message: SandboxMessage) =>
  JSON.stringify(message.blocks).includes('white_check_mark')
const spoken = async ({ lotus, wg8 }: Visit) => (await lotus.messages(wg8)).filter((one) => !hidden(one))

async function isAnswered({ lotus, wg8 }: Visit): Promise<void> {
  expect(await lotus.command(wg8, '/standard', 'GB/T 43697')).toEqual({ ok: true })
  expect((await lotus.waitForMessage(hidden, 10_000)).text).toContain('GB/T 43697')
}

/** Everything that is due has been said: what was asked for last stands, once. */
async function saysNothingTwice(there: Visit, before: SandboxMessage[]): Promise<void> {
  await there.lotus.command(there.wg8, '/wg', 'send digest again')
  // Killed before what it said was on record, a process holds its claim for a minute: the next one looks for it then. The
  // fault runs kill it in every such moment; here the minute would be waited for, so it is given a second before.
  const shown = await there.lotus.waitForMessage((one) => !hidden(one), 90_000)
  expect((await spoken(there)).map(({ ts, text }) => [ts, text])).toEqual(
    [...before, shown].map(({ ts, text }) => [ts, text]),
  )
  expect((await spoken(there)).filter(isAcknowledged)).toHaveLength(1)
}

// Four starts of everything on a machine that may be busy.
describe('the whole program, with nothing but a folder', { timeout: 150_000 }, () => {
  let left: SandboxMessage[] = []

  test('a first start: one address, and last week’s reminder and digest stand in the channel', async () => {
    const there = await visit()
    const { bot, lotus } = there
    await expect.poll(async () => (await spoken(there)).length, { timeout: 15_000 }).toBe(2)
    expect(bot.stdout().match(/http:\/\//g)).toHaveLength(1)
    const reminder = (await spoken(there)).find(isReminder)
    if (reminder === undefined) throw new Error('there is no reminder')
    await isAnswered(there)
    await lotus.press(reminder, acknowledgeReminderId)
    await lotus.waitForMessage(isAcknowledged, 10_000)
    left = await spoken(there)

    const postgres = postgresOf(dataDir()) ?? 0
    expect(isAlive(postgres)).toBe(true)
    const before = performance.now()
    bot.child.kill('SIGTERM')
    expect(await bot.ended).toBe(0)
    expect(performance.now() - before).toBeLessThan(9_000)
    expect(isAlive(postgres)).toBe(false)
    expect(await listenerAt(there)).toBe('nobody')
  })

  test('the next start finds everything as it was left and says nothing twice; then the bot is killed', async () => {
    const there = await visit()
    expect((await spoken(there)).map(({ ts }) => ts)).toEqual(left.map(({ ts }) => ts))
    await saysNothingTwice(there, left)
    left = await spoken(there)
    await wait(1_000)
    there.bot.child.kill('SIGKILL')
    expect(await there.bot.ended).toBe('SIGKILL')
  })

  test('so it is after a kill; then bot and database are killed together', async () => {
    const there = await visit()
    await saysNothingTwice(there, left)
    left = await spoken(there)
    const postgres = postgresOf(dataDir()) ?? 0
    await wait(1_000)
    there.bot.child.kill('SIGKILL')
    process.kill(postgres, 'SIGKILL')
    expect(await there.bot.ended).toBe('SIGKILL')
    await expect.poll(() => isAlive(postgres), { timeout: 10_000 }).toBe(false)
  })

  test('so it is after that; a second process is sent away, and the command line works beside the first', async () => {
    const there = await visit()
    await saysNothingTwice(there, left)

    const second = start()
    const asking = wholeProcess('cli.ts', { RAPPORTEUR_DATA: dataDir() }, [
      'ask',
      '/standard GB/T 43697',
      '--as',
      'secretariat',
    ])
    expect(await second.ended).toBe(1)
    expect(second.stderr()).toContain('RAPPORTEUR_DATA: another Rapporteur is running in')
    expect(second.stderr()).toContain(dataDir())
    expect(second.stdout()).not.toContain('"level":"fatal"')

    expect(await asking.ended).toBe(0)
    expect(asking.stdout()).toContain('GB/T 43697-2024')

    await isAnswered(there)
    there.bot.child.kill('SIGINT')
    expect(await there.bot.ended).toBe(0)
    expect(postgresOf(dataDir())).toBeUndefined()
  })
})

test('faults of the environment are all told at once, and nothing is made', async () => {
  const bot = start({
    RAPPORTEUR_DATA: join(folder, 'never'),
    SANDBOX_PORT: 'abc',
    LOG_LEVEL: 'loud',
    ROLES: 'web,cook',
    SLACK_APP_TOKEN: 'xapp-1-secret',
    DATABASE_URL: 'mysql://root:secret@host/db',
  })
  expect(await bot.ended).toBe(1)
  for (const name of ['SANDBOX_PORT', 'LOG_LEVEL', 'ROLES', 'SLACK_BOT_TOKEN', 'DATABASE_URL'])
    expect(bot.stderr()).toContain(`${name} holds`)
  expect(bot.stderr()).not.toContain('secret@')
  expect(bot.stdout()).toBe('')
  expect(existsSync(join(folder, 'never'))).toBe(false)
})

test.skipIf(!redisIsHere('kill'))(
  'a Redis that refuses the password ends the start with one sentence, and the password is written nowhere',
  async () => {
    const redis = await redisServer()
    onTestFinished(redis.end)
    const client = new Redis(redis.url)
    await client.config('SET', 'requirepass', 'another')
    client.disconnect()
    const bot = start({
      RAPPORTEUR_DATA: join(folder, 'refused'),
      REDIS_URL: redis.url.replace('//', '//:geheim-geheim@'),
    })
    expect(await bot.ended).toBe(1)
    expect(bot.stderr()).toMatch(
      /^REDIS_URL: the Redis at 127\.0\.0\.1:\d+ refuses the user or the password/m,
    )
    expect(bot.stdout() + bot.stderr()).not.toMatch(/geheim|"level":"(?:warn|error|fatal)"/)
  },
)

test('with Slack’s own settings and nothing on record it comes up; a port that is taken is told', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  onTestFinished(() => void holder.close())
  const address = holder.address()
  const port = String(typeof address === 'object' ? address?.port : 0)
  const slack = {
    RAPPORTEUR_DATA: join(folder, 'slack'),
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_SIGNING_SECRET: 'sekret',
    // Nothing answers there: Slack is away.
    SLACK_API_URL: 'http://127.0.0.1:9/api/',
    HOST: '127.0.0.1',
  }
  const refused = start({ ...slack, PORT: port })
  expect(await refused.ended).toBe(1)
  expect(refused.stderr()).toContain(`PORT: port ${port} is taken`)
  holder.close()
  await once(holder, 'close')
  const bot = start({ ...slack, PORT: port })
  const unsigned = () => fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body: '{}' })
  await expect
    .poll(
      () =>
        unsigned().then(
          ({ status }) => status,
          () => 'not there yet',
        ),
      { timeout: 40_000 },
    )
    .toBe(401)
  bot.child.kill('SIGTERM')
  expect(await bot.ended).toBe(0)
  expect(postgresOf(join(folder, 'slack'))).toBeUndefined()
})

/** Who listens where the practice workspace was. */
function listenerAt({ url }: Visit): Promise<string> {
  return fetch(url).then(
    () => 'somebody',
    () => 'nobody',
  )
}

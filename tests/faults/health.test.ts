import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import type { Config } from '../../config/env.ts'
import { jobs } from '../../jobs/index.ts'
import { job } from '../../src/contract/job.ts'
import type { HealthReport } from '../../src/runtime/health.ts'
import type { StopStep } from '../../src/runtime/shutdown.ts'
import { type Sandbox, sandboxPerson, startSandbox } from '../../src/sandbox/index.ts'
import { type Service, serve } from '../../src/serve.ts'
import { run } from '../database-server.ts'
import { freePort } from '../free-port.ts'
import { ownPostgres } from '../own-postgres.ts'
import { type Diary, diary, journal } from '../queue/diary.ts'
import { redisIsHere, testRedis } from '../redis.ts'
import { heldUp } from '../slack/held-up.ts'
import { seed } from '../slack/workspace.ts'
import { wholeProcess } from '../whole-process.ts'

const postgres = await ownPostgres()
const redis = redisIsHere('kill') ? await testRedis() : undefined

/** Nothing that servers do to the bot may reach Node's last resort, which ends the process. */
const strays: unknown[] = []
const stray = (error: unknown) => strays.push(error)
let folder: string
let sandbox: Sandbox
beforeAll(async () => {
  process.on('unhandledRejection', stray)
  process.on('uncaughtException', stray)
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-health-'))
  sandbox = await slackAt(0)
})
afterAll(async () => {
  await sandbox.close()
  await rm(folder, { recursive: true, force: true })
  process.off('unhandledRejection', stray)
  process.off('uncaughtException', stray)
  expect(strays).toEqual([])
})

function slackAt(port: number): Promise<Sandbox> {
  return startSandbox({ seed, now: () => new Date(), rateLimits: false, dir: join(folder, 'slack'), port })
}

type Running = Service & {
  /** Written by a job of its own. */
  beats: Diary<Date>
  steps: StopStep[]
  stop(): Promise<void>
  ask(path?: '/healthz' | '/readyz'): Promise<{ status: number } & HealthReport>
  /** Resolves when all is well. */
  ready(): Promise<void>
  /** Resolves when the process is alive and says that this is wrong. */
  fails(name: string, error: RegExp): Promise<void>
}

function configured(): Config {
  const { botToken, appToken, apiUrl } = sandbox
  return {
    slack: { mode: 'socket', botToken, appToken, apiUrl },
    databaseUrl: postgres.url,
    dataFolder: folder,
    workspace: 'health',
    roles: ['web', 'worker', 'ticker'],
    messagesPerMinute: 300,
    healthAt: { host: '127.0.0.1', port: 0 },
    logLevel: 'info',
  }
}

async function running(change: Partial<Config> = {}, config = configured()): Promise<Running> {
  const beats = diary<Date>()
  const beat = job({
    name: 'beat',
    payload: z.object({}),
    attempts: 1,
    run: async (_app, _payload, slot) => beats.write(slot),
  })
  const steps: StopStep[] = []
  const stop = async () => {
    for (const step of steps.splice(0)) await step.stop(2_000)
  }
  const service = await serve({
    config: { ...config, ...change },
    now: () => new Date(),
    log: journal(),
    newReference: () => 'r',
    steps,
    jobs: [...jobs, beat],
  }).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  const ask = async (path = '/readyz') => {
    const answer = await fetch(`http://127.0.0.1:${service.healthPort}${path}`)
    return { status: answer.status, ...((await answer.json()) as HealthReport) }
  }
  const soon = { timeout: 20_000 }
  return {
    ...service,
    beats,
    steps,
    stop,
    ask,
    ready: () => expect.poll(ask, soon).toMatchObject({ status: 200, ok: true }),
    async fails(name, error) {
      const wrong = { ok: false, error: expect.stringMatching(error) }
      await expect.poll(ask, soon).toMatchObject({ status: 503, ok: false, checks: { [name]: wrong } })
      expect((await ask('/healthz')).status).toBe(200)
    },
  }
}

const cutAll = `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'rapporteur%'`

const backends: { backend: string; redisUrl?: string }[] = [
  { backend: 'PostgreSQL' },
  ...(redis === undefined ? [] : [{ backend: 'Redis', redisUrl: redis.url }]),
]

/** It answers a person, and does what its queue is asked for. */
async function takesWork(bot: Running): Promise<void> {
  const linden = sandboxPerson(sandbox, 'U0LINDEN')
  try {
    // The socket may have been lost as well.
    await expect.poll(() => linden.command('C0WG8', '/wg', 'WG8'), { timeout: 10_000 }).toEqual({ ok: true })
    const answer = await linden.waitForMessage((message) => message.ephemeral === true, 10_000)
    expect(answer.text).toContain('no committee on record')
  } finally {
    await linden.leave()
  }
  const { length } = bot.beats
  bot.queue.wake('beat')
  await bot.beats.entry(length)
}

const everything = { database: { ok: true }, queue: { ok: true }, slack: { ok: true } }

// What waits in PostgreSQL for a listener that was lost is looked for every ten seconds.
describe.each(backends)('a bot whose queue lives in $backend', { timeout: 60_000 }, ({ redisUrl }) => {
  let bot: Running
  beforeAll(async () => {
    bot = await running({ ...(redisUrl !== undefined && { redisUrl }) })
  })
  afterAll(() => bot.stop())

  test('is well, and says what it is and what it stands on', async () => {
    await bot.ready()
    expect(await bot.ask()).toMatchObject({
      status: 200,
      ok: true,
      state: 'serving',
      roles: ['web', 'worker', 'ticker'],
      checks: everything,
    })
  })

  test('lives on after every database connection was cut, again and again', async () => {
    for (let i = 0; i < 5; i++) {
      await run(postgres.adminUrl, cutAll)
      await bot.ask()
    }
    await bot.ready()
    await takesWork(bot)
  })

  test('lives through a restart of PostgreSQL, and through one that takes its time', async () => {
    await postgres.stop()
    await bot.fails('database', /ECONNREFUSED|terminat/)
    await postgres.startSlowly()
    await bot.fails('database', /not accepting connections|starting up/)
    await postgres.finishStarting()
    await bot.ready()
    await takesWork(bot)
  })

  test('says that its own connections are all in use, and is well when they are free', async () => {
    const pool = new pg.Pool({ connectionString: postgres.url })
    onTestFinished(() => pool.end())
    // What is read is read once for all who ask at a time; that an event was seen is written for each.
    const held = await heldUp({ pool }, 'seen_events')
    onTestFinished(held.letGo)
    const linden = sandboxPerson(sandbox, 'U0LINDEN')
    onTestFinished(() => linden.leave())
    for (let i = 0; i < 12; i++) expect(await linden.home()).toEqual({ ok: true })
    await bot.fails('database', /no answer within 2 seconds/)
    await held.letGo()
    await bot.ready()
    await takesWork(bot)
  })

  test('lives with a PostgreSQL that has no connection left', async () => {
    const giveBack = await postgres.exhaust()
    onTestFinished(giveBack)
    await bot.fails('database', /too many clients|connection slots|no answer/)
    await giveBack()
    await bot.ready()
    await takesWork(bot)
  })
})

describe.skipIf(redis === undefined)('a bot whose Redis', () => {
  let bot: Running
  beforeAll(async () => {
    bot = await running({ redisUrl: redis?.url ?? '' })
  })
  afterAll(() => bot.stop())

  test('is killed says so and lives, and goes on when it is there again', async () => {
    await bot.ready()
    await redis?.server?.kill()
    await bot.fails('queue', /Redis|ECONNREFUSED|no answer/)
    expect((await bot.ask()).checks).toMatchObject({ database: { ok: true }, slack: { ok: true } })
    await redis?.server?.start()
    await bot.ready()
    await takesWork(bot)
  })

  test('is emptied goes on with what it is asked for', async () => {
    const client = new Redis(redis?.url ?? '')
    onTestFinished(() => client.disconnect())
    await client.flushall()
    await takesWork(bot)
    await bot.ready()
  })
})

describe('a bot whose Slack goes away', () => {
  const port = () => Number(new URL(sandbox.url).port)

  test('over Socket Mode says so and lives, and is connected again by itself', async () => {
    const bot = await running()
    onTestFinished(bot.stop)
    await bot.ready()
    const at = port()
    await sandbox.close()
    await bot.fails('slack', /./)
    sandbox = await slackAt(at)
    await bot.ready()
    await takesWork(bot)
  })

  test('over HTTP says so and lives, on the port on which Slack is heard', async () => {
    const { botToken, apiUrl, signingSecret } = sandbox
    const host = '127.0.0.1'
    const bot = await running({ slack: { mode: 'http', botToken, apiUrl, signingSecret, host, port: 0 } })
    onTestFinished(bot.stop)
    await bot.ready()
    const slackPath = `http://127.0.0.1:${bot.healthPort}/slack/events`
    expect((await fetch(slackPath, { method: 'POST', body: '{}' })).status).toBe(401)
    expect((await fetch(`http://127.0.0.1:${bot.healthPort}/healthz`, { method: 'POST' })).status).toBe(404)
    const at = port()
    await sandbox.close()
    await bot.fails('slack', /ECONNREFUSED|socket|other side/)
    sandbox = await slackAt(at)
    await bot.ready()
  })
})

describe('a process', () => {
  test.each([
    [['worker'], ['database', 'clock', 'queue', 'delivery', 'slack']],
    [['ticker'], ['database', 'clock', 'queue']],
  ] as const)('with the roles %j is asked for %j alone', async (roles, names) => {
    const bot = await running({ roles })
    onTestFinished(bot.stop)
    await bot.ready()
    const { checks, ...said } = await bot.ask()
    expect(said).toMatchObject({ ok: true, roles })
    expect(Object.keys(checks)).toEqual(names)
  })

  test('that was given no port serves no health', async () => {
    const { healthAt: _, ...config } = configured()
    const bot = await running({}, config)
    onTestFinished(bot.stop)
    expect(bot.healthPort).toBeUndefined()
  })

  test('whose port is taken says so, and leaves nothing open', async () => {
    const first = await running()
    onTestFinished(first.stop)
    const port = first.healthPort ?? 0
    const second = running({ healthAt: { host: '127.0.0.1', port } })
    await expect(second).rejects.toThrow(`PORT: port ${port} is taken by another program`)
  })

  test('that stops is not ready, and then not there', async () => {
    const bot = await running()
    await bot.ready()
    const [first, ...rest] = bot.steps.splice(0)
    await first?.stop(1_000)
    expect(await bot.ask('/healthz')).toMatchObject({ status: 503, ok: false, state: 'stopping' })
    expect(await bot.ask('/readyz')).toMatchObject({ status: 503, state: 'stopping', checks: everything })
    for (const step of rest) await step.stop(2_000)
    await expect(bot.ask()).rejects.toThrow()
  })
})

test('a whole process waits for its PostgreSQL, and outlives it and Slack', { timeout: 60_000 }, async () => {
  const port = await freePort()
  const page = (path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`).then(
      ({ status }) => status,
      () => 'nobody',
    )
  const soon = { timeout: 20_000 }
  await postgres.stop()
  await postgres.startSlowly()
  const bot = wholeProcess('main.ts', {
    RAPPORTEUR_DATA: folder,
    DATABASE_URL: postgres.url,
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    SLACK_API_URL: sandbox.apiUrl,
    HOST: '127.0.0.1',
    PORT: String(port),
  })
  onTestFinished(() => void bot.child.kill('SIGKILL'))
  await expect.poll(() => page('/healthz'), soon).toBe(200)
  await expect.poll(() => bot.stderr(), soon).toContain('PostgreSQL is not ready')
  expect(await page('/readyz')).toBe(503)
  await postgres.finishStarting()
  await expect.poll(() => page('/readyz'), soon).toBe(200)

  await postgres.stop()
  await expect.poll(() => page('/readyz'), soon).toBe(503)
  expect(await page('/healthz')).toBe(200)
  await postgres.start()
  await expect.poll(() => page('/readyz'), soon).toBe(200)

  const slackPort = Number(new URL(sandbox.url).port)
  await sandbox.close()
  await expect.poll(() => page('/readyz'), soon).toBe(503)
  // Long enough for more than one attempt to connect again.
  await expect.poll(() => bot.stderr().match(/no Socket Mode connection/g)?.length, soon).toBeGreaterThan(1)
  expect(await page('/healthz')).toBe(200)
  sandbox = await slackAt(slackPort)
  await expect.poll(() => page('/readyz'), soon).toBe(200)
  bot.child.kill('SIGTERM')
  expect(await bot.ended).toBe(0)
  expect(bot.stderr()).not.toContain('"level":"fatal"')
})

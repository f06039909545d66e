import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { freePort } from './free-port.ts'

/** A Redis for tests, to be emptied at will; `server` is there where the test file started it itself. */
export type TestRedis = {
  url: string
  server?: {
    /** Ends it as a crash would; what it held is lost. */
    kill(): Promise<void>
    /** Starts it again on the same address. */
    start(): Promise<void>
  }
}

/**
 * Where tests find a Redis: they start one of their own (`REDIS_SERVER` may name the program), or use the one at
 * `REDIS_URL_TEST`. A test that needs one must not vanish in silence: where there is none this says so on stderr, and
 * in CI it throws. `kill` is for the tests that must kill it.
 */
export function redisIsHere(need: 'any' | 'kill' = 'any'): boolean {
  if (canStart()) return true
  if (need === 'any' && process.env.REDIS_URL_TEST) return true
  const which = need === 'any' ? 'of the queue on Redis' : 'that kill Redis'
  const what = `${program()} is not installed (set REDIS_SERVER to its path): the tests ${which}`
  if (process.env.CI === 'true') throw new Error(`${what} can't run`)
  process.stderr.write(`\n*** NOT RUN *** ${what} did not run\n\n`)
  return false
}

/** Starts a Redis on a free port of 127.0.0.1, which ends with the test file; or gives the one that is given. */
export async function testRedis(): Promise<TestRedis> {
  return canStart() ? startOwn() : { url: process.env.REDIS_URL_TEST ?? '' }
}

function canStart(): boolean {
  return spawnSync(program(), ['--version']).status === 0
}

async function startOwn(): Promise<TestRedis> {
  const port = await freePort()
  const dir = await mkdtemp(join(tmpdir(), 'rapporteur-redis-'))
  let server: ChildProcess | undefined

  async function kill(): Promise<void> {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
  }
  async function start(): Promise<void> {
    const options = [
      '--port',
      `${port}`,
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      dir,
    ]
    server = spawn(program(), options, { stdio: ['ignore', 'pipe', 'inherit'] })
    await ready(server)
  }
  afterAll(async () => {
    await kill()
    await rm(dir, { recursive: true, force: true })
  })
  await start()
  return { url: `redis://127.0.0.1:${port}/0`, server: { kill, start } }
}

function program(): string {
  return process.env.REDIS_SERVER || 'redis-server'
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk
      if (said.includes('Ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`redis-server ended with ${code}:\n${said}`)))
  })
}

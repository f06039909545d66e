import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

/** A Redis of its own on 127.0.0.1, which keeps nothing on disk. */
export type RedisServer = {
  url: string
  /** Ends it as a crash would; what it held is lost. */
  kill(): Promise<void>
  /** Starts it again on the same address. */
  start(): Promise<void>
  /** Ends it for good and leaves nothing behind. */
  end(): Promise<void>
}

/** `REDIS_SERVER` may name the program. */
export function redisProgram(): string {
  return process.env.REDIS_SERVER || 'redis-server'
}

export function canStartRedis(): boolean {
  return spawnSync(redisProgram(), ['--version']).status === 0
}

/** Starts a Redis on a free port; whoever starts it ends it. */
export async function redisServer(): Promise<RedisServer> {
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
    server = spawn(redisProgram(), options, { stdio: ['ignore', 'pipe', 'inherit'] })
    await ready(server)
  }
  async function end(): Promise<void> {
    await kill()
    await rm(dir, { recursive: true, force: true })
  }
  await start()
  return { url: `redis://127.0.0.1:${port}/0`, kill, start, end }
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

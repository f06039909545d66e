import { type ChildProcess, execFile, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from '../free-port.ts'
import type { Turn, Volley } from './volley.ts'

/** A process that answers, and what it holds of this machine's memory, in mebibytes. */
export type Answering = {
  port: number
  memoryMb(): Promise<number>
  /** The processor's time that it has used, in milliseconds; only Linux tells. */
  cpuMs(): number
  stop(): Promise<void>
}

const nodeOptions = ['--import', 'tsx', '--no-deprecation']

/** Rapporteur as `npm start` starts it, for one committee. `profile`: where Node writes a CPU profile at its end. */
export async function rapporteur(env: Record<string, string>, profile?: string): Promise<Answering> {
  const port = await freePort()
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, [...nodeOptions, ...profiling, 'src/main.ts'], {
    cwd: new URL('../..', import.meta.url),
    // As below npm, so that it ends where this process is killed.
    env: {
      PATH,
      HOME,
      npm_lifecycle_event: 'bench',
      ...env,
      ROLES: 'web',
      LOG_LEVEL: 'error',
      HOST: '127.0.0.1',
      PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const over = once(child, 'exit')
  const isReady = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
    return answer?.ok === true
  }
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error('Rapporteur has ended')
    await pause(100)
  }
  return {
    port,
    memoryMb: () => memoryMb(child),
    cpuMs: () => cpuMs(child),
    async stop() {
      child.kill('SIGTERM')
      await over
    },
  }
}

/** The bare Bolt app, on the same receiver. `isReady`: it acknowledges with an answer that lies ready. */
export async function bareApp(secret: string, isReady: boolean): Promise<Answering> {
  const child = forked('bare-app.ts', { SLACK_SIGNING_SECRET: secret, READY: isReady ? '1' : '0' })
  const [port] = (await once(child, 'message')) as [number]
  return { port, memoryMb: () => memoryMb(child), cpuMs: () => cpuMs(child), stop: () => ended(child) }
}

/** Takes the answers that did not come in time. */
export async function lateAnswers(): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume()
    response.end('ok')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/late`,
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** The process that asks. */
export async function asker(): Promise<{ ask(turn: Turn): Promise<Volley>; stop(): Promise<void> }> {
  const child = forked('asker.ts', {})
  await once(child, 'message')
  return {
    async ask(turn) {
      child.send(turn)
      const [answer] = await once(child, 'message')
      return answer as Volley
    },
    stop: () => ended(child),
  }
}

function forked(program: string, env: Record<string, string>): ChildProcess {
  const { PATH, HOME } = process.env
  return fork(fileURLToPath(new URL(program, import.meta.url)), {
    execArgv: nodeOptions,
    env: { PATH, HOME, ...env },
    serialization: 'advanced',
  })
}

async function ended(child: ChildProcess): Promise<void> {
  const over = once(child, 'exit')
  child.disconnect()
  await over
}

async function memoryMb({ pid }: ChildProcess): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])
  return Number(stdout) / 1_024
}

/** Ticks of a hundredth of a second, in the kernel's own words: the 14th and 15th, after the name in parentheses. */
function cpuMs({ pid }: ChildProcess): number {
  if (process.platform !== 'linux') return Number.NaN
  const words = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return 10 * (Number(words[11]) + Number(words[12]))
}

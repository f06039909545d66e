import { type ChildProcess, execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from '../free-port.ts'
import { wholeProcess } from '../whole-process.ts'
import type { Turn, Volley } from './volley.ts'

/** A process that answers, and what it holds of this machine's memory, in mebibytes. */
export type Answering = { port: number; memoryMb(): Promise<number>; stop(): Promise<void> }

/** Rapporteur as `npm start` starts it, for one committee in this database and this Slack. */
export async function rapporteur(
  env: { DATABASE_URL: string; RAPPORTEUR_WORKSPACE: string } & Record<string, string>,
): Promise<Answering> {
  const port = await freePort()
  const bot = wholeProcess('main.ts', {
    ...env,
    ROLES: 'web',
    LOG_LEVEL: 'error',
    HOST: '127.0.0.1',
    PORT: String(port),
  })
  const isReady = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
    return answer?.ok === true
  }
  while (!(await isReady())) {
    if (bot.child.exitCode !== null) throw new Error(`Rapporteur ended:\n${bot.stderr()}`)
    await pause(100)
  }
  return {
    port,
    memoryMb: () => memoryMb(bot.child),
    async stop() {
      bot.child.kill('SIGTERM')
      await bot.ended
    },
  }
}

/** The bare Bolt app, on the same receiver. */
export async function bareApp(secret: string): Promise<Answering> {
  const child = forked('bare-app.ts', { SLACK_SIGNING_SECRET: secret })
  const [port] = (await once(child, 'message')) as [number]
  return { port, memoryMb: () => memoryMb(child), stop: () => ended(child) }
}

/** The process that asks. */
export async function asker(): Promise<{ ask(turn: Turn): Promise<Volley>; stop(): Promise<void> }> {
  const child = forked('asker.ts', {})
  await once(child, 'message')
  return {
    async ask(turn) {
      child.send(turn)
      const [answer] = await Promise.race([
        once(child, 'message'),
        once(child, 'exit').then(() => Promise.reject(new Error('whoever asks has ended'))),
      ])
      return answer as Volley
    },
    stop: () => ended(child),
  }
}

function forked(program: string, env: Record<string, string>): ChildProcess {
  const { PATH, HOME } = process.env
  return fork(fileURLToPath(new URL(program, import.meta.url)), {
    execArgv: ['--import', 'tsx', '--no-deprecation'],
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

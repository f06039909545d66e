import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { ProcessName } from './plan.ts'
import type { Death } from './points.ts'
import type { Order, Report } from './protocol.ts'

/** One of the processes that serve the committee; whenever it dies it is started anew, unless it is put to sleep. */
export type BotProcess = {
  name: ProcessName
  /** From now on, how it dies: the first life, the next one, and so on. */
  expect(deaths: readonly Death[]): void
  start(): void
  /** Kills it, and leaves it dead until it is started. */
  putToSleep(): Promise<void>
  /** Where it dies of it, it is started anew. */
  signal(signal: 'SIGKILL' | 'SIGTERM'): void
  isAwake(): boolean
  /** Resolves when it serves. */
  ready(): Promise<void>
  /** Ends what it has begun and begins nothing more until it is moved; at once where it is dead. */
  hold(): Promise<void>
  /** Its clock is so far ahead from now on. */
  move(aheadMs: number): Promise<void>
  /** The last that it has written. */
  lastWords(): string
  /** Ends it for good. */
  end(): Promise<void>
}

export type BotParts = {
  name: ProcessName
  program: string
  /** Asked at each start. */
  env(): Record<string, string>
  heard(report: Report): void
  /** It wrote this line on standard error. */
  wrote(line: string): void
  died(): void
  /** Resolves when a process that died may be started anew. */
  mayStart(): Promise<void>
}

const keptLines = 60
/** A process that dies at once over and over again shall not take the machine with it. */
const restartMs = 150

export function botProcess(parts: BotParts): BotProcess {
  const { name } = parts
  let child: ChildProcess | undefined
  let deaths: Death[] = []
  let isAwake = false
  let isReady = false
  const lines: string[] = []
  const waiting = new Map<Report['report'] | 'death', Set<() => void>>()

  const news = (of: Report['report'] | 'death') =>
    new Promise<void>((resolve) => {
      waiting.set(of, (waiting.get(of) ?? new Set()).add(resolve))
    })
  const tell = (of: Report['report'] | 'death') => {
    for (const resolve of waiting.get(of) ?? []) resolve()
    waiting.delete(of)
  }
  const order = (given: Order) => {
    if (child?.connected === true) child.send(given, () => undefined)
  }
  const expectNext = () => {
    const death = deaths.shift()
    order({ order: 'expect', ...(death !== undefined && { death }) })
  }

  function keep(line: string): void {
    lines.push(line)
    lines.splice(0, lines.length - keptLines)
    parts.wrote(line)
  }

  function launch(): void {
    const launched = fork(parts.program, {
      env: parts.env(),
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      execArgv: ['--no-deprecation'],
    })
    child = launched
    isReady = false
    launched.stderr?.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().trimEnd().split('\n')) keep(line)
    })
    launched.on('message', (given) => {
      const report = given as Report
      if (report.report === 'ready') isReady = true
      parts.heard(report)
      tell(report.report)
    })
    launched.on('error', () => undefined)
    launched.once('exit', (code, signal) => {
      keep(`it ended: ${code ?? signal}`)
      child = undefined
      isReady = false
      parts.died()
      tell('death')
      void restart()
    })
    expectNext()
  }

  async function restart(): Promise<void> {
    await wait(restartMs)
    await parts.mayStart()
    if (isAwake && child === undefined) launch()
  }

  async function kill(): Promise<void> {
    const dying = child
    if (dying === undefined) return
    const ended = once(dying, 'exit')
    dying.kill('SIGKILL')
    await ended
  }

  /** Of what is asked of it, a process that dies owes nothing. */
  const answered = async (given: Order, report: Report['report']) => {
    if (child === undefined) return
    const answer = Promise.race([news(report), news('death')])
    order(given)
    await answer
  }

  return {
    name,
    expect(given) {
      deaths = given.map((death) => ({ ...death }))
      if (child !== undefined) expectNext()
    },
    start() {
      isAwake = true
      if (child === undefined) launch()
    },
    async putToSleep() {
      isAwake = false
      await kill()
    },
    signal(signal) {
      child?.kill(signal)
    },
    isAwake: () => isAwake,
    async ready() {
      while (isAwake && !isReady) await Promise.race([news('ready'), wait(100)])
    },
    hold: () => answered({ order: 'hold' }, 'quiet'),
    move: (aheadMs) => answered({ order: 'move', aheadMs }, 'moved'),
    lastWords: () => lines.join('\n'),
    async end() {
      isAwake = false
      await kill()
    },
  }
}

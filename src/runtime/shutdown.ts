import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'

export type StopStep = {
  name: string
  /** Its part of the grace period, relative to the others: 1 where not given. */
  share?: number
  /** Ends something within `graceMs`, and names what it had to leave unfinished. */
  stop(graceMs: number): Promise<void> | Promise<readonly string[]>
}

/** What is needed of Node's `process`; a test gives its own. */
export type StoppableProcess = {
  on(event: string, listener: (...args: unknown[]) => void): unknown
  exit(code: number): unknown
}

export type StopParts = {
  process: StoppableProcess
  /** In the order in which they are stopped; read when the stop begins, so that a start may add to it as it goes. */
  steps: readonly StopStep[]
  graceMs: number
  log: {
    info(fields: object, message: string): void
    warn(fields: object, message: string): void
    error(fields: object, message: string): void
    fatal(fields: object, message: string): void
  }
  /** Whether a rejection that nobody handled is known and borne; whoever knows the library says so. */
  isHarmless?: (reason: unknown) => boolean
  /** What the person who reads the log can search for. */
  newReference?: () => string
  /** Milliseconds that only grow: those of the process, where not given. */
  clock?: () => number
}

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** How long after its time a step may still say what it leaves. */
const lastWordsMs = 250

/** One Ctrl-C arrives twice where npm passes on what the terminal has sent to everybody. */
const sameGestureMs = 1_000

/**
 * Ends the process in order on SIGTERM, SIGINT or SIGHUP, with code 0, or 1 where a step failed, took too long or left
 * something unfinished, which is named. What a step leaves of its time goes to the next ones. A second signal, a second or more later, ends it at once, with the code that shells expect. A
 * rejection or exception that nobody handled is logged with a reference, and ends the process in the same order
 * with code 1. The function that is returned asks for the same end.
 */
export function onStop(parts: StopParts): (code: number, why: string) => Promise<void> {
  const { process, log } = parts
  const clock = parts.clock ?? (() => performance.now())
  const newReference = parts.newReference ?? (() => randomUUID().slice(0, 8))
  let stopping: Promise<void> | undefined
  let exitCode = 0
  let stoppingSince = 0

  function stop(code: number, why: string): Promise<void> {
    exitCode = Math.max(exitCode, code)
    if (stopping === undefined) {
      stoppingSince = clock()
      log.info({ why, graceMs: parts.graceMs }, 'stopping')
      stopping = runSteps(parts).then(({ clean, left }) => {
        if (left.length === 0) log.info({}, 'stopped; nothing was left unfinished')
        else log.warn({ left }, 'stopped; what was left unfinished is taken up again, or can be asked again')
        process.exit(clean && left.length === 0 ? exitCode : Math.max(exitCode, 1))
      })
    }
    return stopping
  }

  for (const [signal, code] of Object.entries(signals))
    process.on(signal, () => {
      if (stopping === undefined) void stop(0, signal)
      else if (clock() - stoppingSince > sameGestureMs) {
        log.warn({ why: signal }, 'told twice to stop: ending at once')
        process.exit(code)
      }
    })
  process.on('unhandledRejection', (reason) => {
    const reference = newReference()
    if (parts.isHarmless?.(reason) === true)
      log.warn({ err: reason, reference }, 'a rejection that nobody handled, known and borne')
    else fatal(reason, reference, 'a rejection that nobody handled')
  })
  process.on('uncaughtException', (error) => fatal(error, newReference(), 'an exception that nobody caught'))

  function fatal(error: unknown, reference: string, what: string): void {
    log.fatal({ err: error, reference }, what)
    void stop(1, what)
  }
  return stop
}

/** Whether every step ended well and in its time, and what was left unfinished. */
async function runSteps({ steps, graceMs, log }: StopParts): Promise<{ clean: boolean; left: string[] }> {
  const deadline = performance.now() + graceMs
  let shares = steps.reduce((sum, { share }) => sum + (share ?? 1), 0)
  let clean = true
  const left: string[] = []
  for (const { name, share = 1, stop } of steps) {
    const ms = Math.max(0, Math.round(((deadline - performance.now()) * share) / shares))
    shares -= share
    try {
      const unfinished = await endsWithin(stop, ms)
      if (unfinished !== 'late') left.push(...unfinished)
      else {
        clean = false
        left.push(name)
        log.error({ step: name, graceMs: ms }, `${name} did not end in time and is left behind`)
      }
    } catch (error) {
      clean = false
      log.error({ err: error, step: name }, `${name} could not be ended`)
    }
  }
  return { clean, left }
}

/** A step that has used up its time is given a moment more to say what it leaves. */
async function endsWithin(stop: StopStep['stop'], ms: number): Promise<readonly string[] | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms + lastWordsMs)
  })
  try {
    return (await Promise.race([stop(ms), late])) ?? []
  } finally {
    clearTimeout(timer)
  }
}

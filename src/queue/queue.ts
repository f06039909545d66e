import { Queue as BullQueue, type IQueueBackend, type JobProgress, Worker } from 'bullmq'
import type { App } from '../app.ts'
import type { Health } from '../contract/health.ts'
import type { Job } from '../contract/job.ts'
import type { Log } from '../contract/log.ts'
import {
  longestWaitMs,
  type Nowhere,
  postgresConnection,
  type QueueConnection,
  redisConnection,
} from './connection.ts'
import { reason } from './reason.ts'
import { redisTrouble } from './redis-trouble.ts'
import { slotAstray } from './slot.ts'
import { askForSlot, ticker } from './ticker.ts'
import { within } from './within.ts'
import { type Alarm, worker } from './worker.ts'

export type QueueHealth = Health & { backend: QueueConnection['backend'] }

/** The alarm clock: it performs jobs when they are due or asked for, and holds no truth of its own. */
export type Queue = {
  backend: QueueConnection['backend']
  /** Asks for a job to be run soon. Best effort and never throws; many wakes while one waits are one. */
  wake(name: string): void
  /** Starts performing jobs: one of each name at a time, so that a long one holds up none but itself. */
  work(app: App): void
  /** Starts seeing to it that every job with a period has its scheduler. */
  tick(): void
  /** Whether the server behind the queue answers. */
  health(): Promise<QueueHealth>
  /** Takes no new work and gives what is being done `graceMs` to end; the names of the jobs that did not. */
  close(graceMs: number): Promise<string[]>
}

export type QueueParts = {
  /** Absent: the queue lives in PostgreSQL. */
  redisUrl?: string
  databaseUrl: string
  /** Committees that share a server don't take up each other's jobs. */
  workspace: string
  jobs: readonly Job[]
  now: () => Date
  log: Log
  /** The pause before the second attempt; it doubles with every further one. */
  retryMs?: number
  /** How often the schedulers are looked after: every minute. */
  cadence?: string
  /** How long Redis may owe an answer before its connection is given up: half a minute. */
  redisSilenceMs?: number
}

const answerMs = 2000
/** One and the same complaint of a lost server is written once in so long. */
const repeatMs = 60_000
const day = 24 * 3600

/**
 * Opens the queue on Redis where there is one, otherwise in PostgreSQL; all that follows is the same. BullMQ keeps
 * its own time by the system's clock; `now` is when a job was asked for.
 * @throws RedisRefused where Redis does not let the bot in; Error where the queue is to live in PostgreSQL and the
 *   database can't be reached. A Redis that is not there is waited for.
 */
export async function openQueue(parts: QueueParts): Promise<Queue> {
  const { redisUrl, databaseUrl, workspace, jobs, now, log } = parts
  const told = (error: unknown) => (redisUrl === undefined ? reason(error) : redisTrouble(redisUrl, error))
  const complain = complaints(log, now, told)
  const connection =
    redisUrl === undefined
      ? await postgresConnection(databaseUrl, complain)
      : await redisConnection(redisUrl, complain, parts.redisSilenceMs)

  const queues = new Map(
    jobs.map((job) => [
      job.name,
      queueOf(job, queueName(workspace, job), connection, parts.retryMs ?? 2000, complain),
    ]),
  )
  const named = (name: string) => {
    const queue = queues.get(name)
    if (queue === undefined) throw new Error(`${name} is not on the list of jobs`)
    return queue
  }
  const workers: AlarmWorker[] = []
  const inHand = new Map<string, Promise<void>>()
  const stopping = new AbortController()
  let ticking: { stop(): Promise<void> } | undefined
  let closing = false

  const asked = new Set<string>()
  const askedAgain = new Set<string>()
  function wake(name: string): void {
    if (closing) return
    if (asked.has(name)) {
      askedAgain.add(name)
      return
    }
    asked.add(name)
    ask(name)
      .catch((error: unknown) => {
        if (!closing) log.warn({ err: error, job: name }, `${name} could not be woken`)
      })
      .finally(() => {
        asked.delete(name)
        if (askedAgain.delete(name)) wake(name)
      })
  }
  async function ask(name: string): Promise<void> {
    // An active job may have looked before the reason for this wake was written: it is done once more.
    const deduplication = { id: name, keepLastIfActive: true }
    await named(name).add(name, { slotAt: now().toISOString() }, { deduplication })
  }

  return {
    backend: connection.backend,
    wake,
    work(app) {
      if (workers.length > 0) throw new Error('the queue is already at work')
      for (const job of jobs) {
        const perform = worker(job, app, log, stopping.signal)
        const process = async (queued: Parameters<typeof perform>[0]) => {
          const slot = job.everyMs === undefined ? undefined : slotAstray(queued.id ?? '', job.everyMs)
          // Another process may have that slot under its own id, so it is handed on to the one job that bears it.
          if (slot !== undefined) return askForSlot(named(job.name), job.name, slot)
          const done = perform(queued)
          inHand.set(job.name, done)
          await done.finally(() => inHand.delete(job.name))
        }
        workers.push(workerOf(job, queueName(workspace, job), process, connection, complain, log))
      }
    },
    tick() {
      ticking ??= ticker({
        jobs,
        now,
        log,
        queueOf: (job) => named(job.name),
        cadence: parts.cadence ?? '* * * * *',
      })
    },
    async health() {
      const { backend } = connection
      try {
        if (await within(connection.ping(), answerMs)) return { ok: true, backend }
        return { ok: false, backend, error: `no answer within ${answerMs} ms` }
      } catch (error) {
        return { ok: false, backend, error: told(error) }
      }
    },
    async close(graceMs) {
      closing = true
      stopping.abort()
      await ticking?.stop()
      const ended = Promise.allSettled(workers.map((each) => each.close()))
      const inTime = await within(Promise.allSettled(inHand.values()), graceMs)
      if (inTime) await within(ended, answerMs)
      const unfinished = [...inHand.keys()]
      await within(Promise.allSettled([...queues.values()].map((queue) => queue.close())), answerMs)
      await connection.close()
      return unfinished
    },
  }
}

type AlarmQueue = BullQueue<Alarm, void, string, Alarm, void, string, IQueueBackend, Nowhere>
type AlarmWorker = Worker<Alarm, void, string, IQueueBackend, JobProgress, Nowhere>

/** A queue to each job: BullMQ bounds concurrency by queue, and no job shall wait for another. */
function queueName(workspace: string, job: Job): string {
  return `rapporteur-${workspace}-${job.name}`
}

function queueOf(
  job: Job,
  name: string,
  { factory }: QueueConnection,
  retryMs: number,
  complain: (error: Error) => void,
): AlarmQueue {
  const queue: AlarmQueue = new BullQueue(
    name,
    {
      connection: {},
      streams: { events: { maxLen: 100 } },
      defaultJobOptions: {
        attempts: job.attempts,
        backoff: { type: 'exponential', delay: retryMs },
        // A slot's id keeps it from being performed twice for as long as the job that bore it is remembered.
        removeOnComplete: { age: 3600, count: 100 },
        removeOnFail: { age: 7 * day, count: 100 },
        stackTraceLimit: 1,
      },
    },
    factory,
  )
  queue.on('error', complain)
  return queue
}

function workerOf(
  job: Job,
  name: string,
  process: (queued: Parameters<ReturnType<typeof worker>>[0]) => Promise<void>,
  { factory }: QueueConnection,
  complain: (error: Error) => void,
  log: Log,
): AlarmWorker {
  const performing: AlarmWorker = new Worker(
    name,
    process,
    {
      connection: {},
      concurrency: 1,
      // A job whose process was killed, or whose end could not be written down, is taken up again within the sum of
      // these two; until then a wake of its name waits for it. It may be killed more than once.
      lockDuration: 15_000,
      stalledInterval: 10_000,
      maxStalledCount: 5,
      runRetryDelay: 1000,
      drainDelay: longestWaitMs / 1000,
    },
    factory,
  )
  performing.on('error', complain)
  performing.on('stalled', (id) => {
    log.warn(
      { job: job.name, reference: id },
      `${job.name} was left unfinished by a process and is taken up again`,
    )
  })
  performing.on('failed', (queued, error) => {
    if (queued?.deferredFailure === undefined) return
    log.error(
      { err: error, job: job.name, reference: queued.id },
      `${job.name} was left unfinished too often`,
    )
  })
  return performing
}

/** A server that is away makes every connection complain at every attempt. */
function complaints(log: Log, now: () => Date, told: (error: unknown) => string): (error: Error) => void {
  const said = new Map<string, number>()
  return (error) => {
    const why = told(error)
    const at = now().getTime()
    if (at - (said.get(why) ?? Number.NEGATIVE_INFINITY) < repeatMs) return
    if (said.size > 100) said.clear()
    said.set(why, at)
    log.warn({ err: error }, `the queue's server: ${why}; it goes on by itself`)
  }
}

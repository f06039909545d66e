import type { Queue as BullQueue } from 'bullmq'
import { schedule } from 'node-cron'
import type { Job } from '../contract/job.ts'
import type { Log } from '../contract/log.ts'
import { slotBefore, slotId } from './slot.ts'

type Timetable = Pick<BullQueue, 'add' | 'getJobScheduler' | 'upsertJobScheduler' | 'removeJobScheduler'>

export type TickerParts = {
  jobs: readonly Job[]
  queueOf: (job: Job) => Timetable
  now: () => Date
  log: Log
  /** How often the schedulers are looked after, as a cron expression; seconds may come first. */
  cadence: string
}

/**
 * Sees to it, now and at every beat of `cadence`, that each job with a period has its scheduler in the queue. A queue
 * that lost everything has it back after one beat. Any number of processes may do so: BullMQ keeps one scheduler a
 * name, and gives each of its moments one job.
 */
export function ticker(parts: TickerParts): { stop(): Promise<void> } {
  let stopped = false
  const lookAfter = async () => {
    const arming = parts.jobs.map(async (job) => {
      try {
        await arm(job, parts)
      } catch (error) {
        // A queue that is being closed cuts off what was under way.
        if (!stopped) refuse(job, error, parts.log)
      }
    })
    await Promise.all(arming)
  }
  const task = schedule(parts.cadence, lookAfter, {
    name: 'queue-ticker',
    noOverlap: true,
    suppressMissedWarning: true,
    logger: quietly(parts.log),
  })
  void lookAfter()
  return {
    async stop() {
      stopped = true
      await task.destroy()
    },
  }
}

async function arm(job: Job, { queueOf, now }: TickerParts): Promise<void> {
  const queue = queueOf(job)
  const { name, everyMs } = job
  if (everyMs === undefined) {
    await queue.removeJobScheduler(name)
    return
  }
  const known = await queue.getJobScheduler(name)
  const at = now()
  const slot = slotBefore(at, everyMs)
  // Nobody knows what was missed before there was a scheduler, so the present slot is performed at once.
  if (known === undefined) await askForSlot(queue, name, slot)
  // In PostgreSQL two processes that renew one scheduler at the same moment leave it a period ahead each time, so one
  // that is well is let alone. An overdue one may have lost its job, and is given it again.
  const aheadMs = (known?.next ?? Number.NaN) - at.getTime()
  const isAstray = known?.next !== undefined && known.next % everyMs !== 0
  // Further ahead than such leaps go: the clock has been put back since, and BullMQ moves no moment back.
  if (isAstray || aheadMs > 5 * everyMs) await queue.removeJobScheduler(name)
  else if (known?.every === everyMs && aheadMs > -everyMs) return
  await queue.upsertJobScheduler(
    name,
    { every: everyMs, startDate: slot.getTime() + everyMs },
    { name, data: {} },
  )
}

/** Asks for the job of one slot: whoever else asks for it, it is performed once. */
export async function askForSlot(queue: Pick<Timetable, 'add'>, name: string, slot: Date): Promise<void> {
  await queue.add(name, { slotAt: slot.toISOString() }, { jobId: slotId(name, slot) })
}

function refuse(job: Job, error: unknown, log: Log): void {
  log.warn(
    { err: error, job: job.name },
    `the schedule of ${job.name} could not be looked after; tried again soon`,
  )
}

/** node-cron speaks through this instead of the console. */
function quietly(log: Log) {
  const say = (level: 'debug' | 'warn' | 'error') => (message: string | Error, error?: Error) =>
    log[level]({ err: message instanceof Error ? message : error }, String(message))
  return { info: say('debug'), debug: say('debug'), warn: say('debug'), error: say('error') }
}

import { type Job as QueuedJob, UnrecoverableError } from 'bullmq'
import type { App } from '../app.ts'
import type { Job } from '../contract/job.ts'
import type { Log } from '../contract/log.ts'
import { dueAt, slotBefore } from './slot.ts'

/** What the queue keeps of a job: nothing but when it was asked for. A scheduler's job has its moment in its id. */
export type Alarm = { slotAt?: string; payload?: unknown }

type QueuedAlarm = Pick<QueuedJob<Alarm>, 'id' | 'data' | 'attemptsMade' | 'timestamp'>

/**
 * Performs a queued job. What it throws is logged under a reference and thrown on, so that the queue tries again;
 * a payload that does not hold will not hold the next time either, and is given up at once. `stopping` tells a long
 * job to take up nothing new.
 */
export function worker(
  job: Job,
  app: App,
  log: Log,
  stopping: AbortSignal,
): (queued: QueuedAlarm) => Promise<void> {
  return async (queued) => {
    const slot = slotOf(job, queued)
    try {
      await job.perform(app, queued.data.payload ?? {}, slot, stopping)
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown))
      const attempt = queued.attemptsMade + 1
      const badPayload = error.name === 'ZodError' || error.name === '$ZodError'
      const final = badPayload || attempt >= job.attempts
      const fields = {
        err: error,
        job: job.name,
        slot: slot.toISOString(),
        reference: `${queued.id}#${attempt}`,
      }
      if (final) log.error(fields, `${job.name} failed and is given up until it is due again`)
      else log.warn(fields, `${job.name} failed; attempt ${attempt} of ${job.attempts}`)
      throw badPayload ? new UnrecoverableError(error.message) : error
    }
  }
}

/** The same at every attempt: when the job was due, or asked for; never when it was performed. */
function slotOf(job: Job, queued: QueuedAlarm): Date {
  if (queued.data.slotAt !== undefined) return new Date(queued.data.slotAt)
  const due = dueAt(queued.id ?? '') ?? new Date(queued.timestamp)
  return job.everyMs === undefined ? due : slotBefore(due, job.everyMs)
}

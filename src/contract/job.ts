import type { z } from 'zod'
import type { App } from '../app.ts'

type JobDefinition<Payload> = {
  /** Kebab-case, the name of its file; the queue's name for it too. */
  name: string
  /** Ids and choices, never rows: what is queued is read again before it is acted upon. */
  payload: z.ZodType<Payload>
  /** How often it is tried before it is given up and logged as an error. */
  attempts: number
  /** It is due every so many milliseconds by itself, with an empty payload; never, where this is absent. */
  everyMs?: number
  /**
   * Running it twice is running it once. `slot` is the moment for which it was due. Where `stopping` is aborted, the
   * process is about to end: what is begun is finished, and nothing new is taken up.
   */
  run(app: App, payload: Payload, slot: Date, stopping: AbortSignal): Promise<void>
}

/** Something that happens by itself. */
export type Job = Omit<JobDefinition<unknown>, 'run' | 'payload'> & {
  /** Throws a ZodError where the payload does not hold. */
  perform(app: App, payload: unknown, slot: Date, stopping?: AbortSignal): Promise<void>
}

/** Makes something that happens by itself. Performing it holds the payload to its schema first. */
export function job<Payload>({ payload: schema, run, ...rest }: JobDefinition<Payload>): Job {
  return {
    ...rest,
    perform: (app, payload, slot, stopping = new AbortController().signal) =>
      run(app, schema.parse(payload), slot, stopping),
  }
}

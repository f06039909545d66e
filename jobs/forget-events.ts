import { z } from 'zod'
import { job } from '../src/contract/job.ts'

/** Slack repeats an event for minutes at most; after a week it is not going to come again. */
const keptMs = 7 * 24 * 3_600_000

/** Forgets which of Slack's events were already acted upon, a week after. */
export const forgetEvents = job({
  name: 'forget-events',
  payload: z.strictObject({}),
  attempts: 3,
  everyMs: 3_600_000,
  run: (app, _payload, slot) => app.forgetEvents(new Date(slot.getTime() - keptMs)),
})

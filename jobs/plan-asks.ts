import { z } from 'zod'
import { job } from '../src/contract/job.ts'

/** Writes, once a working day, the message to everybody who is to be asked about something. */
export const planAsks = job({
  name: 'plan-asks',
  payload: z.strictObject({}),
  attempts: 5,
  everyMs: 60_000,
  run: (app) => app.asks.planDue(),
})

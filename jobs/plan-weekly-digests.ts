import { z } from 'zod'
import { job } from '../src/contract/job.ts'

/** Writes the week's digest of every group whose hour has come. */
export const planWeeklyDigests = job({
  name: 'plan-weekly-digests',
  payload: z.strictObject({}),
  attempts: 5,
  everyMs: 60_000,
  run: (app) => app.notices.planDue('digest'),
})

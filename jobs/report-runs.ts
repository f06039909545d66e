import { z } from 'zod'
import { job } from '../src/contract/job.ts'

/** Writes the secretariat's report of every run that is over, or that does not get on. */
export const reportRuns = job({
  name: 'report-runs',
  payload: z.strictObject({}),
  attempts: 5,
  everyMs: 60_000,
  run: (app) => app.notices.planReports(),
})

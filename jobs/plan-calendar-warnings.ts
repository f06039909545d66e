import { z } from 'zod'
import { job } from '../src/contract/job.ts'

/** Tells the secretariat in time where nobody knows yet which days are off. */
export const planCalendarWarnings = job({
  name: 'plan-calendar-warnings',
  payload: z.strictObject({}),
  attempts: 5,
  everyMs: 3_600_000,
  run: (app) => app.calendars.planWarnings(),
})

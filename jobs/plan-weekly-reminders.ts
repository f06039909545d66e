import { z } from 'zod'
import { job } from '../src/contract/job.ts'

/** Writes the week's reminder of every group whose hour has come. */
export const planWeeklyReminders = job({
  name: 'plan-weekly-reminders',
  payload: z.strictObject({}),
  attempts: 5,
  everyMs: 60_000,
  run: (app) => app.notices.planDue('reminder'),
})

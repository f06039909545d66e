import { z } from 'zod'
import { job } from '../src/contract/job.ts'

/** Writes the week's reminder of every group whose hour has come, and lets those come back that were put off. */
export const planWeeklyReminders = job({
  name: 'plan-weekly-reminders',
  payload: z.strictObject({}),
  attempts: 5,
  everyMs: 60_000,
  async run(app) {
    try {
      await app.notices.planDue('reminder')
    } finally {
      await app.asks.bringBack()
    }
  },
})

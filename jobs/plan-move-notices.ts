import { z } from 'zod'
import { job } from '../src/contract/job.ts'

/** Writes the messages to the followers of the standards that have moved. */
export const planMoveNotices = job({
  name: 'plan-move-notices',
  payload: z.strictObject({}),
  attempts: 5,
  everyMs: 60_000,
  run: (app) => app.follows.planMoves(),
})

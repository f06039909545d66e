import { z } from 'zod'
import { job } from '../src/contract/job.ts'

/** Asks whoever has come to lead a group while an offer of goals waits for its answer. */
export const planOfferNotices = job({
  name: 'plan-offer-notices',
  payload: z.strictObject({}),
  attempts: 5,
  everyMs: 600_000,
  run: (app) => app.goals.askNewAnswerers(),
})

import { z } from 'zod'

/** The value of the buttons beside a proposal: the number of its entry in the journal. */
export const proposalId = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number)

import { z } from 'zod'

/** The value of buttons about a year's plan. */
export const planYear = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)

import { z } from 'zod'

/** The value of a button, and what a modal brings along, for a goal or a piece of work: its id. */
export const planId = z.string().regex(/^[^\p{Cc}]{1,80}$/u)

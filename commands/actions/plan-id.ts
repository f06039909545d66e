import { z } from 'zod'

/** The value of a button, and what a modal brings along, for a goal or a piece of work: its id. */
export const planId = z.string().min(1).max(80)

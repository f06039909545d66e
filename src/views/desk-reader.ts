import type { Day } from '../domain/calendar/day.ts'
import type { Committee } from '../domain/committee/rules.ts'
import type { Called } from './assignment-facts.ts'

/** Who reads a desk: when, on whose clock, and how everybody is called. */
export type DeskReader = { today: Day; zone: string; committee: Committee; called: Called }

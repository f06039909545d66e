import type { Day } from './day.ts'

/** A day that the secretary has marked as worked or off, for the whole committee or for one group. */
export type MarkedDay = { day: Day; isWorked: boolean; group?: string; why?: string; by?: string; at: Date }

import type { Day } from '../calendar/day.ts'
import type { Names } from '../language/rules.ts'

/** The committee's annual key working points. */
export type Plan = {
  year: number
  names: Names
  approvedOn?: Day
  releasedOn?: Day
  areas: { number: number; names: Names; goals: Goal[] }[]
}

export type Goal = { id: string; texts: Names; groups: string[] }

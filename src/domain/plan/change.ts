import type { Names } from '../language/rules.ts'

/** What was decided about a plan, its goals or the work below. */
export type PlanChangeKind =
  | 'plan-taken'
  | 'point-changed'
  | 'point-added'
  | 'point-dropped'
  | 'goal-made'
  | 'goal-changed'
  | 'goal-dropped'
  | 'goal-closed'
  | 'goal-carried'
  | 'item-dropped'
  | 'item-reopened'

/** A decision on record: who, when, why, and what it touched. Entries are added and never changed. */
export type PlanChange = {
  id: number
  year: number
  kind: PlanChangeKind
  /** The id of the point, goal or piece of work; the year's number for the plan as a whole. */
  subject: string
  before?: Names
  after?: Names
  why?: string
  /** Ids of the goals, pieces of work and assignments that hung on it then. */
  touched: string[]
  /** The member; absent where the operator or a file did it. */
  by?: string
  at: Date
}

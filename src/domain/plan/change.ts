import type { Names } from '../language/rules.ts'

/** What was decided about a plan, its goals or the work below. */
export type PlanChangeKind =
  | 'plan-taken'
  | 'plan-renamed'
  | 'area-renamed'
  | 'point-changed'
  | 'point-added'
  | 'point-dropped'
  /** A person said what its words ask for. */
  | 'point-read'
  | 'goal-made'
  | 'goal-changed'
  | 'goal-dropped'
  | 'goal-closed'
  | 'goal-carried'
  | 'item-changed'
  | 'item-dropped'
  | 'item-reopened'

/** What of a goal or a piece of work can change beside its words. */
export type ChangedField =
  | 'points'
  | 'groups'
  | 'kinds'
  | 'goals'
  | 'kind'
  | 'lead'
  | 'start'
  | 'due'
  | 'standards'
  | 'topics'
  | 'urgent'

/** A field before and after a decision: ids, codes of groups, or days as `YYYY-MM-DD`; empty where there was none. */
export type FieldChange = { field: ChangedField; before: string[]; after: string[] }

/** What a decision can change, field by field. */
export type Fields = Partial<Record<ChangedField, readonly string[]>>

/** The fields that differ; the order of what a field holds means nothing. */
export function fieldsChanged(before: Fields, after: Fields): FieldChange[] {
  const isSame = (one: readonly string[], other: readonly string[]) =>
    one.length === other.length && one.every((value) => other.includes(value))
  return (Object.keys(after) as ChangedField[]).flatMap((field) => {
    const was = before[field] ?? []
    const is = after[field] ?? []
    return isSame(was, is) ? [] : [{ field, before: [...was], after: [...is] }]
  })
}

/** A decision on record: who, when, why, and what it touched. Entries are added and never changed. */
export type PlanChange = {
  id: number
  year: number
  kind: PlanChangeKind
  /** The id of the point, goal or piece of work; the year's number for the plan as a whole. */
  subject: string
  before?: Names
  after?: Names
  /** What else of it changed. */
  fields?: FieldChange[]
  why?: string
  /**
   * Ids of the goals, pieces of work and assignments that hung on it then; of a goal that ended also the points that it
   * served, and the codes of the groups that had part in it.
   */
  touched: string[]
  /** The member; absent where the operator or a file did it. */
  by?: string
  at: Date
}

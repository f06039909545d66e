import type { Day } from '../calendar/day.ts'
import type { Names } from '../language/rules.ts'

/** A step of its kind that was taken. */
export type StepTaken = { step: string; on: Day; by?: string; note?: string }

/** A step of its kind with the day on which it is to be taken. */
export type StepPlanned = { step: string; on: Day }

/** A piece of work that serves goals: a standard to be made, an event, a study, a bid. */
export type WorkItem = {
  id: string
  titles: Names
  /** The id of its kind of work. */
  kind: string
  /** Ids of the goals that it serves. */
  goals: string[]
  /** The group that does it. */
  group: string
  /** The organisation that leads it. */
  lead?: string
  /** Ids of the standards that it makes; a record speaks for its whole project. */
  standards: string[]
  topics: string[]
  /** When it began; the days of its steps are counted from here. */
  startsOn?: Day
  dueOn?: Day
  steps: StepTaken[]
  /** The days for which steps are planned; one that was taken is planned no more. */
  planned: StepPlanned[]
  /** What was given, by the fields of its kind. */
  evidence: Record<string, string>
  /** The id of the outcome, where its kind has several. */
  outcome?: string
  state: 'open' | 'done' | 'dropped'
  doneOn?: Day
}

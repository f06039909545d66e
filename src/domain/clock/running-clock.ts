import type { PartialDay } from '../calendar/day.ts'
import type { End, Period } from './period.ts'

/** What a clock runs for. Each is told with its source and with what happens when it has run out. */
export type ClockKind =
  /** The committee's own target for the next stage, which it may move. */
  | 'target'
  /** The national limit for the approval file of a recommended or mandatory standard, or what it was extended to. */
  | 'gb-limit-18'
  | 'gb-limit-24'
  | 'gb-limit-extended'
  /** The last day on which an extension of that limit can be asked for. */
  | 'gb-ask-by'
  | 'gb-comment'
  | 'gb-review'
  | 'iso-preliminary'
  | 'iso-proposal'
  | 'iso-dis'
  | 'iso-fdis'
  | 'iso-review'
  | 'cen-enquiry'
  | 'cen-review'

/** A target may be moved; a limit may not; a period ends by itself. */
export type ClockNature = 'target' | 'limit' | 'period'

/** What a rule makes run. */
export type RunningClock = End & {
  kind: ClockKind
  nature: ClockNature
  /** When it began, as exactly as that is known; absent for a target, which is a day that somebody chose. */
  from?: PartialDay
  period?: Period
}

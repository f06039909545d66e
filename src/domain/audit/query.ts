import type { OwnerRef } from '../assignment/life.ts'
import type { Day } from '../calendar/day.ts'
import type { AuditSubject } from './rules.ts'

/** Which changes are asked for: those to which all of it applies. */
export type AuditQuery = {
  about?: AuditAbout
  /** A member; or whoever is no member: the operator, and what files of theirs have changed. */
  by?: { member: string } | 'operator'
  kind?: AuditSubject['kind']
  /** From this instant on. */
  from?: Date
  /** Before this instant. */
  before?: Date
}

/** What they are about: any of it. */
export type AuditAbout = {
  subjects?: readonly AuditSubject[]
  /** Whatever was done for somebody. */
  behalf?: OwnerRef
  /** All that is a member's, by their id: their absences and those in which they stand in, and what was held back from them. */
  member?: string
  /** All that is a group's, by its code: the group itself, its schedules, notices, marked days, assignments and work. */
  group?: string
}

/** The same with calendar days of the committee; both belong to it. */
export type AuditAsked = Omit<AuditQuery, 'from' | 'before'> & { since?: Day; until?: Day }

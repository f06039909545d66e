import type { OwnerRef } from '../assignment/life.ts'
import type { Member } from '../member/rules.ts'

/** From where something was done. `file` is an import; `spoken` what was asked for in plain words. */
export type Via = 'command' | 'button' | 'modal' | 'shortcut' | 'spoken' | 'cli' | 'file'

/**
 * Who does something, and from where; `member` is absent for the operator and for a file of theirs. `request` is Slack's
 * own id of the gesture, by which it counts once.
 */
export type DoneBy = { member?: Pick<Member, 'id'>; via: Via; request?: string }

/** Whoever works on the machine itself, and is not asked for their name. */
export const byOperator = { via: 'cli' } as const satisfies DoneBy

/** What they bring in a file. */
export const byFile = { via: 'file' } as const satisfies DoneBy

/** What can be changed. */
export const subjectKinds = [
  'assignment',
  'goal',
  'work',
  'plan',
  'standard',
  'notice',
  'schedule',
  'marked-day',
  'absence',
  'member',
  'group',
  'organisation',
  'committee',
  'hold',
] as const

/**
 * What an entry is about: a record, by its kind and id. A plan goes by its year, a schedule by its group and kind
 * (`WG8/reminder`), a day that a group has marked by the day and the group (`2026-10-01/WG8`).
 */
export type AuditSubject = { kind: (typeof subjectKinds)[number]; id: string }

/**
 * A change on record: what was done, who did it, for whom, from where, and the fields that it changed, before and after.
 * Entries are added and never changed.
 */
export type AuditEntry = {
  id: number
  subject: AuditSubject
  /** The gesture, such as `accept`; `make` for the first. */
  what: string
  at: Date
  /** The member; absent where the operator or a file did it. */
  by?: string
  behalf?: OwnerRef
  via: Via
  /** The fields that differ; a field that was not there is absent. */
  before: Record<string, unknown>
  after: Record<string, unknown>
  /** What was said with it: the reason, the news. */
  note?: string
}

/** An entry before it is kept; `request` is Slack's own id of the gesture, by which it is kept once. */
export type NewAuditEntry = Omit<AuditEntry, 'id'> & { request?: string }

/** The fields of a record that differ, before and after, as JSON keeps them. */
export function differences<T extends object>(
  before: T | undefined,
  after: T,
): Pick<AuditEntry, 'before' | 'after'> {
  const was = plain(before ?? {})
  const is = plain(after)
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]),
  )
  const some = (of: Record<string, unknown>) =>
    Object.fromEntries(fields.flatMap((field) => (field in of ? [[field, of[field]] as const] : [])))
  return { before: some(was), after: some(is) }
}

function plain(record: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(record))
}

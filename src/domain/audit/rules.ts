import type { OwnerRef } from '../assignment/life.ts'

/** From where something was done. `file` is an import; `spoken` what was asked for in plain words. */
export type Via = 'command' | 'button' | 'modal' | 'shortcut' | 'spoken' | 'cli' | 'file'

/** What an entry is about: a record, by its kind and id. */
export type AuditSubject = {
  kind:
    | 'assignment'
    | 'goal'
    | 'work'
    | 'plan'
    | 'standard'
    | 'notice'
    | 'schedule'
    | 'marked-day'
    | 'absence'
    | 'member'
    | 'committee'
    | 'hold'
  id: string
}

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

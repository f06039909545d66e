import type { OwnerRef } from '../assignment/life.ts'
import type { Store } from '../store.ts'
import {
  type AuditEntry,
  type AuditSubject,
  byFile,
  type DoneBy,
  differences,
  type NewAuditEntry,
} from './rules.ts'

/** A change as it goes on record; without `before`, the subject is new. */
export type Change = {
  subject: AuditSubject
  what: string
  before?: object | undefined
  after: object
  /** For whom it was done, where not in one's own name. */
  behalf?: OwnerRef | undefined
  /** The reason, or what was said with it. */
  note?: string | undefined
}

/**
 * Puts a change on record with who made it, for whom, from where, and the fields that differ. To be called in the
 * transaction that makes the change. False where this very gesture is on record about the subject already: then the change
 * was made, and must not be made again.
 */
export function noteChange(store: Store, by: DoneBy, at: Date, change: Change): Promise<boolean> {
  return store.audit.add(entryOf(by, at, change))
}

/** The same of many changes that a file makes at once. To be called in the transaction that makes them. */
export function noteChanges(store: Store, at: Date, changes: readonly Change[]): Promise<void> {
  return store.audit.addAll(changes.map((change) => entryOf(byFile, at, change)))
}

function entryOf(
  { member, via, request }: DoneBy,
  at: Date,
  { subject, what, before, after, behalf, note }: Change,
): NewAuditEntry {
  return {
    subject,
    what,
    at,
    via,
    ...(member !== undefined && { by: member.id }),
    ...(behalf !== undefined && { behalf }),
    ...(request !== undefined && { request }),
    ...differences(before, after),
    ...(note !== undefined && { note }),
  }
}

/**
 * What this very gesture has put on record about the subject before: Slack may bring a gesture twice. Undefined the first
 * time, and for whatever is no gesture of Slack's.
 */
export async function notedBefore(
  store: Store,
  { request }: DoneBy,
  subject: AuditSubject,
): Promise<AuditEntry | undefined> {
  return request === undefined ? undefined : store.audit.ofRequest(subject, request)
}

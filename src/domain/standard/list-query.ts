import type { Status } from './status.ts'

export const listOrders = ['number', 'due', 'stage', 'changed'] as const
export type ListOrder = (typeof listOrders)[number]

/** Kinds of standards that a list can be narrowed to: a stage system, or a family of numbers. */
export const listKinds = ['gb', 'iso', 'cen', 'ietf', 'gb/t', 'gb/z', 'tc260', 'plan'] as const
export type ListKind = (typeof listKinds)[number]

/** Which standards a person wants listed. Every part that is given must hold; of a list within one, any. */
export type ListQuery = {
  /** Codes. */
  groups?: readonly string[]
  /** Phases (`30`) or codes (`30.60`). */
  stages?: readonly string[]
  statuses?: readonly Status[]
  topics?: readonly string[]
  /** Ids of organisations. */
  leads?: readonly string[]
  /** Those whose number bears this year, or that came out in it. */
  years?: readonly number[]
  kinds?: readonly ListKind[]
  /** Of these groups, or led by this organisation. */
  mine?: { groups: readonly string[]; organisation?: string }
  overdue?: boolean
  /** Due on or before this many days from today. */
  withinDays?: number
  /** Words of a title, or a designation. */
  words?: string
  order?: ListOrder
  /** Every record of a project and not only its current one. */
  allRecords?: boolean
}

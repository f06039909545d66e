import type { FileRefusal } from './file-refusal.ts'
import type { Known } from './known.ts'
import {
  type KnownToPlanFile,
  type PlanFile,
  type PlanFileReading,
  type PlanFileRefusal,
  planOfFile,
} from './plan-of-file.ts'
import { readStandards } from './read-standards.ts'
import type { StandardRows } from './standard-rows.ts'

/** What is known before a file is read that may be a list of standards or a plan. */
export type KnownToDropped = {
  list: Pick<Known, 'groups' | 'organisations'>
  plan: KnownToPlanFile
}

/** What a file turned out to be, or why it is neither. */
export type Dropped =
  | { is: 'list'; list: StandardRows }
  | { is: 'plan'; plan: PlanFile }
  /** A file of a kind that holds lists. */
  | { is: 'no-list'; why: FileRefusal }
  | { is: 'no-plan'; why: PlanFileRefusal }
  /** A table with the columns of neither. */
  | { is: 'neither'; list: FileRefusal; plan: PlanFileRefusal }

/**
 * Tells by trying whether a file is a list of standards or a plan: a table that has rows of standards is a list, and
 * whatever else can be read as a plan is one.
 */
export function readDropped(bytes: Uint8Array, name: string, known: KnownToDropped): Dropped {
  const list = readStandards(bytes, name, known.list)
  if (list.ok && list.value.rows.length > 0) return { is: 'list', list: list.value }
  const plan = planOfFile(bytes, name, known.plan)
  if (plan.ok) return { is: 'plan', plan: plan.value }
  // A list whose rows are all faulty is one all the same: its faults are told.
  if (list.ok) return { is: 'list', list: list.value }
  return refusalOf(name, list.refusal, plan)
}

function refusalOf(name: string, list: FileRefusal, plan: PlanFileReading & { ok: false }): Dropped {
  const isTable = /\.(?:csv|tsv|xlsx|ya?ml|json|jsonl|ndjson)$/i.test(name)
  if (!isTable || plan.refusal.of === 'document') return { is: 'no-plan', why: plan.refusal }
  if (list.kind === 'no-headings' && plan.refusal.why.kind === 'no-headings')
    return { is: 'neither', list, plan: plan.refusal }
  return { is: 'no-list', why: list }
}

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
import { readWork, type WorkFile } from './read-work.ts'
import type { StandardRows } from './standard-rows.ts'

/** What is known before a file is read that may be a list of work, a list of standards or a plan. */
export type KnownToDropped = {
  list: Pick<Known, 'groups' | 'organisations'>
  plan: KnownToPlanFile
}

/** What a file turned out to be, or why it is nothing of that. */
export type Dropped =
  | { is: 'work'; work: WorkFile }
  /** A table with the columns of a list of work that can't be read as it is. */
  | { is: 'no-work'; why: FileRefusal }
  | { is: 'list'; list: StandardRows }
  | { is: 'plan'; plan: PlanFile }
  /** A file of a kind that holds lists. */
  | { is: 'no-list'; why: FileRefusal }
  | { is: 'no-plan'; why: PlanFileRefusal }
  /** A table with the columns of nothing that is known. */
  | { is: 'neither'; list: FileRefusal; plan: PlanFileRefusal }

/**
 * Tells by trying what a file is: a table with the columns of a list of work is that, standards named in another of its
 * columns or not; one that has rows of standards is a list of these, and whatever else can be read as a plan is one.
 */
export function readDropped(bytes: Uint8Array, name: string, known: KnownToDropped): Dropped {
  const work = readWork(bytes, name)
  if (work.ok) return { is: 'work', work: work.value }
  if (work.refusal.kind === 'too-many-rows' || work.refusal.kind === 'too-many-columns')
    return { is: 'no-work', why: work.refusal }
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

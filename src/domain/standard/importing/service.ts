import { noteChange } from '../../audit/note-change.ts'
import { byFile, type DoneBy } from '../../audit/rules.ts'
import type { Context } from '../../context.ts'
import { arrivals } from '../../follow/arrivals.ts'
import type { Store } from '../../store.ts'
import type { StageMove, Standard, TargetChange } from '../rules.ts'
import { type Changed, heldOrFaulty, type ImportPlan } from './import-plan.ts'
import { type PlanOptions, planImport, type ReadFile } from './plan-import.ts'

export type { ReadFile }

export type Imports = ReturnType<typeof imports>

export type Preview = {
  plan: ImportPlan
  /** Of the records with which the file was compared; when it has grown since, the preview is out of date. */
  version: number
}

export type ImportOutcome =
  | { kind: 'taken'; plan: ImportPlan }
  /** Rows are faulty or in doubt, and nobody said that they may be left out: nothing was changed. */
  | { kind: 'refused'; plan: ImportPlan }
  /** The records are no longer those of the preview: nothing was changed. */
  | { kind: 'moved-on'; preview: Preview }

export type TakeOptions = PlanOptions & {
  /** Takes the rows without fault and leaves the others. */
  skipFaulty?: boolean
  /** That of the preview which a person has agreed to. */
  version?: number
  /** Who brings the file; the operator, where it is absent. */
  by?: DoneBy
  /** Which file it is, as it goes on record. */
  file?: { name: string; digest?: string }
  /** How many records were written, of how many. */
  progress?: (written: number, total: number) => void
}

/** Written between two reports of progress. */
const writtenAtOnce = 1_000
/** A committee's records hardly change in the seconds that a comparison takes, and not three times. */
const mostAttempts = 3

/** Lists of standards from elsewhere: first what they would change, then the change, whole or not at all. */
export function imports({ store, now, wake }: Pick<Context, 'store' | 'now' | 'wake'>) {
  /** What the file would change as things stand; nothing is changed. */
  async function preview(file: ReadFile, options: PlanOptions = {}): Promise<Preview> {
    const version = await store.standards.version()
    return { plan: planImport(file, await store.standards.all(), options), version }
  }

  return {
    preview,

    /** Puts on record what a file tells; see `ImportOutcome` for when nothing was changed. */
    async take(file: ReadFile, options: TakeOptions = {}): Promise<ImportOutcome> {
      for (let attempt = 1; ; attempt++) {
        // Compared outside the transaction: everybody else who writes would wait for it.
        const current = await preview(file, options)
        const { plan, version } = current
        if (options.version !== undefined && options.version !== version)
          return { kind: 'moved-on', preview: current }
        if (options.skipFaulty !== true && heldOrFaulty(plan) > 0) return { kind: 'refused', plan }
        const written = await store.transaction(async (store) => {
          if ((await store.standards.version()) !== version) return undefined
          await noteImport(store, plan, options, now())
          return write(store, plan, now(), options.progress)
        })
        if (written !== undefined) {
          if (written > 0) wake('plan-move-notices')
          return { kind: 'taken', plan }
        }
        if (attempt === mostAttempts) return { kind: 'moved-on', preview: await preview(file, options) }
      }
    },
  }
}

/**
 * One entry for the whole of a file, with the records that it added or changed counted: a file may have 20,000. What moved,
 * and whose target did, has entries of its own in the journal of each.
 */
async function noteImport(
  store: Store,
  { added, changed }: ImportPlan,
  { by = byFile, file }: TakeOptions,
  at: Date,
): Promise<void> {
  if (added.length + changed.length === 0) return
  const fields = new Map<string, number>()
  for (const { fields: some } of changed)
    for (const { field } of some) fields.set(field, (fields.get(field) ?? 0) + 1)
  await noteChange(store, by, at, {
    subject: { kind: 'committee', id: (await store.committee.get())?.id ?? store.workspace },
    what: 'import-standards',
    after: {
      ...(file !== undefined && { file }),
      added: added.length,
      changed: changed.length,
      ...(fields.size > 0 && { fields: Object.fromEntries(fields) }),
    },
  })
}

/** How many stage moves were recorded. */
async function write(
  store: Store,
  { added, changed }: ImportPlan,
  at: Date,
  progress: TakeOptions['progress'],
): Promise<number> {
  const before = await store.standards.all()
  const records = [...added.map(({ standard }) => standard), ...changed.map(({ after }) => after)]
  for (let start = 0; start < records.length; start += writtenAtOnce) {
    await store.standards.putAll(records.slice(start, start + writtenAtOnce))
    progress?.(Math.min(start + writtenAtOnce, records.length), records.length)
  }
  const fresh = added.map(({ standard }) => standard)
  const moves = [
    ...changed.flatMap((one) => moveOf(one, at)),
    ...arrivals(before, fresh).map(({ standard, from }) => moveFrom(from, standard, at)),
  ]
  await store.standards.addMoves(moves)
  for (const change of changed.flatMap((one) => targetChangeOf(one, at)))
    await store.standards.addTargetChange(change)
  return moves.length
}

function moveOf({ before, after }: Changed, recordedAt: Date): Omit<StageMove, 'id'>[] {
  if (before.stage === after.stage && before.stages === after.stages) return []
  return [moveFrom(before.stage, after, recordedAt)]
}

function moveFrom(
  from: string,
  { id, stage, stageSince, source }: Standard,
  recordedAt: Date,
): Omit<StageMove, 'id'> {
  const on = stageSince === undefined ? {} : { on: stageSince }
  return { standard: id, kind: 'move', from, to: stage, ...on, state: 'accepted', source, recordedAt }
}

function targetChangeOf({ before, after }: Changed, recordedAt: Date): TargetChange[] {
  if (before.targetOn === after.targetOn) return []
  const { targetOn: from } = before
  const { id, targetOn: to, source } = after
  return [{ standard: id, ...(from && { from }), ...(to && { to }), why: source, recordedAt }]
}

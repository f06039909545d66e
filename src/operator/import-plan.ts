import path from 'node:path'
import type { App } from '../app.ts'
import { byFile } from '../domain/audit/rules.ts'
import { longestReason } from '../domain/goal/deciding.ts'
import { hangingTogether } from '../domain/plan/hanging.ts'
import { changesPlan, comparedInShort, type PlanPreview } from '../domain/plan/importing.ts'
import { knownTopics } from '../domain/plan/reading/topics.ts'
import type { WorkKind } from '../domain/work/kind.ts'
import { type PlanFile, planOfFile } from '../files/plan-of-file.ts'
import { planRefusalInWords } from '../views/plan-refusal-words.ts'
import type { GivenFile } from './given-file.ts'
import { noCommittee } from './no-committee.ts'
import { OperatorError } from './operator-error.ts'

/** A plan as it was read, not yet held against what is on record, and the kinds of work that were looked for. */
export type ReadPlanFile = PlanFile & { name: string; kinds: WorkKind[] }

export type PlanImport = {
  /** Tells what would change, and changes nothing. */
  dryRun: boolean
  /** Shows a person what would change, and asks; absent where nobody is there to be asked. */
  confirm?: (preview: PlanPreview) => Promise<boolean>
  /** Why points of a plan that is on record change; the first edition of a year needs no reason. */
  why?: string
  /** Asks a person for that reason; absent where nobody is there to be asked. */
  askWhy?: () => Promise<string>
}

/** What came of an import; `unchanged` where all of it is on record already. */
export type PlanOutcome = { outcome: 'taken' | 'unchanged' | 'dry-run' | 'declined'; preview: PlanPreview }

/**
 * Reads a document as a plan; a dry run needs no committee.
 * @throws OperatorError where there is no committee and it is no dry run, or where the file is no plan
 */
export async function planFile(
  app: App,
  { path: file, bytes }: GivenFile,
  { year, dryRun }: { year?: number; dryRun: boolean },
): Promise<ReadPlanFile> {
  if (!dryRun && (await app.committees.get()) === undefined) throw new OperatorError(noCommittee)
  const kinds = await app.work.kinds()
  const name = path.basename(file)
  const groups = await app.plans.groupsKnown()
  const known = { kinds, topics: knownTopics, groups, ...(year !== undefined && { year }) }
  const read = planOfFile(bytes, name, known)
  if (!read.ok)
    throw new OperatorError(`${file}: ${planRefusalInWords(read.refusal, 'en')} Nothing was changed.`)
  return { ...read.value, name, kinds }
}

/**
 * Compares the plan with what is on record and, unless something speaks against it, puts it there.
 * @throws OperatorError where it changes points that are on record and nobody says why
 */
export async function importPlan(
  app: App,
  { plan }: ReadPlanFile,
  { dryRun, confirm, why: given, askWhy }: PlanImport,
): Promise<PlanOutcome> {
  let why = given === undefined ? undefined : reasonIn(given)
  for (;;) {
    const preview = await app.plans.preview(plan)
    if (dryRun) return { outcome: 'dry-run', preview }
    if (preview.isSame) return { outcome: 'unchanged', preview }
    const needsReason = changesPlan(preview) && why === undefined
    if (needsReason && askWhy === undefined) throw new OperatorError(reasonWanted(preview))
    if (confirm !== undefined) {
      if (!(await confirm(preview))) return { outcome: 'declined', preview }
      if (needsReason) why = reasonIn((await askWhy?.()) ?? '')
      // Where the records change while a person looks at the preview, they are shown the new one.
      const now = await app.plans.preview(plan)
      if (comparedInShort(now) !== comparedInShort(preview)) continue
    }
    return { outcome: 'taken', preview: await app.plans.take(plan, byFile, why) }
  }
}

/** @throws OperatorError where it is none, or longer than one that is kept */
function reasonIn(text: string): string {
  const why = text.trim()
  if (why === '') throw new OperatorError('a reason has words: nothing was changed')
  if (why.length > longestReason)
    throw new OperatorError(
      `the reason has ${why.length} characters, and ${longestReason} are kept: nothing was changed`,
    )
  return why
}

function reasonWanted({ plan, sameYear, hanging = [] }: PlanPreview): string {
  const { changed = [], added = [], dropped = [] } = sameYear ?? {}
  const counts = `${changed.length} changed, ${added.length} new, ${dropped.length} dropped`
  const goals = hangingTogether(hanging).goals
  const lost = goals.length === 0 ? '' : `; ${goals.join(', ')} would lose their sentence`
  return `this changes the plan of ${plan.year} that is on record (${counts}${lost}): say why with --why "…", which stands on record with each change. Nothing was changed.`
}

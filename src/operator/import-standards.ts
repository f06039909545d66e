import { createHash } from 'node:crypto'
import path from 'node:path'
import type { App } from '../app.ts'
import { dayIn } from '../domain/calendar/day.ts'
import { heldOrFaulty, type ImportPlan } from '../domain/standard/importing/import-plan.ts'
import type { ReadFile } from '../domain/standard/importing/service.ts'
import { readStandards } from '../files/read-standards.ts'
import type { FileReadingNotes } from '../files/standard-rows.ts'
import { refusalInWords } from '../views/import-words.ts'
import type { GivenFile } from './given-file.ts'
import { noCommittee } from './no-committee.ts'
import { OperatorError } from './operator-error.ts'

/** A list of standards, read, not yet held against what is on record. */
export type StandardsFile = ReadFile & { name: string; digest: string; reading: FileReadingNotes }

export type StandardsImport = {
  /** Tells what would change, and changes nothing. */
  dryRun: boolean
  /** Takes the rows without fault or doubt, and leaves the others. */
  skipFaulty: boolean
  /** Takes stages that are older than those on record or lie before them, and days that hardly go together. */
  takeDoubtful: boolean
  /** Shows a person what would change, and asks; absent where nobody is there to be asked. */
  confirm?: (plan: ImportPlan) => Promise<boolean>
  progress?: (written: number, total: number) => void
}

/** What came of an import. */
export type StandardsOutcome = { outcome: 'taken' | 'dry-run' | 'declined' | 'refused'; plan: ImportPlan }

/**
 * Reads a list of standards for the committee on record.
 * @throws OperatorError where there is no committee, or the file can't be read at all
 */
export async function standardsFile(
  app: App,
  { path: file, bytes, modifiedAt }: GivenFile,
): Promise<StandardsFile> {
  const committee = await app.committees.get()
  if (committee === undefined) throw new OperatorError(noCommittee)
  const known = { groups: await app.groups.all(), organisations: await app.members.organisations() }
  const name = path.basename(file)
  const read = readStandards(bytes, name, known)
  if (!read.ok) throw new OperatorError(`${file}: ${refusalInWords(read.refusal, 'en')} Nothing was changed.`)
  return {
    ...read.value,
    name,
    digest: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
    defaults: { asOf: dayIn(committee.zone, modifiedAt), source: [...name].slice(0, 150).join('') },
  }
}

/**
 * Compares the file with what is on record and, unless something speaks against it, puts it there, whole or not at all.
 * Where the records change while a person looks at the preview, they are shown the new one.
 */
export async function importStandards(
  app: App,
  file: StandardsFile,
  { dryRun, skipFaulty, takeDoubtful, confirm, progress }: StandardsImport,
): Promise<StandardsOutcome> {
  const options = { takesDoubtful: takeDoubtful }
  for (;;) {
    const { plan, version } = await app.imports.preview(file, options)
    if (dryRun) return { outcome: 'dry-run', plan }
    if (heldOrFaulty(plan) > 0 && !skipFaulty) return { outcome: 'refused', plan }
    const isEmpty = plan.added.length + plan.changed.length === 0
    if (!isEmpty && confirm !== undefined && !(await confirm(plan))) return { outcome: 'declined', plan }
    const taken = await app.imports.take(file, {
      ...options,
      skipFaulty,
      version,
      file: { name: file.name, digest: file.digest },
      ...(progress && { progress }),
    })
    if (taken.kind === 'taken') return { outcome: 'taken', plan: taken.plan }
  }
}

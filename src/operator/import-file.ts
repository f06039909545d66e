import path from 'node:path'
import type { App, AppParts } from '../app.ts'
import type { FileSchedule, ImportReport } from '../domain/committee/rules.ts'
import { decodeText } from '../files/decode-text.ts'
import { describeFileFaults, type FileResult } from '../files/file-fault.ts'
import type { Known } from '../files/known.ts'
import { readAssignmentsFile } from '../files/read-assignments-file.ts'
import { readCommitteeFile } from '../files/read-committee-file.ts'
import { givenFile } from './given-file.ts'
import { noCommittee } from './no-committee.ts'
import { OperatorError } from './operator-error.ts'

/** What is put on record whole or not at all; lists of standards have a preview of their own. */
export type ImportKind = 'committee' | 'assignments'

/** A file that can be read, not yet held against anything. */
export type ImportFile = { kind: ImportKind; file: string; format: 'yaml' | 'csv'; text: string }

/** @throws OperatorError where it can't be read, or is no text */
export async function importedFile(kind: ImportKind, file: string): Promise<ImportFile> {
  const { bytes } = await givenFile(file)
  const format = formatOf(kind, file)
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw new OperatorError(`${file}: ${decoded.message}`)
  return { kind, file, format, text: decoded.text }
}

/**
 * Puts what a file says on record, all of it or nothing.
 * @throws OperatorError that names every fault with its line and column
 */
export async function importFile(
  app: App,
  { kind, file, format, text }: ImportFile,
  { dryRun, readCron }: { dryRun: boolean; readCron: AppParts['readCron'] },
): Promise<ImportReport> {
  const checked = <T>(result: FileResult<T>): T => {
    if (result.ok) return result.value
    throw new OperatorError(`${file} does not hold; nothing was changed\n${describeFileFaults(result)}`)
  }
  if (kind === 'committee') {
    const nameOf = ({ group, kind, cron }: FileSchedule) => `${group} ${kind} ${cron}`
    const standing = new Set((await app.schedules.onRecord()).map(nameOf))
    const records = checked(
      readCommitteeFile(text, {
        cron: (expression) => cron(readCron(expression)),
        stands: (schedule) => standing.has(nameOf(schedule)),
      }),
    )
    const other = await app.committees.get()
    if (other !== undefined && other.id !== records.committee.id)
      throw new OperatorError(
        `${file} is about the committee ${records.committee.id}, and ${other.id} is on record here; nothing was changed; to keep both, set RAPPORTEUR_WORKSPACE=${records.committee.id} for this and all that is said to do with it`,
      )
    return app.committees.importCommittee(records, { dryRun, file: path.basename(file) })
  }
  if ((await app.committees.get()) === undefined) throw new OperatorError(noCommittee)
  const known = await onRecord(app)
  return app.committees.importAssignments(checked(readAssignmentsFile(text, format, known)), {
    dryRun,
    file: path.basename(file),
  })
}

function cron(reading: ReturnType<AppParts['readCron']>) {
  return reading.ok ? reading.fields : `the ${reading.field} can't be "${reading.value}"`
}

/** What the file may refer to. */
async function onRecord(app: App): Promise<Known> {
  return {
    groups: await app.groups.all(),
    organisations: await app.members.organisations(),
    members: await app.members.all(),
    goals: (await app.plans.goals()).map(({ id }) => id),
    standards: await app.standards.all(),
  }
}

/** Told by the end of its name. A committee is too deep for a table. */
function formatOf(kind: ImportKind, file: string): 'yaml' | 'csv' {
  const ending = path.extname(file).toLowerCase()
  if (['.yaml', '.yml', '.json'].includes(ending)) return 'yaml'
  if (kind === 'committee')
    throw new OperatorError(`${file}: a committee file is YAML, and its name must end in .yaml`)
  if (ending === '.csv' || ending === '.tsv') return 'csv'
  throw new OperatorError(`${file}: its name must end in .yaml or .csv, so that it is clear how to read it`)
}

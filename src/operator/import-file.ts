import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { App, AppParts } from '../app.ts'
import type { ImportReport } from '../domain/committee/rules.ts'
import { decodeText } from '../files/decode-text.ts'
import { describeFileFaults, type FileResult } from '../files/file-fault.ts'
import type { Known } from '../files/known.ts'
import { readAssignmentsFile } from '../files/read-assignments-file.ts'
import { readCommitteeFile } from '../files/read-committee-file.ts'
import { readStandardsFile } from '../files/read-standards-file.ts'
import { OperatorError } from './operator-error.ts'

export type ImportKind = 'committee' | 'standards' | 'assignments'

/**
 * Reads a file and puts it on record, all of it or nothing.
 * @throws OperatorError that names every fault with its line and column
 */
export async function importFile(
  app: App,
  kind: ImportKind,
  file: string,
  { dryRun, readCron }: { dryRun: boolean; readCron: AppParts['readCron'] },
): Promise<ImportReport> {
  const text = await textOf(file)
  if (kind === 'committee') {
    const cron = (expression: string) => {
      const reading = readCron(expression)
      return reading.ok ? reading.fields : `the ${reading.field} can't be "${reading.value}"`
    }
    return app.committees.importCommittee(checked(file, readCommitteeFile(text, { cron })), { dryRun })
  }
  const known = await onRecord(app)
  if (known.groups.length === 0)
    throw new OperatorError('there is no committee on record yet; first: import committee FILE')
  const format = formatOf(file)
  if (kind === 'standards')
    return app.committees.importStandards(checked(file, readStandardsFile(text, format, known)), { dryRun })
  return app.committees.importAssignments(checked(file, readAssignmentsFile(text, format, known)), { dryRun })
}

/** What the file may refer to. */
async function onRecord(app: App): Promise<Known> {
  const plans = await app.committees.plans()
  return {
    groups: await app.groups.all(),
    organisations: await app.members.organisations(),
    members: await app.members.all(),
    goals: plans.flatMap(({ areas }) => areas.flatMap(({ goals }) => goals.map(({ id }) => id))),
    standards: await app.standards.all(),
  }
}

async function textOf(file: string): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'ENOENT'
        ? 'there is no such file'
        : String(error)
    throw new OperatorError(`${file}: ${why}`)
  }
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw new OperatorError(`${file}: ${decoded.message}`)
  return decoded.text
}

function formatOf(file: string): 'yaml' | 'csv' {
  const ending = path.extname(file).toLowerCase()
  if (ending === '.csv' || ending === '.tsv') return 'csv'
  if (['.yaml', '.yml', '.json'].includes(ending)) return 'yaml'
  throw new OperatorError(`${file}: its name must end in .yaml or .csv, so that it is clear how to read it`)
}

function checked<T>(file: string, result: FileResult<T>): T {
  if (result.ok) return result.value
  throw new OperatorError(`${file} does not hold; nothing was changed\n${describeFileFaults(result)}`)
}

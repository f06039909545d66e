import { writeFile } from 'node:fs/promises'
import type { App } from '../app.ts'
import { standardsCsv, standardsJson } from '../files/write-standards.ts'
import { OperatorError } from './operator-error.ts'

export type ExportFormat = 'csv' | 'json'

/** What of the standards is exported: all, or one group's. */
export type ExportFilter = { wg?: string }

/**
 * The standards on record as a file that an import reads back to the same state.
 * @throws OperatorError where there is no such group
 */
export async function exportStandards(
  app: App,
  format: ExportFormat,
  { wg }: ExportFilter = {},
): Promise<{ text: string; count: number }> {
  const group = wg === undefined ? undefined : await app.groups.called(wg)
  if (wg !== undefined && group === undefined) throw new OperatorError(`there is no group "${wg}" on record`)
  const all = await app.standards.all()
  const standards = group === undefined ? all : all.filter((standard) => standard.group === group.code)
  return {
    text: format === 'csv' ? standardsCsv(standards) : standardsJson(standards),
    count: standards.length,
  }
}

/** The format that is meant: as it is said, else as the name of the file ends, else CSV. @throws OperatorError */
export function formatMeant(said: string | undefined, file: string | undefined): ExportFormat {
  const word = (said ?? /\.(csv|json)$/i.exec(file ?? '')?.[1] ?? 'csv').toLowerCase()
  if (word === 'csv' || word === 'json') return word
  throw new OperatorError(`"${said}" is no format of an export: say csv or json`)
}

/** Writes a new file. @throws OperatorError where it is there already, or can't be written */
export async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    const why = error.code === 'EEXIST' ? 'there is such a file already; give another name' : error.message
    throw new OperatorError(`${file}: ${why}`)
  }
}

import type { FileReading } from './file-refusal.ts'
import type { Known } from './known.ts'
import { type StandardRows, standardRows } from './standard-rows.ts'
import { tablesOfFile } from './table-of-file.ts'

/**
 * The standards that a file tells of: CSV, a workbook, YAML or JSON, whichever its first bytes and the end of its name
 * say; with every fault of its rows, or why it can't be read at all.
 */
export function readStandards(
  bytes: Uint8Array,
  name: string,
  known: Pick<Known, 'groups' | 'organisations'>,
): FileReading<StandardRows> {
  const tables = tablesOfFile(bytes, name)
  return tables.ok ? standardRows(tables.value, known) : tables
}

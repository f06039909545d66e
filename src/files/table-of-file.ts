import { csvTable } from './csv-table.ts'
import { decodeText } from './decode-text.ts'
import { type FileReading, type FileRefusal, refusal } from './file-refusal.ts'
import { recordTable } from './record-table.ts'
import type { Table } from './table.ts'
import { workbookTables } from './xlsx/workbook-tables.ts'

/** What is read of one file; a catalogue of 100,000 rows is about 30 MB. */
export const mostBytes = 64 * 1024 * 1024

/** The first bytes of what programs save besides text. */
const otherKinds: readonly [magic: string, what: (FileRefusal & { kind: 'other-kind' })['what']][] = [
  ['d0cf11e0', 'xls'],
  ['25504446', 'pdf'],
  ['1f8b', 'gzip'],
]

/**
 * The tables of a CSV file, a workbook, or a YAML or JSON file. A workbook is told by its first bytes; of texts the end
 * of the name tells CSV from the others.
 */
export function tablesOfFile(bytes: Uint8Array, name: string): FileReading<Table[]> {
  if (bytes.length > mostBytes) return refusal({ kind: 'too-large', size: bytes.length, most: mostBytes })
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (start === '504b0304' || start === '504b0506') return workbookTables(bytes)
  const other = otherKinds.find(([magic]) => start.startsWith(magic))
  if (other !== undefined) return refusal({ kind: 'other-kind', what: other[1] })
  const decoded = decodeText(bytes, mostBytes)
  if (!decoded.ok)
    return refusal({ kind: 'not-text', ...(decoded.line !== undefined && { line: decoded.line }) })
  if (decoded.text.trim() === '') return refusal({ kind: 'empty' })
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const isRecords = ['yaml', 'yml', 'json', 'jsonl', 'ndjson'].includes(ending)
  if (!isRecords && !['csv', 'tsv', 'txt', 'xlsx'].includes(ending)) return refusal({ kind: 'unknown-kind' })
  const table = isRecords ? recordTable(decoded.text) : csvTable(decoded.text)
  return table.ok ? { ok: true, value: [table.value] } : table
}

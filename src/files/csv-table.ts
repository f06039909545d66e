import { CsvError, parse } from 'csv-parse/sync'
import { type FileReading, refusal } from './file-refusal.ts'
import { mostRows, type Table, type TableRow } from './table.ts'

/** How far down a heading row is looked for, below titles and remarks. */
const linesLookedAt = 30

/**
 * The table of a CSV text, parted by comma, semicolon or tab, whichever its first lines use most. A quotation mark
 * inside a cell that is not quoted is part of the text, as people write it.
 */
export function csvTable(text: string): FileReading<Table> {
  const told = /^\ufeff?sep=(.)\r?\n/.exec(text)
  const body = told === null ? text.replace(/^\ufeff/, '') : text.slice(told[0].length)
  const before = told === null ? 0 : 1
  const rows: TableRow[] = []
  let read = 0
  try {
    parse(body, {
      delimiter: told?.[1] ?? delimiterOf(body),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      // A cell can't be longer than the file, whose size is bounded already.
      max_record_size: 0,
      to: mostRows + linesLookedAt + 1,
      on_record(cells: string[], { lines }) {
        rows.push({ line: read + 1 + before, cells })
        read = lines
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refusal({ kind: 'damaged', line: read + 1 + before, what: error.code })
  }
  return { ok: true, value: { rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) } }
}

/** The mark that the line with the most of it has more of than any line has of another, outside quotation marks. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 200_000)
    .split(/\r\n?|\n/, linesLookedAt)
    .map((line) => line.replace(/"[^"]*"/g, ''))
  const most = (mark: string) => Math.max(...lines.map((line) => line.split(mark).length))
  return [';', '\t'].reduce((best, mark) => (most(mark) > most(best) ? mark : best), ',')
}

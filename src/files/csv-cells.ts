import { CsvError, parse } from 'csv-parse/sync'
import type { FileFault } from './file-fault.ts'
import type { Place } from './source.ts'

export type Cell = { text: string; place: Place }

/** A row of cells; `place` is where it begins. */
export type Row = { cells: Cell[]; place: Place }

/** The rows of a CSV text that are not blank, and the fault that ended the reading where there is one. */
export function csvCells(text: string): { rows: Row[]; faults: FileFault[] } {
  // One kind of line end, one byte long, so that each cell begins one byte after the last one ended.
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const bytes = Buffer.from(plain)
  const placeAt = placeFinder(bytes)
  const rows: Row[] = []
  let start = 0
  const faults: FileFault[] = []
  try {
    parse(plain, {
      delimiter: delimiterOf(plain),
      record_delimiter: '\n',
      relax_column_count: true,
      // A cell can't be longer than the file, whose size is bounded already.
      max_record_size: 0,
      cast(value, { index, bytes: end }) {
        const cell = { text: value, place: placeAt(start) }
        start = end + 1
        if (index === 0) rows.push({ cells: [cell], place: cell.place })
        else rows.at(-1)?.cells.push(cell)
        return value
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    faults.push({
      ...placeAt(start),
      path: '',
      message: syntaxMessages[error.code] ?? `is not CSV: ${error.message}`,
    })
  }
  const isInsideRow = faults.length > 0 && start > 0 && bytes[start - 1] !== newline
  if (isInsideRow) rows.pop()
  return { rows: rows.filter(({ cells }) => cells.some((cell) => cell.text.trim() !== '')), faults }
}

const newline = 10

const syntaxMessages: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'has a quotation mark that is never closed, in this cell',
  CSV_INVALID_CLOSING_QUOTE:
    'has something behind the closing quotation mark of this cell; write a quotation mark inside it twice, ""',
  INVALID_OPENING_QUOTE:
    'has a quotation mark inside a cell that is not quoted; enclose the cell in quotation marks and write those inside it twice, ""',
}

/** Whichever of comma, semicolon and tab the heading row has most of, outside quotation marks. */
function delimiterOf(text: string): string {
  const heading = /^\s*(.*)/.exec(text)?.[1]?.replace(/"[^"]*"/g, '') ?? ''
  const count = (mark: string) => heading.split(mark).length
  return [';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}

/** Lines and columns of byte offsets that are asked for in rising order, each byte looked at once. */
function placeFinder(bytes: Buffer): (offset: number) => Place {
  let at = 0
  let line = 1
  let column = 1
  let lineEnd = bytes.indexOf(newline)
  return (offset) => {
    while (lineEnd >= 0 && lineEnd < offset) {
      line += 1
      column = 1
      at = lineEnd + 1
      lineEnd = bytes.indexOf(newline, at)
    }
    column += bytes.toString('utf8', at, offset).length
    at = Math.max(at, offset)
    return { line, column }
  }
}

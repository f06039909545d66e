import type { Given, ImportRow, Place, RowFault } from '../domain/standard/importing/given.ts'
import { designationOf } from '../domain/standard/names.ts'
import { isBlank } from './cell-reading.ts'
import { type FileReading, refusal } from './file-refusal.ts'
import {
  hasRows,
  headingOf,
  headingText,
  isHeadingAgain,
  lastFilled,
  leftHeading,
  noHeadings,
  settled,
} from './heading-row.ts'
import type { Known } from './known.ts'
import { type CellReader, cellReader } from './standard-cells.ts'
import type { StandardColumn } from './standard-columns.ts'
import { longestCell, mostColumns, mostRows, type Table, type TableRow } from './table.ts'

/** What a file says of standards, and how it was read. */
export type StandardRows = {
  rows: ImportRow[]
  faults: RowFault[]
  /** What could be read of the rows that have a fault, where it names a standard. */
  faultyRows: ImportRow[]
  reading: FileReadingNotes
}

/** How a file was read, for a person to check. */
export type FileReadingNotes = {
  /** The sheet of a workbook that was read, and those that were not. */
  sheet?: string
  otherSheets: string[]
  /** Those of them that are lists too, with headings and rows below: nobody must think that they were read. */
  unreadLists: string[]
  /** The line of the heading row. */
  headingLine: number
  /** Headings and what they were taken for. */
  columns: { heading: string; column: string }[]
  /** Headings of no use here; `meant` where one is near to one that is known. */
  left: { heading: string; meant?: string }[]
  /** Cells of known columns that say what has no place here, by column. */
  leftCells: { column: string; count: number; example: string }[]
}

/** The rows of whichever table has headings that are known, cell by cell; or why none has. */
export function standardRows(
  tables: readonly Table[],
  known: Pick<Known, 'groups' | 'organisations'>,
): FileReading<StandardRows> {
  const [best, ...others] = tables.flatMap(headingOf).sort((a, b) => b.score - a.score)
  if (best === undefined) return noHeadings(tables)
  const { table, row: heading } = best
  if (heading.cells.length > mostColumns)
    return refusal({ kind: 'too-many-columns', columns: heading.cells.length, most: mostColumns })
  const body = withoutTotal(table.rows.slice(table.rows.indexOf(heading) + 1))
  if (body.length > mostRows) return refusal({ kind: 'too-many-rows', rows: body.length, most: mostRows })
  const columns = settled(best.columns, heading, body)
  const taken = new Set(columns.values())
  const faults: RowFault[] = []
  const faultyRows: ImportRow[] = []
  const leftCells = new Map<string, { column: string; count: number; example: string }>()
  const read = cellReader(known)
  const width = lastFilled(heading.cells)
  const rows = body.flatMap((row): ImportRow[] => {
    if (isHeadingAgain(row, heading)) return []
    const result = rowGiven(row, columns, read, {
      place: placeIn(table, row),
      isTyped: table.isOfRecords === true,
    })
    for (const [column, example] of result.left) {
      const known = leftCells.get(column)
      if (known === undefined) leftCells.set(column, { column, count: 1, example })
      else known.count += 1
    }
    const uneven = row.cells.findIndex((cell, at) => at > width && cell.trim() !== '')
    if (uneven >= 0)
      result.faults.push({
        place: placeIn(table, row, uneven),
        value: row.cells[uneven] ?? '',
        problem: { kind: 'uneven' },
      })
    faults.push(...result.faults)
    if (result.faults.length > 0 && result.given.designation !== undefined)
      faultyRows.push({ place: placeIn(table, row), given: result.given })
    if (result.faults.length > 0 || Object.keys(result.given).length === 0) return []
    return [{ place: placeIn(table, row), given: result.given }]
  })
  resolveProjects(rows)
  return {
    ok: true,
    value: {
      rows,
      faults,
      faultyRows,
      reading: {
        ...(table.sheet !== undefined && { sheet: table.sheet }),
        otherSheets: tables.flatMap((other) =>
          other === table || other.rows.length === 0 ? [] : (other.sheet ?? []),
        ),
        unreadLists: tables.flatMap((table) =>
          others.some((other) => other.table === table && hasRows(other)) ? (table.sheet ?? []) : [],
        ),
        headingLine: heading.line,
        columns: [...columns].map(([at, column]) => ({ heading: headingText(heading, at), column })),
        left: heading.cells.flatMap((cell, at) =>
          cell.trim() === '' || columns.has(at) ? [] : [leftHeading(headingText(heading, at), taken)],
        ),
        leftCells: [...leftCells.values()],
      },
    },
  }
}

type RowResult = { given: Partial<Given>; faults: RowFault[]; left: [StandardColumn, string][] }

/** Columns that make sense only beside others are read behind them. */
const readLast: readonly StandardColumn[] = ['status', 'plan']

function rowGiven(
  row: TableRow,
  columns: Map<number, StandardColumn>,
  read: CellReader,
  { place, isTyped }: { place: Place; isTyped: boolean },
): RowResult {
  const result: RowResult = { given: {}, faults: [], left: [] }
  const adoption =
    [...columns].flatMap(([at, column]) => (column === 'adoption' ? [row.cells[at] ?? ''] : []))[0] ?? ''
  const order = [...columns].sort(([, a], [, b]) => readLast.indexOf(a) - readLast.indexOf(b))
  for (const [at, column] of order) {
    const cell = (row.cells[at] ?? '').trim()
    const text = isTyped ? cell : unescaped(cell)
    if (isBlank(text)) continue
    const cellPlace = place.sheet === undefined ? place : { ...place, column: letters(at) }
    if (text.length > longestCell) {
      const problem = { kind: 'too-long' as const, length: text.length, most: longestCell }
      result.faults.push({ place: cellPlace, value: text, problem })
      continue
    }
    const reading = read(column, text, { given: result.given, adoption })
    if (reading.kind === 'given')
      Object.assign(result.given, { ...reading.given, ...keptTitles(result.given, reading.given) })
    else if (reading.kind === 'left') result.left.push([column, text])
    else {
      const { field, problem, value } = reading
      result.faults.push({ place: cellPlace, field, ...(value !== undefined && { value }), problem })
    }
  }
  return result
}

/** A title of a column of its own goes before one that was printed behind the number. */
function keptTitles(before: Partial<Given>, given: Partial<Given>): Partial<Given> {
  if (given.designation === undefined) return {}
  const { titleZh, titleEn } = before
  return { ...(titleZh !== undefined && { titleZh }), ...(titleEn !== undefined && { titleEn }) }
}

/** Without the mark that keeps a spreadsheet from taking a text for a formula. */
function unescaped(text: string): string {
  return /^'['=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text
}

/** Open data tell what a text replaces by the numbers of projects; where a row of the file has the number, by its name. */
function resolveProjects(rows: readonly ImportRow[]): void {
  const names = new Map(
    rows.flatMap(({ given: { project, designation } }) =>
      project === undefined || designation === undefined ? [] : [[project, designation] as const],
    ),
  )
  for (const { given } of rows) {
    if (given.replaces === undefined || !given.replaces.some((name) => /^\[?\d+/.test(name))) continue
    given.replaces = given.replaces.flatMap((name) => {
      const project = /^\[?\s*(\d+)\s*\]?$/.exec(name)?.[1]
      return project === undefined ? [name] : (names.get(project) ?? [])
    })
    if (given.replaces.length === 0) delete given.replaces
  }
}

const total = /^(?:合\s*计|总\s*计|共\s*计|(?:grand\s+)?total)(?:$|\s*[:：(（\d])/i

/** Printed lists count their rows at the end; that row is no standard. */
function withoutTotal(rows: readonly TableRow[]): readonly TableRow[] {
  const last = rows.findLastIndex(({ cells }) => lastFilled(cells) >= 0)
  const cells = (rows[last]?.cells ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '')
  const isTotal = total.test(cells[0] ?? '') && cells.every((cell) => designationOf(cell) === undefined)
  return isTotal ? rows.slice(0, last) : rows
}

function placeIn(table: Table, row: TableRow, at?: number): Place {
  const { sheet } = table
  return {
    line: row.line,
    ...(sheet !== undefined && { sheet, ...(at !== undefined && { column: letters(at) }) }),
  }
}

/** A for 0, AA for 26. */
function letters(at: number): string {
  const rest = at % 26
  return `${at >= 26 ? letters(Math.floor(at / 26) - 1) : ''}${String.fromCharCode(65 + rest)}`
}

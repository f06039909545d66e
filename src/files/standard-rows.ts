import { nearestName } from '../../config/nearest-name.ts'
import { parseDesignation } from '../domain/designation/rules.ts'
import type { Given, ImportRow, Place, RowFault } from '../domain/standard/importing/given.ts'
import { designationOf } from '../domain/standard/names.ts'
import { isBlank } from './cell-reading.ts'
import { type FileReading, refusal } from './file-refusal.ts'
import type { Known } from './known.ts'
import { type CellReader, cellReader } from './standard-cells.ts'
import { knownHeadings, type StandardColumn, standardColumn } from './standard-columns.ts'
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

type Heading = { row: TableRow; table: Table; columns: Map<number, StandardColumn>; score: number }

/** How far down a heading row is looked for, below titles and remarks. */
const rowsLookedAt = 30

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

/** The first of the rows with the most known headings; one that names no standard is no heading row. */
function headingOf(table: Table): Heading[] {
  const candidates = table.rows.slice(0, rowsLookedAt).map((row): Heading => {
    const columns = new Map<number, StandardColumn>()
    const taken = new Set<StandardColumn>()
    row.cells.slice(0, mostColumns + 1).forEach((cell, at) => {
      const column = cell.length > 80 ? undefined : standardColumn(cell)
      if (column === undefined || taken.has(column)) return
      taken.add(column)
      columns.set(at, column)
    })
    const names = (['designation', 'plan', 'number', 'id'] as const).some((column) => taken.has(column))
    const filled = row.cells.filter((cell) => cell.trim() !== '' && !isCounting(cell)).length
    return { row, table, columns, score: names && (columns.size > 1 || filled === 1) ? columns.size : 0 }
  })
  const best = candidates.reduce<Heading | undefined>(
    (found, one) => (one.score > (found?.score ?? 0) ? one : found),
    undefined,
  )
  return best === undefined ? [] : [best]
}

function hasRows({ table, row }: Heading): boolean {
  return table.rows.slice(table.rows.indexOf(row) + 1).some(({ cells }) => lastFilled(cells) >= 0)
}

/**
 * What a column of plain ids holds, by what stands in it: designations where no other column does, the numbers of
 * projects in open data, ids of ours, or numbers that only count the rows.
 */
function settled(
  columns: Map<number, StandardColumn>,
  heading: TableRow,
  body: readonly TableRow[],
): Map<number, StandardColumn> {
  const all = new Set(columns.values())
  const found = new Map<number, StandardColumn>()
  const isOurs = all.has('stages') && all.has('asOf')
  for (const [at, column] of columns) {
    if (column !== 'number') {
      found.set(at, column)
      continue
    }
    const cells = body
      .slice(0, 200)
      .flatMap(({ cells }) => (isBlank(cells[at]?.trim() ?? '') ? [] : [(cells[at] ?? '').trim()]))
    const mostly = (test: (cell: string) => boolean) => cells.filter(test).length * 2 > cells.length
    const isNumber = (cell: string) => /^\d{1,8}$/.test(cell)
    if (isOurs) found.set(at, 'id')
    else if (
      !all.has('designation') &&
      !all.has('plan') &&
      !mostly((cell) => /^[a-z0-9._-]+$/.test(cell) && parseDesignation(cell).kind === 'words')
    )
      found.set(at, 'designation')
    else if (mostly(isNumber)) {
      if (
        /^id$/i.test(heading.cells[at]?.trim() ?? '') &&
        !all.has('project') &&
        cells.some((cell) => cell.length >= 4)
      )
        found.set(at, 'project')
    } else if (mostly((cell) => /^[a-z0-9][a-z0-9._-]{0,63}$/.test(cell))) found.set(at, 'id')
  }
  if (![...found.values()].some((column) => column === 'designation'))
    for (const [at, column] of found) if (column === 'plan') found.set(at, 'designation')
  return found
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

/** Printed lists have their heading again on every page. */
function isHeadingAgain(row: TableRow, heading: TableRow): boolean {
  return row.cells.every((cell, at) => cell.trim() === (heading.cells[at] ?? '').trim())
}

const total = /^(?:合\s*计|总\s*计|共\s*计|(?:grand\s+)?total)(?:$|\s*[:：(（\d])/i

/** Printed lists count their rows at the end; that row is no standard. */
function withoutTotal(rows: readonly TableRow[]): readonly TableRow[] {
  const last = rows.findLastIndex(({ cells }) => lastFilled(cells) >= 0)
  const cells = (rows[last]?.cells ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '')
  const isTotal = total.test(cells[0] ?? '') && cells.every((cell) => designationOf(cell) === undefined)
  return isTotal ? rows.slice(0, last) : rows
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '')
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

function headingText(heading: TableRow, at: number): string {
  return (heading.cells[at] ?? '').replace(/\s+/g, ' ').trim().slice(0, 80)
}

/** Nobody who wrote two headings meant the same by both. */
function leftHeading(
  heading: string,
  taken: ReadonlySet<StandardColumn>,
): { heading: string; meant?: string } {
  const candidates = knownHeadings.filter((one) => {
    const column = standardColumn(one)
    return (one.length > 3 || /\p{Script=Han}/u.test(one)) && column !== undefined && !taken.has(column)
  })
  const meant = standardColumn(heading) === undefined ? headingMeant(heading, candidates) : undefined
  return { heading, ...(meant !== undefined && { meant }) }
}

/** Columns that count the rows are of no use, and no slip for another. */
function isCounting(heading: string): boolean {
  return /^(?:序号|序|行号|no\.?|#)$/i.test(heading.normalize('NFKC').trim())
}

/** The known heading that was most likely meant; 标准 is the beginning of 标准号 rather than a slip for 标识. */
function headingMeant(heading: string, candidates: readonly string[]): string | undefined {
  if (isCounting(heading)) return undefined
  const isCut = /^\p{Script=Han}{2,}$/u.test(heading)
  return (
    (isCut ? candidates.find((one) => one.startsWith(heading)) : undefined) ??
    nearestName(heading, candidates)
  )
}

function noHeadings(tables: readonly Table[]): FileReading<never> {
  const near = tables
    .flatMap(({ rows }) => rows.slice(0, 3).flatMap(({ cells }) => cells.slice(0, mostColumns)))
    .filter((cell) => cell.trim() !== '' && cell.length <= 80 && standardColumn(cell) === undefined)
    .flatMap((cell) => {
      const meant = headingMeant(cell.trim(), knownHeadings)
      return meant === undefined ? [] : [{ heading: cell.trim(), meant }]
    })
  const isEmpty = tables.every(({ rows }) => rows.length === 0)
  if (isEmpty) return refusal({ kind: 'empty' })
  return refusal({
    kind: 'no-headings',
    sheets: tables.flatMap(({ sheet }) => sheet ?? []),
    near: near.slice(0, 5),
  })
}

import type { Paragraph } from '../../domain/plan/reading/outline.ts'
import { mostColumns } from '../table.ts'
import { joinedLines } from './even-text.ts'
import { type PlanRow, type PlanRows, planRows } from './plan-rows.ts'
import type { Grid, GridCell } from './table-grids.ts'

/** A paragraph of a document, and the cell in which it stands. */
export type CellParagraph = Paragraph & { cell?: GridCell }

type LaidRow = PlanRow & { paragraphs: readonly Paragraph[] }

/**
 * The paragraphs of a document with those of each table of a plan put together, a row for each point. Of other tables
 * each paragraph is a cell; a table that lays out a page is none.
 */
export function foldTables(paragraphs: readonly CellParagraph[]): PlanRows {
  const byTable = grouped(paragraphs, ({ cell }) => cell?.table)
  const folded: Paragraph[] = []
  const leftColumns = new Set<string>()
  const done = new Set<Grid>()
  let level = 1
  for (const { cell, ...paragraph } of paragraphs) {
    const table = cell?.table
    if (table === undefined || table.holdsTable) {
      if (paragraph.heading !== undefined) level = paragraph.heading + 1
      folded.push(paragraph)
    } else if (!done.has(table)) {
      done.add(table)
      const own = byTable.get(table) ?? []
      const { paragraphs: rows, leftColumns: left } = ofTable(table, own, level)
      // Not spread: a table of a hundred thousand cells is more than a call takes.
      for (const row of rows) folded.push(row)
      for (const heading of left) leftColumns.add(heading)
    }
  }
  return { paragraphs: folded, leftColumns: [...leftColumns] }
}

function grouped<Key>(
  paragraphs: readonly CellParagraph[],
  keyOf: (paragraph: CellParagraph) => Key | undefined,
): Map<Key, CellParagraph[]> {
  const groups = new Map<Key, CellParagraph[]>()
  for (const paragraph of paragraphs) {
    const key = keyOf(paragraph)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [paragraph])
    else group.push(paragraph)
  }
  return groups
}

function ofTable(table: Grid, own: readonly CellParagraph[], level: number): PlanRows {
  const rows = laidRows(table, own)
  const firstOf = new Map<PlanRow, Paragraph | undefined>(rows.map((row) => [row, row.paragraphs[0]]))
  const placeOf = (row: PlanRow) => {
    const first = firstOf.get(row) ?? own[0]
    return { ...(first?.place ?? { unit: 'paragraph', number: 1 }) } as const
  }
  return (
    planRows(rows, placeOf, { level }) ??
    numberedList(rows) ?? {
      paragraphs: own.map(({ cell: _, ...paragraph }) => ({ ...paragraph, isCell: true as const })),
      leftColumns: [],
    }
  )
}

/** The rows with the text of merged cells in each row that they go over, as a sheet has them. */
function laidRows(table: Grid, own: readonly CellParagraph[]): LaidRow[] {
  const byCell = grouped(own, ({ cell }) => cell)
  const width = Math.min(
    mostColumns,
    table.rows.flat().reduce((most, { column, columns }) => Math.max(most, column + columns), 0),
  )
  const texts = table.rows.map(() => Array<string>(width).fill(''))
  for (const cell of table.rows.flat()) {
    if (cell.column >= width) continue
    const text = cell.isContinued
      ? (texts[cell.row - 1]?.[cell.column] ?? '')
      : textOf(byCell.get(cell) ?? [])
    for (const row of texts.slice(cell.row, cell.row + cell.rows)) row[cell.column] = text
  }
  return table.rows.map((cells, at) => {
    const [only, other] = cells
    return {
      line: at + 1,
      cells: texts[at] ?? [],
      isWide: other === undefined && width > 1 && (only?.columns ?? 0) >= width,
      paragraphs: cells.flatMap((cell) => byCell.get(cell) ?? []),
    }
  })
}

/** Labels that a document sets before the paragraphs of a cell are printed there, too. */
function textOf(paragraphs: readonly Paragraph[]): string {
  return joinedLines(
    paragraphs.map(({ text, item }) => (item === undefined ? text : `${item.label} ${text}`)),
  )
}

const counting = /^[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳])[)）]?[.．、]?$/

/** A list that is set as a table: a column of numbers, and one of text. Undefined where more stands in it, or less. */
function numberedList(rows: readonly LaidRow[]): PlanRows | undefined {
  const found = rows.flatMap(({ cells, paragraphs }): Paragraph[] => {
    const [label = '', text = '', ...more] = cells.filter((cell) => cell !== '')
    const [first] = paragraphs
    if (!counting.test(label) || text === '' || more.length > 0 || first === undefined) return []
    return [{ text, place: first.place, item: { depth: 1, label }, row: {} }]
  })
  const isList = found.length > 1 && found.length === rows.length
  return isList ? { paragraphs: found, leftColumns: [] } : undefined
}

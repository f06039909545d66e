import { nearestName } from '../../config/nearest-name.ts'
import { parseDesignation } from '../domain/designation/rules.ts'
import { isBlank } from './cell-reading.ts'
import { type FileReading, refusal } from './file-refusal.ts'
import { knownHeadings, type StandardColumn, standardColumn } from './standard-columns.ts'
import { mostColumns, type Table, type TableRow } from './table.ts'

/** A row in which headings are known, and what they are taken for. */
export type Heading = { row: TableRow; table: Table; columns: Map<number, StandardColumn>; score: number }

/** How far down a heading row is looked for, below titles and remarks. */
const rowsLookedAt = 30

/** The first of the rows with the most known headings; one that names no standard is no heading row. */
export function headingOf(table: Table): Heading[] {
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

/** Whether anything stands below it. */
export function hasRows({ table, row }: Heading): boolean {
  return table.rows.slice(table.rows.indexOf(row) + 1).some(({ cells }) => lastFilled(cells) >= 0)
}

/**
 * What a column of plain ids holds, by what stands in it: designations where no other column does, the numbers of
 * projects in open data, ids of ours, or numbers that only count the rows.
 */
export function settled(
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

/** Printed lists have their heading again on every page. */
export function isHeadingAgain(row: TableRow, heading: TableRow): boolean {
  return row.cells.every((cell, at) => cell.trim() === (heading.cells[at] ?? '').trim())
}

/** Where the last cell stands in which there is something; -1 where there is none. */
export function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '')
}

/** A heading as it is told. */
export function headingText(heading: TableRow, at: number): string {
  return (heading.cells[at] ?? '').replace(/\s+/g, ' ').trim().slice(0, 80)
}

/** A heading of no use; nobody who wrote two headings meant the same by both. */
export function leftHeading(
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

/** Why none of the tables is a list, with what comes near to a heading. */
export function noHeadings(tables: readonly Table[]): FileReading<never> {
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

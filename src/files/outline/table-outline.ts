import type { Outline, Paragraph, Place } from '../../domain/plan/reading/outline.ts'
import { type FileReading, refusal } from '../file-refusal.ts'
import { isHeadingAgain } from '../heading-row.ts'
import type { Table, TableRow } from '../table.ts'
import { tablesOfFile } from '../table-of-file.ts'
import { evenText } from './even-text.ts'
import { nearPlanHeadings, planHeading } from './plan-columns.ts'

/** The paragraphs of a workbook or a CSV file: of every sheet that has a column for areas and one for points. */
export function tableOutline(bytes: Uint8Array, name: string): FileReading<Outline> {
  const tables = tablesOfFile(bytes, name)
  if (!tables.ok) return tables
  if (tables.value.every(({ rows }) => rows.length === 0)) return refusal({ kind: 'empty' })
  const found = tables.value.map((table) =>
    planParagraphs(table, ({ line }) => ({
      unit: 'row',
      number: line,
      ...(table.sheet !== undefined && { sheet: table.sheet }),
    })),
  )
  if (found.every((paragraphs) => paragraphs === undefined))
    return refusal({
      kind: 'no-headings',
      sheets: tables.value.flatMap(({ sheet }) => sheet ?? []),
      near: nearPlanHeadings(tables.value),
    })
  return { ok: true, value: { paragraphs: found.flatMap((paragraphs) => paragraphs ?? []) } }
}

/** A row that counts the others. */
const total =
  /^(?:合计|总计|小计|共计|总数)[:：]?\s*\d*\s*[项个条]?$|^(?:grand |sub-?)?totals?\s*:?\s*\d*(?:\s+\w+)?$/i

/**
 * What a table says of a plan: a heading for each new area, an item for each point, and what stands above the heading
 * row as it is. An area's cell that is empty repeats the one above it. Rows that are no points, as such with totals, are
 * cells. Undefined where it is no table of a plan.
 */
export function planParagraphs(table: Table, placeOf: (row: TableRow) => Place): Paragraph[] | undefined {
  const heading = planHeading(table)
  if (heading === undefined) return undefined
  const at = table.rows.indexOf(heading.row)
  const text = ({ cells }: TableRow, column: number | undefined) =>
    column === undefined ? '' : evenText(cells[column] ?? '')
  const body = table.rows.slice(at + 1).filter((row) => !isHeadingAgain(row, heading.row))
  const isTotal = (row: TableRow) => row.cells.some((cell) => total.test(evenText(cell)))
  const isPoint = (row: TableRow) => text(row, heading.point) !== '' && !isTotal(row)
  const areNumbered = numbersPoints(body.filter(isPoint).map((row) => text(row, heading.number)))
  let current = ''
  return [
    ...table.rows.slice(0, at).flatMap((row): Paragraph[] => {
      const title = evenText(row.cells.join(' '))
      return title === '' ? [] : [{ text: title, place: placeOf(row) }]
    }),
    ...body.flatMap((row): Paragraph[] => {
      const place = placeOf(row)
      const [area, point] = [text(row, heading.area), text(row, heading.point)]
      if (point === '' && /^(?:注|备注|说明|remarks?\b|notes?\b)/i.test(area)) return [{ text: area, place }]
      const isNew = area !== '' && area !== current && !isTotal(row)
      if (isNew) current = area
      const label = areNumbered ? text(row, heading.number) : ''
      const whole = evenText(row.cells.join(' '))
      return [
        ...(isNew ? [{ text: area, place, heading: 1 }] : []),
        ...(isPoint(row) ? [{ text: point, place, item: { depth: 1, label } }] : []),
        ...(isNew || isPoint(row) || whole === '' ? [] : [{ text: whole, place, isCell: true as const }]),
      ]
    }),
  ]
}

/** Whether each point has a number of its own: where some have none, or share one, the areas are numbered instead. */
function numbersPoints(numbers: readonly string[]): boolean {
  return numbers.every((number, at) => number !== '' && number !== numbers[at - 1])
}

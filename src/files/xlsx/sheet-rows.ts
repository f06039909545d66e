import type { TableRow } from '../table.ts'
import { eachTag, plainText } from '../zip/xml.ts'
import type { CellFormats } from './cell-format.ts'

/** What stands in a cell whose formula was never worked out; its own words are nobody's data. */
export const formulaWithoutValue = '#FORMULA?'

type Bounds = { rows: number; columns: number }

/** Thrown where a sheet reaches beyond its bounds. */
export class SheetTooLargeError extends RangeError {
  override name = 'SheetTooLargeError'
}

/**
 * The rows of a sheet that are not blank, each cell as the spreadsheet shows it: of a formula its saved value, of a
 * number with a date's format that day. Where rows are merged, the value counts for each of them.
 * @throws SheetTooLargeError
 */
export function sheetRows(
  xml: string,
  { strings, formats, bounds }: { strings: readonly string[]; formats: CellFormats; bounds: Bounds },
): TableRow[] {
  const rows = new Map<number, string[]>()
  const merges: string[] = []
  let line = 0
  let column = -1
  let type = ''
  let style = ''
  let value: string | undefined
  let hasFormula = false
  let text = ''
  let isAside = false

  const close = () => {
    const shown = shownValue({
      type,
      style,
      value: value ?? (type === 'inlineStr' ? text : undefined),
      hasFormula,
    })
    if (shown.trim() === '') return
    if (column >= bounds.columns) throw new SheetTooLargeError('columns')
    let cells = rows.get(line)
    if (cells === undefined) {
      if (rows.size >= bounds.rows) throw new SheetTooLargeError('rows')
      cells = []
      rows.set(line, cells)
    }
    while (cells.length < column) cells.push('')
    cells[column] = shown
  }

  function shownValue(cell: {
    type: string
    style: string
    value: string | undefined
    hasFormula: boolean
  }): string {
    if (cell.value === undefined) return cell.hasFormula ? formulaWithoutValue : ''
    switch (cell.type) {
      case 's':
        return strings[Number(cell.value)] ?? ''
      case 'b':
        return cell.value === '1' ? 'TRUE' : 'FALSE'
      case 'd':
        return cell.value.slice(0, 10)
      case '':
      case 'n': {
        const number = Number(cell.value)
        const format = cell.style === '' ? undefined : formats(Number(cell.style))
        return format === undefined || !Number.isFinite(number) ? numberText(cell.value) : format(number)
      }
      default:
        return plainText(cell.value)
    }
  }

  eachTag(xml, ({ name, attributes, isEnd, before }) => {
    switch (name) {
      case 'row':
        if (isEnd) return
        line = Number(attributes.r ?? line + 1)
        column = -1
        return
      case 'c':
        if (!isEnd) {
          const place = /[A-Z]+/.exec(attributes.r ?? '')?.[0]
          column = place === undefined ? column + 1 : columnOf(place)
          type = attributes.t ?? ''
          style = attributes.s ?? ''
          value = undefined
          hasFormula = false
          text = ''
        }
        if (isEnd) close()
        return
      case 'v':
        if (isEnd) value = before
        return
      case 'f':
        hasFormula = true
        return
      // How Chinese or Japanese is read aloud is no part of what it says.
      case 'rPh':
        isAside = !isEnd
        return
      case 't':
        if (isEnd && !isAside) text += plainText(before)
        return
      case 'mergeCell':
        if (!isEnd) merges.push(attributes.ref ?? '')
        return
      default:
    }
  })
  fillMerged(rows, merges)
  return [...rows].sort(([a], [b]) => a - b).map(([line, cells]) => ({ line, cells }))
}

/** 0 for A, 26 for AA. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** A number as it would be typed: 0.30000000000000004 is what a computer makes of 0.3. */
function numberText(written: string): string {
  const number = Number(written)
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : written
}

const mostFilled = 1_000_000

/** Only downwards: a title that stretches over all columns stays one cell. */
function fillMerged(rows: Map<number, string[]>, merges: readonly string[]): void {
  let filled = 0
  for (const merge of merges) {
    const found = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(merge)
    if (found === null) continue
    const [, letters = '', from, to] = found
    const column = columnOf(letters)
    const value = rows.get(Number(from))?.[column]
    if (value === undefined || value === '') continue
    for (let line = Number(from) + 1; line <= Number(to); line++) {
      if (++filled > mostFilled) return
      const cells = rows.get(line)
      if (cells === undefined) continue
      while (cells.length < column) cells.push('')
      cells[column] = value
    }
  }
}

import type { z } from 'zod'
import { type Column, cellValue, columnCalled, columns, type RecordKind } from './columns.ts'
import { type Cell, csvCells, type Row } from './csv-cells.ts'
import { type FileFault, mostFaults } from './file-fault.ts'
import { didYouMean } from './issue-message.ts'
import { requiredKeysOf } from './schema-shape.ts'
import { dottedPath, type Path, type SourceResult, sizeFault } from './source.ts'

const longestCell = 20_000
/** No table that a person keeps has so many; each unknown one is told with a guess at what was meant. */
const mostColumns = 200

/**
 * A CSV text taken apart, in the shape of the YAML file of that kind: `{ standards: [ … ] }`. The first row
 * holds the headings, parted by comma, semicolon or tab. Blank rows do not count, blank cells are absent.
 */
export function csvSource(text: string, kind: RecordKind, record: z.ZodType): SourceResult {
  const tooMuch = sizeFault(text)
  if (tooMuch !== undefined) return { faults: [tooMuch] }
  const { rows, faults } = csvCells(text)
  const [heading, ...others] = rows
  if (heading === undefined) return { faults }
  if (heading.cells.length > mostColumns) {
    const message = `has ${heading.cells.length} columns; at most ${mostColumns} are read. Keep those that the README names`
    return { faults: [{ ...heading.place, path: 'the heading row', message }] }
  }
  const read = readHeading(kind, heading)
  faults.push(...read.faults)
  if (read.positions.size === 0) return { faults }

  const required = requiredKeysOf(record)
  const lacking = required.filter((key) => !read.positions.has(key))
  for (const key of lacking)
    faults.push({ ...heading.place, path: key, message: `is missing; the heading row needs a column ${key}` })

  const even = others.filter((row) => {
    const uneven = unevenFault(row, heading) ?? longCellFault(row, heading)
    if (uneven !== undefined) faults.push(uneven)
    return uneven === undefined
  })
  const cellAt = ([, index, key]: Path): Cell | undefined =>
    even[Number(index)]?.cells[read.positions.get(String(key))?.index ?? -1]
  const placeOf = (path: Path) => (cellAt(path) ?? even[Number(path[1])] ?? heading).place
  return {
    faults,
    source: {
      value: { [kind]: even.map((row) => recordOf(row, read.positions)) },
      placeOf,
      placeOfKey: placeOf,
      nameOf: ([, , key, ...rest]) => {
        if (key === undefined) return ''
        const name = read.positions.get(String(key))?.heading ?? String(key)
        return `${name}${dottedPath(['', ...rest])}`
      },
      writtenNumber: () => undefined,
      isToldElsewhere: (path) => path.length === 3 && lacking.includes(String(path[2])),
    },
  }
}

type Position = { index: number; heading: string; column: Column }

function readHeading(kind: RecordKind, row: Row): { positions: Map<string, Position>; faults: FileFault[] } {
  const positions = new Map<string, Position>()
  const faults: FileFault[] = []
  const known = columns[kind].flatMap(({ key, alsoCalled }) => [key, ...alsoCalled])
  row.cells.forEach(({ text, place }, index) => {
    const heading = text.trim()
    if (heading === '') return
    const column = columnCalled(kind, heading)
    const told = column === undefined ? undefined : positions.get(column.key)
    if (column === undefined) {
      const guess =
        (faults.length < mostFaults && didYouMean(heading, known)) ||
        `; the columns are ${columns[kind].map(({ key }) => key).join(', ')}`
      faults.push({
        ...place,
        path: heading.slice(0, 80),
        message: `is not a column that is known here${guess}`,
      })
    } else if (told !== undefined)
      faults.push({ ...place, path: heading, message: `is the same column as "${told.heading}"` })
    else positions.set(column.key, { index, heading, column })
  })
  return { positions, faults }
}

/** A row that is longer or shorter than the heading has slipped somewhere; none of its cells can be trusted. */
function unevenFault(row: Row, heading: Row): FileFault | undefined {
  const wanted = heading.cells.length
  const extra = row.cells.slice(wanted).find((cell) => cell.text.trim() !== '')
  const message = `has ${row.cells.length} cells in this row; it should have ${wanted} like the heading row`
  if (extra !== undefined) return { ...extra.place, path: '', message }
  return row.cells.length < wanted ? { ...row.place, path: '', message } : undefined
}

/** No list that is allowed is as long; a quotation mark that closes far below makes one cell of many rows. */
function longCellFault({ cells }: Row, heading: Row): FileFault | undefined {
  const index = cells.findIndex(({ text }) => text.length > longestCell)
  const cell = cells[index]
  if (cell === undefined) return undefined
  const message = `holds ${cell.text.length} characters in one cell; it should have at most ${longestCell}: look for a quotation mark that is not closed, or is closed too late`
  return { ...cell.place, path: heading.cells[index]?.text.trim() ?? '', message }
}

function recordOf(row: Row, positions: Map<string, Position>): Record<string, unknown> {
  return Object.fromEntries(
    [...positions].flatMap(([key, { index, column }]) => {
      const value = cellValue(column.kind, row.cells[index]?.text ?? '')
      return value === undefined ? [] : [[key, value]]
    }),
  )
}

import { labelRun } from '../../domain/plan/reading/label-run.ts'
import type { Beside, Paragraph, Place } from '../../domain/plan/reading/outline.ts'
import { pointsSaid } from '../../domain/plan/reading/points-said.ts'
import { readLabel } from '../../domain/plan/reading/read-label.ts'
import { isHeadingAgain } from '../heading-row.ts'
import type { TableRow } from '../table.ts'
import { evenText } from './even-text.ts'
import { type PlanHeading, planHeading } from './plan-columns.ts'

/** A row of a table; `isWide` where one cell goes over all of it. */
export type PlanRow = TableRow & { isWide?: boolean }

/** What a table says of a plan, and the headings of columns that say nothing of it. */
export type PlanRows = { paragraphs: Paragraph[]; leftColumns: readonly string[] }

/** A row that counts the others. */
const total =
  /^(?:合计|总计|小计|共计|总数)[:：]?\s*\d*\s*[项个条]?$|^(?:grand |sub-?)?totals?\s*:?\s*\d*(?:\s+\w+)?$/i

/**
 * What a table says of a plan: a heading for each new area, an item for each point with what stands beside it (of a table
 * of tasks for each task, with those of what is done for it below), and what stands above the heading row as it is. An area's cell that is empty repeats the one above it. Rows that are no points,
 * as such with totals, are cells. Undefined where it is no table of a plan.
 *
 * @param inside where the table stands in a text: the level of the headings that would stand there
 */
export function planRows(
  rows: readonly PlanRow[],
  placeOf: (row: PlanRow) => Place,
  inside?: { level: number },
): PlanRows | undefined {
  const heading = planHeading({ rows: [...rows] }, { isInside: inside !== undefined })
  if (heading === undefined) return undefined
  const at = rows.indexOf(heading.row)
  const above = rows.slice(0, at).flatMap((row): Paragraph[] => {
    const title = evenText(row.cells.join(' '))
    const isCell = inside === undefined ? {} : { isCell: true as const }
    return title === '' ? [] : [{ text: title, place: placeOf(row), ...isCell }]
  })
  const body = rows.slice(at + 1).filter((row) => !isHeadingAgain(row, heading.row))
  return {
    paragraphs: [...above, ...bodyParagraphs(body, heading, placeOf, inside?.level ?? 1)],
    leftColumns: heading.left,
  }
}

function bodyParagraphs(
  body: readonly PlanRow[],
  heading: PlanHeading,
  placeOf: (row: PlanRow) => Place,
  level: number,
): Paragraph[] {
  const text = ({ cells }: PlanRow, column: number | undefined) =>
    column === undefined ? '' : evenText(cells[column] ?? '')
  const isTotal = (row: PlanRow) => row.cells.some((cell) => total.test(evenText(cell)))
  const isPoint = (row: PlanRow) => row.isWide !== true && text(row, heading.point) !== '' && !isTotal(row)
  const areNumbered =
    heading.number !== undefined &&
    numbersPoints(body.filter(isPoint).map((row) => text(row, heading.number)))
  const isOfTasks = heading.task !== undefined && heading.area === undefined
  const found: Paragraph[] = []
  let [area, under, task] = ['', '', '']
  for (const row of body) {
    const place = placeOf(row)
    const whole = evenText(row.cells.join(' '))
    const own = row.isWide === true ? whole : text(row, heading.area)
    const point = text(row, heading.point)
    if ((point === '' || row.isWide === true) && /^(?:注|备注|说明|remarks?\b|notes?\b)/i.test(own)) {
      found.push({ text: own, place })
      continue
    }
    const isNew = own !== '' && own !== area && !isTotal(row)
    if (isNew) {
      found.push({ text: own, place, heading: level })
      area = own
      under = ''
      task = ''
    }
    const beside = besideOf(row, heading, text)
    const ofTask = isOfTasks ? text(row, heading.task) : ''
    const isNewTask = ofTask !== '' && ofTask !== task && row.isWide !== true && !isTotal(row)
    if (isNewTask) {
      const alone = point === '' ? { row: beside } : {}
      const { text: named, label = '' } = labelled(ofTask)
      found.push({ text: named, place: { ...place }, item: { depth: 1, label }, ...alone })
      task = ofTask
    }
    const inner = text(row, heading.under)
    if (inner !== '' && inner !== under && isPoint(row)) {
      found.push({ text: inner, place: { ...place }, heading: level + 1 })
      under = inner
    }
    if (isPoint(row)) {
      const last = found.at(-1)
      const label = areNumbered ? text(row, heading.number) : ''
      // A cell that goes over several rows, each with somebody else who does it.
      if (last?.row !== undefined && last.text === point) last.row = both(last.row, beside)
      else if (!isOfTasks) found.push({ text: point, place, item: { depth: 1, label }, row: beside })
      else
        for (const { text, label = '' } of measuresIn(point, place))
          found.push({ text, place: { ...place }, item: { depth: 2, label }, row: beside })
    } else if (!isNew && !isNewTask && whole !== '') found.push({ text: whole, place, isCell: true })
  }
  return found
}

type Labelled = { text: string; label?: string }

/** What is done for a task: what labels count in its cell, and else each sentence. */
function measuresIn(text: string, place: Place): Labelled[] {
  const run = labelRun(text)
  if (run === undefined) {
    const own = labelled(text)
    if (own.label !== undefined) return [own]
    return pointsSaid([{ text, place }]).flatMap((said) => ('text' in said ? said : []))
  }
  return run.lead === '' ? [...run.items, ...(run.rest === '' ? [] : [{ text: run.rest }])] : [{ text }]
}

/** A text and the label that was typed before it. The labels of tasks count others than those of what is done for them. */
function labelled(text: string): Labelled {
  const read = readLabel(text)
  const isTyped = read !== undefined && read.rest !== '' && !read.label.isDoubtful
  return isTyped ? { text: read.rest, label: read.label.printed } : { text }
}

function besideOf(
  row: PlanRow,
  { owners, dues }: PlanHeading,
  text: (row: PlanRow, column: number) => string,
): Beside {
  const said = (columns: readonly number[]) =>
    columns
      .map((column) => text(row, column))
      .filter((cell) => cell !== '')
      .join('; ')
  const [owner, due] = [said(owners), said(dues)]
  return { ...(owner !== '' && { owner }), ...(due !== '' && { due }) }
}

function both(one: Beside, other: Beside): Beside {
  const said = (...texts: (string | undefined)[]) => [...new Set(texts.filter(Boolean))].join('; ')
  const [owner, due] = [said(one.owner, other.owner), said(one.due, other.due)]
  return { ...(owner !== '' && { owner }), ...(due !== '' && { due }) }
}

/** Whether each point has a number of its own: where some have none, or share one, the areas are numbered instead. */
function numbersPoints(numbers: readonly string[]): boolean {
  return numbers.every((number, at) => number !== '' && number !== numbers[at - 1])
}

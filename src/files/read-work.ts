import { type WorkColumn, type WorkRow, type WorkRowFault, workColumns } from '../domain/work/listing.ts'
import { readDay } from './day-cell.ts'
import { type FileReading, refusal } from './file-refusal.ts'
import { mostColumns, type Table, type TableRow } from './table.ts'
import { tablesOfFile } from './table-of-file.ts'

/** The rows of a spreadsheet of work, and the cells of days that are none. */
export type WorkFile = { sheet?: string; rows: WorkRow[]; faults: WorkRowFault[] }

/** How far down a heading row is looked for, below titles and remarks. */
const rowsLookedAt = 30
/** A group's year of work; more is for several files. */
const mostRows = 2_000
const longestCell = 1_000

const days: readonly WorkColumn[] = ['startsOn', 'dueOn', 'taskDueOn']

/** The headings that people give the columns, in either language. */
const headings: Record<WorkColumn, readonly string[]> = {
  goal: ['goal', '目标', '对应目标', '工作目标'],
  work: ['work', 'work item', 'title', '工作项', '工作项名称', '工作内容'],
  kind: ['kind', 'type', '类型', '工作类型'],
  group: ['group', 'working group', 'wg', '工作组'],
  lead: ['lead', 'lead organisation', 'lead organization', '牵头单位'],
  startsOn: ['start', 'starts on', 'from', '开始', '开始日期', '启动日期'],
  dueOn: ['due', 'due on', 'by', '截止', '截止日期', '期限', '完成期限'],
  standards: ['standards', 'standard', '标准', '标准号', '相关标准'],
  task: ['assignment', 'task', '任务', '任务名称', '任务内容'],
  owner: ['owner', 'who', '责任人', '责任单位', '责任人/责任单位', '责任人或责任单位', '负责人'],
  taskDueOn: ['assignment due', 'task due', '任务截止', '任务截止日期', '任务期限'],
}

/** The work that a spreadsheet tells of: the table whose headings name goals and work. */
export function readWork(bytes: Uint8Array, name: string): FileReading<WorkFile> {
  const tables = tablesOfFile(bytes, name)
  if (!tables.ok) return tables
  const [found] = tables.value.flatMap(headingIn)
  if (found === undefined) {
    const sheets = tables.value.flatMap(({ sheet }) => sheet ?? [])
    return refusal({ kind: 'no-headings', sheets, near: [] })
  }
  const { table, heading, columns } = found
  if (heading.cells.length > mostColumns)
    return refusal({ kind: 'too-many-columns', columns: heading.cells.length, most: mostColumns })
  const body = table.rows.slice(table.rows.indexOf(heading) + 1)
  if (body.length > mostRows) return refusal({ kind: 'too-many-rows', rows: body.length, most: mostRows })
  const faults: WorkRowFault[] = []
  const rows = body.flatMap(({ line, cells }): WorkRow[] => {
    const row: WorkRow = { line, cells: {} }
    for (const [at, column] of columns) {
      const text = unmarked((cells[at] ?? '').trim())
      if (text === '') continue
      const read = cellOf(column, text)
      if (read === undefined)
        faults.push({ line, column, value: text.slice(0, 80), why: whyNot(column, text) })
      else row.cells[column] = read
    }
    // A row of which nothing can be read is one all the same: what goes on with it below does not go on with another.
    return cells.every((cell) => cell.trim() === '') ? [] : [row]
  })
  const { sheet } = table
  return { ok: true, value: { ...(sheet !== undefined && { sheet }), rows, faults } }
}

type Found = { table: Table; heading: TableRow; columns: Map<number, WorkColumn> }

function headingIn(table: Table): Found[] {
  for (const heading of table.rows.slice(0, rowsLookedAt)) {
    const columns = new Map<number, WorkColumn>()
    for (const [at, cell] of heading.cells.slice(0, mostColumns + 1).entries()) {
      const column = workColumns.find((one) => headings[one].some((name) => plain(name) === plain(cell)))
      if (column !== undefined && ![...columns.values()].includes(column)) columns.set(at, column)
    }
    const named = new Set(columns.values())
    if (named.has('goal') && named.has('work')) return [{ table, heading, columns }]
  }
  return []
}

/** The text of a cell, or its day; undefined where it can't be taken. */
function cellOf(column: WorkColumn, text: string): string | undefined {
  if (text.length > longestCell) return undefined
  if (!days.includes(column)) return text
  const read = readDay(text)
  return read.ok && read.day.length === 10 ? read.day : undefined
}

function whyNot(column: WorkColumn, text: string): WorkRowFault['why'] {
  return text.length > longestCell || !days.includes(column) ? 'too-long' : 'no-day'
}

/** Without the mark that keeps a spreadsheet from taking a text for a formula. */
function unmarked(text: string): string {
  return /^'[=+\-@＝＋－＠]/u.test(text) ? text.slice(1) : text
}

function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .replaceAll(/[\s_-]/gu, '')
    .toLowerCase()
}

import { nearestName } from '../../../config/nearest-name.ts'
import { mostColumns, type Table, type TableRow } from '../table.ts'

/**
 * What a column of a plan's table holds: areas, points, what comes of a point, the numbers of points, who does it or by
 * when.
 */
type PlanColumn = 'area' | 'point' | 'outcome' | 'number' | 'owner' | 'due'

/** The headings that plans kept as tables have. */
const headings: Record<PlanColumn, readonly string[]> = {
  area: [
    ...['领域', '工作领域', '重点领域', '方面', '类别', '任务类别', '工作类别', '分类', '一级任务', '板块'],
    ...['工作板块', '方向', '工作方向', '重点方向', '大类', '部分', '模块', '主要方面', '一级指标'],
    ...['area', 'field', 'part', 'category', 'section', 'theme', 'pillar', 'priority', 'work area'],
    ...['key area', 'priority area', 'focus area', 'workstream'],
  ],
  point: [
    ...['要点', '工作要点', '要点内容', '工作内容', '任务', '重点任务', '工作任务', '主要任务', '具体任务'],
    ...['二级任务', '任务内容', '任务名称', '内容', '具体内容', '主要内容', '重点工作', '工作事项', '事项'],
    ...['具体工作', '工作举措', '具体举措', '主要举措', '重点举措', '举措', '具体措施', '主要措施'],
    ...['工作措施', '措施', '年度任务', '年度工作', '工作项目'],
    ...['point', 'key point', 'working point', 'key working point', 'task', 'key task', 'text', 'sentence'],
    ...['item', 'action', 'key action', 'planned action', 'action item', 'activity', 'activities'],
    ...['key activity', 'key activities', 'planned activity', 'planned activities', 'work item', 'measure'],
    ...['initiative', 'description', 'goal', 'content'],
  ],
  outcome: [
    ...['成果', '预期成果', '成果形式', '工作成果', '交付物', '输出'],
    ...['deliverable', 'output', 'outcome', 'result', 'expected result', 'expected output'],
  ],
  number: ['序号', '编号', '序', '号', 'no', 'nr', 'number', '#', 'id', 'item no'],
  owner: [
    ...['责任单位', '责任部门', '责任主体', '责任人', '责任工作组', '责任', '负责单位', '负责部门', '负责人'],
    ...['牵头单位', '牵头部门', '牵头组织', '牵头工作组', '牵头人', '牵头', '承担单位', '承办单位'],
    ...['主办单位', '组织单位', '工作组', '配合单位', '参与单位', '落实单位'],
    ...['owner', 'action owner', 'lead', 'leader', 'lead group', 'lead body', 'responsible', 'who', 'group'],
    ...['responsibility', 'responsible body', 'responsible group', 'responsible party', 'responsible person'],
    ...['working group', 'wg', 'assigned to', 'assignee', 'in charge', 'person in charge', 'led by'],
  ],
  due: [
    ...['完成时限', '完成时间', '完成日期', '完成期限', '时限', '时限要求', '期限', '截止时间', '截止日期'],
    ...['时间', '日期', '时间进度', '时间安排', '时间节点', '时间要求', '进度', '进度安排', '进度要求'],
    ...['计划完成时间', '预计完成时间', '计划时间', '实施时间'],
    ...['deadline', 'due', 'due date', 'due by', 'by', 'by when', 'when', 'date', 'end date', 'timeline'],
    ...['target', 'target date', 'target completion', 'completion', 'completion date', 'completed by'],
    ...['planned completion', 'timing', 'time', 'timeframe', 'time frame', 'timescale', 'schedule'],
  ],
}

/** In a table inside a text these alone do not tell that it lists what is to be done: prices are told so, too. */
const saysLittle: ReadonlySet<string> = new Set(
  [
    ...['内容', '具体内容', '主要内容', '事项', '要点', 'text', 'sentence', 'item', 'description', 'content'],
    ...['point', 'goal', 'work item', 'measure', '措施'],
  ].map(plain),
)

const byHeading: ReadonlyMap<string, PlanColumn> = new Map(
  Object.entries(headings).flatMap(([column, names]) =>
    names.map((name): [string, PlanColumn] => [plain(name), column as PlanColumn]),
  ),
)

/** The heading row of a plan's table, and where its columns are, from 0. */
export type PlanHeading = {
  row: TableRow
  /** Absent in a table inside a text that tells the area above it. */
  area?: number
  /** That of headings within an area. */
  under?: number
  /** That of tasks, where each row has one with what is done for it: those are areas where nothing else is. */
  task?: number
  point: number
  number?: number
  owners: readonly number[]
  dues: readonly number[]
  /** The headings of columns that are of no use here. */
  left: readonly string[]
}

/** How far down a heading row is looked for, below titles and remarks. */
const rowsLookedAt = 30

/**
 * The heading row of a plan's table: the first that names a column for areas and one for points. A table inside a text,
 * or one of tasks, needs none for areas where another of its columns tells that it lists work.
 */
export function planHeading({ rows }: Table, { isInside }: { isInside: boolean }): PlanHeading | undefined {
  for (const [at, row] of rows.slice(0, rowsLookedAt).entries()) {
    const columns = row.cells.slice(0, mostColumns).map((cell) => columnOf(cell))
    const found = columnsOfPlan(row, columns, rows.slice(at + 1))
    if (found === undefined) continue
    const mayLackAreas = isInside || found.task !== undefined
    if (found.area === undefined && !(mayLackAreas && listsWork(row, columns))) continue
    const number = columns.indexOf('number')
    const all = (column: PlanColumn) => columns.flatMap((one, at) => (one === column ? at : []))
    const [owners, dues] = [all('owner'), all('due')]
    const used = new Set([found.area, found.under, found.task, found.point, number, ...owners, ...dues])
    const left = row.cells.flatMap((cell, at) => (used.has(at) || cell.trim() === '' ? [] : [cell.trim()]))
    // Numbers beside tasks are those of the tasks.
    const isOfPoints = number >= 0 && found.task === undefined
    return { row, ...found, ...(isOfPoints && { number }), owners, dues, left }
  }
  return undefined
}

/** Of several columns for points the one that says most, and nothing twice; where none is for areas, the one above it may be. */
function columnsOfPlan(
  { cells }: TableRow,
  columns: readonly (PlanColumn | undefined)[],
  body: readonly TableRow[],
): Pick<PlanHeading, 'area' | 'under' | 'task' | 'point'> | undefined {
  const all = (column: PlanColumn) => columns.flatMap((one, at) => (one === column ? at : []))
  const named = all('point')
  const told = named.length > 0 ? named : all('outcome')
  // A sentence that stands twice is no point of its own row.
  const own = told.filter((at) => !saysTwice(at, body))
  const points = own.length > 0 ? own : told
  const said = (at: number) => body.reduce((sum, { cells }) => sum + (cells[at] ?? '').length, 0)
  const point = points.reduce<number | undefined>(
    (most, at) => (most === undefined || said(at) > said(most) ? at : most),
    undefined,
  )
  if (point === undefined) return undefined
  const [first] = all('area')
  // Key tasks, each with its particular tasks, are areas with their points.
  const filled = body.filter(({ cells }) => (cells[point] ?? '').trim() !== '')
  const area = first ?? told.find((at) => at < point && repeats(at, filled))
  const isTask = (at: number) => !isMeasure(cells[at]) && isMeasure(cells[point]) && saysWords(at, body)
  const task = told.find((at) => (area ?? -1) < at && at < point && isTask(at))
  if (area === undefined) return task === undefined ? { point } : { point, task }
  const under = columns.findIndex(
    (column, at) => (column === 'area' || column === 'point') && area < at && at < point && repeats(at, body),
  )
  if (under < 0 && task !== undefined) return { area, under: task, point, task }
  return { area, ...(under >= 0 && { under }), point }
}

function listsWork(row: TableRow, columns: readonly (PlanColumn | undefined)[]): boolean {
  const told = columns.filter((column) => column !== undefined).length
  const isTold = columns.some((column) => column === 'owner' || column === 'due')
  const isNamed = row.cells.some((cell, at) => columns[at] === 'point' && !saysLittle.has(plain(cell)))
  return isTold || (isNamed && (told > 1 || row.cells.length === 1))
}

/** Whether a column tells what is done for what another names: `具体举措` beside `重点任务`. */
function isMeasure(heading = ''): boolean {
  return /举措|措施|具体|内容|\b(?:measure|action|activit|description|content|text)/i.test(heading)
}

function saysWords(at: number, body: readonly TableRow[]): boolean {
  const cells = body.map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => cell !== '')
  return cells.filter((cell) => /\p{L}{2}/u.test(cell)).length * 2 > cells.length
}

function saysTwice(at: number, body: readonly TableRow[]): boolean {
  const cells = body.map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => cell !== '')
  return new Set(cells).size < cells.length
}

function repeats(at: number, body: readonly TableRow[]): boolean {
  const cells = body.map(({ cells }) => (cells[at] ?? '').trim())
  return new Set(cells.filter((cell) => cell !== '')).size < cells.length
}

/** Headings that come near to one that is looked for, in the first rows of tables. */
export function nearPlanHeadings(tables: readonly Table[]): { heading: string; meant: string }[] {
  const names = [...headings.area, ...headings.point].filter((name) => /\p{Script=Han}{2}|.{4}/u.test(name))
  return tables
    .flatMap(({ rows }) => rows.slice(0, 3).flatMap(({ cells }) => cells.slice(0, mostColumns)))
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '' && cell.length <= 20 && columnOf(cell) === undefined)
    .flatMap((heading) => {
      const meant = nearestName(heading, names)
      return meant === undefined ? [] : [{ heading, meant }]
    })
    .slice(0, 5)
}

/** Letter case, blanks, marks, the plural and remarks in brackets do not count. */
function columnOf(heading: string): PlanColumn | undefined {
  if (heading.length > 60) return undefined
  const word = plain(heading)
  const [bare, single] = [plain(heading.replace(/[(（[【].*$/s, '')), word.replace(/s$/, '')]
  const [first] = heading.split(/[/／]/).map(plain)
  return byHeading.get(word) ?? byHeading.get(bare) ?? byHeading.get(single) ?? byHeading.get(first ?? '')
}

function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, '')
}

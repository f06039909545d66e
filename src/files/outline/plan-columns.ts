import { nearestName } from '../../../config/nearest-name.ts'
import { mostColumns, type Table, type TableRow } from '../table.ts'

/** What a column of a plan's table holds: areas, points, or the numbers of points. */
type PlanColumn = 'area' | 'point' | 'number'

/** The headings that plans kept as tables have. */
const headings: Record<PlanColumn, readonly string[]> = {
  area: [
    ...['领域', '工作领域', '重点领域', '方面', '类别', '任务类别', '工作类别', '分类', '一级任务', '板块'],
    ...['工作板块', '方向', '工作方向', '大类', '部分', '模块', '主要方面', '一级指标'],
    ...['area', 'field', 'part', 'category', 'section', 'theme', 'pillar', 'priority', 'work area'],
    ...['key area', 'priority area', 'focus area', 'workstream'],
  ],
  point: [
    ...['要点', '工作要点', '要点内容', '工作内容', '任务', '重点任务', '工作任务', '主要任务', '具体任务'],
    ...['二级任务', '任务内容', '任务名称', '内容', '具体内容', '主要内容', '重点工作', '工作事项', '事项'],
    ...['具体工作', '工作举措', '具体举措', '举措', '具体措施'],
    ...['point', 'key point', 'working point', 'key working point', 'task', 'key task', 'text', 'sentence'],
    ...['item', 'action', 'activity', 'work item', 'description', 'goal', 'content'],
  ],
  number: ['序号', '编号', '序', '号', 'no', 'nr', 'number', '#', 'id', 'item no'],
}

const byHeading: ReadonlyMap<string, PlanColumn> = new Map(
  Object.entries(headings).flatMap(([column, names]) =>
    names.map((name): [string, PlanColumn] => [plain(name), column as PlanColumn]),
  ),
)

/** The heading row of a plan's table, and where its columns are, from 0. */
export type PlanHeading = { row: TableRow; area: number; point: number; number?: number }

/** How far down a heading row is looked for, below titles and remarks. */
const rowsLookedAt = 30

/** The heading row of a plan's table: the first that names a column for areas and one for points. */
export function planHeading({ rows }: Table): PlanHeading | undefined {
  for (const [at, row] of rows.slice(0, rowsLookedAt).entries()) {
    const columns = row.cells.slice(0, mostColumns).map((cell) => columnOf(cell))
    const body = rows.slice(at + 1)
    const found = columnsOfPlan(columns, body)
    if (found === undefined) continue
    const number = columns.indexOf('number')
    return { row, ...found, ...(number >= 0 && { number }) }
  }
  return undefined
}

/** Of several columns for points the one that says most; where none is for areas, the one above it may be. */
function columnsOfPlan(
  columns: readonly (PlanColumn | undefined)[],
  body: readonly TableRow[],
): { area: number; point: number } | undefined {
  const points = columns.flatMap((column, at) => (column === 'point' ? at : []))
  const said = (at: number) => body.reduce((sum, { cells }) => sum + (cells[at] ?? '').length, 0)
  const point = points.reduce<number | undefined>(
    (most, at) => (most === undefined || said(at) > said(most) ? at : most),
    undefined,
  )
  if (point === undefined) return undefined
  const area = columns.indexOf('area')
  if (area >= 0) return { area, point }
  // Key tasks, each with its particular tasks, are areas with their points.
  const above = points.find((at) => at < point && repeats(at, body))
  return above === undefined ? undefined : { area: above, point }
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
  return byHeading.get(word) ?? byHeading.get(bare) ?? byHeading.get(single)
}

function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, '')
}

/** How the cells of a column are read. */
export type CellKind = 'text' | 'day' | 'list' | 'flag' | 'twins' | 'history'

export type Column = { key: string; kind: CellKind; alsoCalled: readonly string[] }

/** The kinds of records that a CSV file can hold. */
export type RecordKind = 'standards' | 'assignments'

/** The columns by their key in a YAML file, and the headings that Chinese lists usually give them. */
export const columns: Record<RecordKind, readonly Column[]> = {
  standards: [
    { key: 'id', kind: 'text', alsoCalled: ['编号', '标识'] },
    { key: 'designation', kind: 'text', alsoCalled: ['标准号', '标准编号', '现编号'] },
    { key: 'names', kind: 'list', alsoCalled: ['其他编号', '曾用编号', '别名'] },
    { key: 'titleZh', kind: 'text', alsoCalled: ['标准名称', '中文名称', '名称'] },
    { key: 'titleEn', kind: 'text', alsoCalled: ['英文名称'] },
    { key: 'stages', kind: 'text', alsoCalled: ['阶段体系'] },
    { key: 'stage', kind: 'text', alsoCalled: ['阶段', '阶段代码', '当前阶段'] },
    { key: 'stageSince', kind: 'day', alsoCalled: ['阶段日期', '进入阶段日期'] },
    { key: 'asOf', kind: 'day', alsoCalled: ['截至', '数据日期', '信息日期'] },
    { key: 'source', kind: 'text', alsoCalled: ['来源', '信息来源'] },
    { key: 'targetOn', kind: 'day', alsoCalled: ['目标日期', '计划完成日期'] },
    { key: 'group', kind: 'text', alsoCalled: ['工作组'] },
    { key: 'lead', kind: 'text', alsoCalled: ['牵头单位'] },
    { key: 'effectiveOn', kind: 'day', alsoCalled: ['实施日期'] },
    { key: 'replaces', kind: 'list', alsoCalled: ['代替标准', '替代标准'] },
    { key: 'twins', kind: 'twins', alsoCalled: ['对应国际标准', '采用国际标准'] },
    { key: 'topics', kind: 'list', alsoCalled: ['主题', '专题'] },
    { key: 'url', kind: 'text', alsoCalled: ['链接', '网址'] },
    { key: 'history', kind: 'history', alsoCalled: ['历史阶段', '阶段历史'] },
  ],
  assignments: [
    { key: 'id', kind: 'text', alsoCalled: ['编号', '标识'] },
    { key: 'titleZh', kind: 'text', alsoCalled: ['任务', '任务名称', '中文名称', '名称'] },
    { key: 'titleEn', kind: 'text', alsoCalled: ['英文名称'] },
    { key: 'group', kind: 'text', alsoCalled: ['工作组'] },
    { key: 'member', kind: 'text', alsoCalled: ['责任人', '负责人'] },
    { key: 'organisation', kind: 'text', alsoCalled: ['责任单位', '牵头单位', '单位'] },
    { key: 'wholeGroup', kind: 'flag', alsoCalled: ['全组', '整个工作组'] },
    { key: 'dueOn', kind: 'day', alsoCalled: ['截止日期', '到期日'] },
    { key: 'state', kind: 'text', alsoCalled: ['状态'] },
    { key: 'doneOn', kind: 'day', alsoCalled: ['完成日期'] },
    { key: 'standards', kind: 'list', alsoCalled: ['标准', '标准号', '相关标准'] },
    { key: 'goals', kind: 'list', alsoCalled: ['目标', '工作要点'] },
  ],
}

/** The column that a heading means: letter case, blanks, dashes and underscores do not count. */
export function columnCalled(kind: RecordKind, heading: string): Column | undefined {
  const wanted = plain(heading)
  return columns[kind].find((column) =>
    [column.key, ...column.alsoCalled].some((name) => plain(name) === wanted),
  )
}

function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[\s_-]/g, '')
    .toLowerCase()
}

/**
 * The value that a cell stands for, in the shape of a YAML file: lists are parted by "|", a twin is written
 * `identical:ISO/IEC 27001:2022`, an earlier stage `30@2024-05`. A blank cell is undefined, and what does not
 * have the shape is passed on as it is, for the schema to refuse.
 */
export function cellValue(kind: CellKind, cell: string): unknown {
  const text = cell.trim()
  if (text === '') return undefined
  switch (kind) {
    case 'text':
      return text
    case 'day':
      return dayOfSheet(text)
    case 'flag':
      return flags.get(text.toLowerCase()) ?? text
    case 'list':
      return items(text)
    case 'twins':
      return items(text).map((item) => {
        const [relation, designation] = cut(item, ':')
        return { designation: designation ?? item, relation }
      })
    case 'history':
      return items(text).map((item) => {
        const [stage, on] = cut(item, '@')
        return { stage, on: dayOfSheet(on ?? item) }
      })
  }
}

const flags = new Map<string, boolean>([
  ...['true', 'yes', '1', '是'].map((word): [string, boolean] => [word, true]),
  ...['false', 'no', '0', '否'].map((word): [string, boolean] => [word, false]),
])

function items(text: string): string[] {
  return text
    .split(/[|｜]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function cut(text: string, at: string): [string, string | undefined] {
  const index = text.indexOf(at)
  return index < 0 ? [text, undefined] : [text.slice(0, index).trim(), text.slice(index + 1).trim()]
}

/** Spreadsheets rewrite 2024-03-05 as 2024/3/5; year first, it can mean only one day. Else the text as it is. */
function dayOfSheet(text: string): string {
  const match = /^(\d{4})(?:([/.-])|年)(\d{1,2})(?:(?:\2|月)(\d{1,2}))?[月日]?$/.exec(text)
  if (match === null) return text
  const [, year, , month = '', day] = match
  return [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-')
}

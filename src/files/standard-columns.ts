import type { Field } from '../domain/standard/importing/given.ts'

/**
 * What a column of a list of standards can hold: a field of ours, or something of which a field can be made:
 * `title` is in whichever language it is written, `plan` a plan's number, `adopted` and `adoption` an adopted text and
 * how it is adopted, `number` an id, a project's number or a designation, as its cells show.
 */
export type StandardColumn = Field | 'title' | 'plan' | 'adopted' | 'adoption' | 'number'

/**
 * The columns by our own key and by the headings of the lists that circulate: those of the national standards portals
 * and of plans, of the international bodies' open data and of bibliographies made of it.
 */
const headings: Record<StandardColumn, readonly string[]> = {
  id: ['记录编号'],
  number: ['id', 'identifier', '编号', '标识'],
  designation: [
    ...[
      '标准号',
      '标准编号',
      '现编号',
      '标准代号',
      '现行标准号',
      '标准号及名称',
      '标准编号及名称',
      '国家标准号',
      '文件编号',
    ],
    ...[
      'reference',
      'standard',
      'standard number',
      'standard no',
      'raw designation',
      'docid',
      'document',
      'std code',
    ],
    'normalized',
  ],
  otherNames: ['names', 'other names', 'former names', '其他编号', '曾用编号', '别名', '原编号', '原标准号'],
  project: ['project number', 'project id', '项目编号'],
  title: [
    ...[
      '标准名称',
      '名称',
      '项目名称',
      '标准项目名称',
      '中文标准名称',
      '中文名称',
      '题名',
      'title',
      'name',
      'title.zh',
    ],
  ],
  titleZh: ['中文题名', '标准中文名称', '项目中文名称', 'title zh', 'chinese title'],
  titleEn: [
    '英文名称',
    '英文标准名称',
    '标准英文名称',
    '项目英文名称',
    '英文题名',
    'title en',
    'title.en',
    'english title',
  ],
  stages: ['阶段体系', 'stage system'],
  stage: ['阶段', '阶段代码', '当前阶段', '项目阶段', 'current stage', 'stage code', 'harmonized stage'],
  status: ['状态', '标准状态', '项目状态', '计划状态', '时效性', 'project status', 'publication status'],
  stageSince: ['阶段日期', '进入阶段日期', 'stage date', 'current stage date'],
  asOf: ['截至', '数据日期', '信息日期', 'as of'],
  source: ['来源', '信息来源', '数据来源'],
  plan: ['计划号', '计划编号', '国家标准计划号', '计划项目编号', '项目计划号', '计划代号', 'plan number'],
  plannedOn: ['下达日期', '计划下达日期', '下达时间', '立项日期', 'planned on'],
  extendedTo: ['延期至', '延期后期限', 'extended to'],
  fast: ['快速程序', '是否快速程序', 'fast track'],
  targetOn: ['目标日期', '计划完成日期', 'target date', '计划完成时间'],
  group: ['工作组', '所属工作组', '归口工作组', 'working group', 'wg'],
  lead: ['牵头单位', '主编单位', '第一起草单位', 'lead organisation', 'lead organization'],
  publishedOn: ['发布日期', '出版日期', '发布时间', '批准日期', 'published', 'publication date'],
  effectiveOn: ['实施日期', '实施时间', '生效日期', 'effective date', 'implementation date'],
  replaces: [
    '代替标准',
    '替代标准',
    '代替标准号',
    '代替的标准',
    '替代标准号',
    '代替国标号',
    'obsoletes',
    'supersedes',
  ],
  twins: ['对应国际标准', '采用国际标准', '采标情况', '采标'],
  adopted: ['采标号', '采用国际标准号', '采标标准号', '采用标准号', '对应国际标准号', '被采用标准号'],
  adoption: ['采标程度', '采用程度', '一致性程度', '一致性程度标识', '采标类型'],
  topics: ['主题', '专题'],
  url: ['链接', '网址', '地址', 'link', 'uri', 'web address'],
  history: ['历史阶段', '阶段历史', 'stage history'],
}

const byHeading: ReadonlyMap<string, StandardColumn> = new Map(
  Object.entries(headings).flatMap(([column, names]) =>
    // A plain "id" is looked at before it is believed to be one of ours.
    [...(column === 'id' ? [] : [column]), ...names].map((name): [string, StandardColumn] => [
      plainHeading(name),
      column as StandardColumn,
    ]),
  ),
)

/** All headings that are known, for guesses at what was meant. */
export const knownHeadings: readonly string[] = Object.entries(headings).flatMap(([column, names]) => [
  column,
  ...names,
])

/** The column that a heading means; letter case, blanks, marks and remarks in brackets do not count. */
export function standardColumn(heading: string): StandardColumn | undefined {
  return (
    byHeading.get(plainHeading(heading)) ?? byHeading.get(plainHeading(heading.replace(/[(（[【].*$/s, '')))
  )
}

function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

import { UserError } from '../../src/contract/errors.ts'
import { nearestOf } from '../../src/domain/finding/nearest.ts'
import { type ListOrder, listOrders } from '../../src/domain/standard/list-query.ts'
import { daysOf, spacedSpan, span } from './span.ts'

/** What names are looked up for, as typed; several of one key are alternatives. */
export type NamedFilter = 'group' | 'stage' | 'status' | 'topic' | 'lead' | 'year' | 'kind'

/** What was typed behind `/standard list`, before names are looked up. */
export type StandardWords = {
  filters: { filter: NamedFilter; key: string; value: string }[]
  overdue: boolean
  mine: boolean
  allRecords: boolean
  withinDays?: number
  order?: ListOrder
  /** Words of titles, or a designation. */
  words: string
}

/** A key and how it is used in either language; the first is the one that is suggested. */
const keys: Record<NamedFilter | 'sort' | 'due' | 'all', readonly string[]> = {
  group: ['wg', 'group', '工作组', '组'],
  stage: ['stage', '阶段'],
  status: ['status', '状态'],
  topic: ['topic', '主题', '领域', '专题'],
  lead: ['lead', '牵头', '牵头单位'],
  year: ['year', '年份', '年'],
  kind: ['kind', 'scheme', 'type', '类别', '类型', '体系'],
  sort: ['sort', '排序'],
  due: ['due', '到期', '截止'],
  all: ['all', '全部'],
}
const examples: Record<keyof typeof keys, string> = {
  group: 'wg:WG8',
  stage: 'stage:30',
  status: 'status:in-force',
  topic: 'topic:data-security',
  lead: 'lead:CESI',
  year: 'year:2026',
  kind: 'kind:gb',
  sort: 'sort:due',
  due: 'due:3m',
  all: 'all:records',
}
const orders: Record<string, ListOrder> = {
  ...Object.fromEntries(listOrders.map((order) => [order, order])),
  到期: 'due',
  截止: 'due',
  阶段: 'stage',
  编号: 'number',
  标准号: 'number',
  更新: 'changed',
  最近: 'changed',
}
const records = ['records', '记录']
const overdue = /^(overdue|late|逾期|超期|过期)$/iu
const mine = /^(mine|my|me|我的|我|本人)$/iu
const due = /^(due|within|到期|截止)$/iu

/**
 * `key:value` with a value that may stand in quotation marks, a span with a blank in it, or a word. A key is letters
 * alone, so that the colon of `27001:2022` makes none.
 */
const part = new RegExp(
  String.raw`([\p{L}-]{1,30}):\s*(?:"([^"]*)"|'([^']*)'|(${spacedSpan}(?!\S)|\S*))|(${spacedSpan}(?!\S))|(\S+)`,
  'giu',
)

/**
 * Reads filters such as `wg:WG8 stage:30,40 topic:data-security overdue sort:due`, in either language, and the words
 * beside them.
 * @throws UserError for a filter that does not exist, one without its value, a span or an order that can't be read
 */
export function parseStandardWords(text: string): StandardWords {
  const found: StandardWords = { filters: [], overdue: false, mine: false, allRecords: false, words: '' }
  const words: string[] = []
  let isDueNext = false
  for (const match of plain(text).matchAll(part)) {
    const [, key, quoted, single, bare, spaced, word = spaced ?? ''] = match
    if (key !== undefined) readFilter(found, key, (quoted ?? single ?? bare ?? '').trim())
    else if (isDueNext) found.withinDays = readSpan(word)
    else if (due.test(word)) {
      isDueNext = true
      continue
    } else if (overdue.test(word)) found.overdue = true
    else if (mine.test(word)) found.mine = true
    else words.push(word)
    isDueNext = false
  }
  if (isDueNext) throw new UserError('standard-list.ask-for-span')
  found.words = words.join(' ')
  return found
}

/** One form of each letter and sign, but for those that a designation is written with. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[“”„]/g, '"')
}

function readFilter(found: StandardWords, typed: string, value: string): void {
  const key = (Object.keys(keys) as (keyof typeof keys)[]).find((one) =>
    keys[one].includes(typed.toLowerCase()),
  )
  if (key === undefined) throw unknownFilter(typed)
  if (value === '') throw new UserError('standard-list.no-value', { key: typed, example: examples[key] })
  if (key === 'sort') found.order = readOrder(typed, value)
  else if (key === 'due') found.withinDays = readSpan(value)
  else if (key === 'all') {
    if (!records.includes(value.toLowerCase())) throw unknownValue(typed, value, ['records'])
    found.allRecords = true
  } else {
    for (const one of value.split(/[,，、|]/u))
      if (one.trim() !== '') found.filters.push({ filter: key, key: typed, value: one.trim() })
  }
}

function readOrder(key: string, value: string): ListOrder {
  const order = orders[value.toLowerCase()]
  if (order === undefined) throw unknownValue(key, value, [...listOrders])
  return order
}

function readSpan(text: string): number {
  if (!span.test(text)) throw new UserError('standard-list.ask-for-span')
  return daysOf(text)
}

function unknownFilter(key: string): UserError {
  const nearest = nearestOf(key, Object.values(keys).flat())
  if (nearest === undefined) return new UserError('standard-list.unknown-filter', { key })
  return new UserError('standard-list.unknown-filter-but', { key, nearest: `${nearest}:` })
}

/** What to say of a value that names nothing: the nearest that does, or some that do. */
export function unknownValue(key: string, value: string, names: readonly string[]): UserError {
  const nearest = nearestOf(value, names)
  const values = { key, value }
  if (nearest !== undefined)
    return new UserError('standard-list.unknown-value-but', { ...values, nearest: `${key}:${nearest}` })
  return new UserError('standard-list.unknown-value', {
    ...values,
    names: names.slice(0, mostNamed).join(', '),
  })
}

const mostNamed = 20

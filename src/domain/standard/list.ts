import type { Day } from '../calendar/day.ts'
import { compareDesignations, type Designation } from '../designation/rules.ts'
import type { Finder } from '../finding/finder.ts'
import { top } from '../finding/top.ts'
import { stageSystem } from '../stage/system.ts'
import { fitsQuery } from './list-filter.ts'
import type { ListOrder, ListQuery } from './list-query.ts'
import type { StandardRecord } from './record.ts'
import type { Standard } from './rules.ts'

/** One page of a list; `from` rows are on the pages before it. */
export type ListPage = {
  rows: { standard: Standard; dueOn?: Day }[]
  from: number
  total: number
  /** How many stand at each phase, or at each stage where the list was narrowed to one phase; in order. */
  stages: { code: string; count: number }[]
}

type ListOptions = { today: Day; from: number; most: number; committeeNames: readonly string[] }

/**
 * The rows from `from` on, `most` of them, of all that the query is about: a project by its current record, or every
 * record. What is not on the page is counted and not put in order, so that a list of a hundred thousand stays quick.
 */
export function listStandards(finder: Finder, query: ListQuery, options: ListOptions): ListPage {
  const { today, from, most, committeeNames } = options
  const { catalogue } = finder
  const texts = query.words === undefined ? undefined : finder.textsCalled(query.words, today, committeeNames)
  const fits = fitsQuery(query, today)
  const counts = new Map<string, number>()
  const found: StandardRecord[] = []
  const codeOf = (standard: Standard) =>
    query.stages?.length === 1 ? standard.stage : stageSystem(standard.stages).phase(standard.stage)
  for (const [place, record] of catalogue.all().entries()) {
    if (!fits(record)) continue
    if (query.allRecords !== true && !catalogue.isCurrentAt(place)) continue
    if (texts !== undefined && !texts.has(catalogue.textAt(place))) continue
    found.push(record)
    const code = codeOf(record.standard)
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const sorted = top(found, from + most, orders[query.order ?? defaultOrder(query)])
  return {
    rows: sorted
      .slice(from)
      .map(({ standard, dueOn }) => ({ standard, ...(dueOn !== undefined && { dueOn }) })),
    from,
    total: found.length,
    stages: [...counts]
      .map(([code, count]) => ({ code, count }))
      .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)),
  }
}

/** The topics of what is on record, for whoever names one that is not. */
export function topicsOf(finder: Finder): string[] {
  const topics = new Set<string>()
  for (const { standard } of finder.catalogue.all()) for (const topic of standard.topics) topics.add(topic)
  return [...topics].sort()
}

function defaultOrder({ overdue, withinDays }: ListQuery): ListOrder {
  return overdue === true || withinDays !== undefined ? 'due' : 'number'
}

type Order = (a: StandardRecord, b: StandardRecord) => number

/** By scheme, family and number first: comparing whole designations is dear, and a hundred thousand are compared. */
const byNumber: Order = (a, b) => {
  const left = a.present?.designation
  const right = b.present?.designation
  if (left === undefined || right === undefined) {
    const order = Number(left === undefined) - Number(right === undefined)
    return order || compareText(a.standard.designation, b.standard.designation) || byId(a, b)
  }
  return (
    schemes[left.scheme] - schemes[right.scheme] ||
    compareText(prefixOf(left), prefixOf(right)) ||
    numberOf(left) - numberOf(right) ||
    compareDesignations(left, right) ||
    byId(a, b)
  )
}

const schemes: Record<Designation['scheme'], number> = {
  national: 0,
  plan: 1,
  'tc260-document': 2,
  'tc260-guide': 3,
  iso: 4,
  cen: 5,
  etsi: 6,
  'ietf-series': 7,
  'internet-draft': 8,
}

function prefixOf(designation: Designation): string {
  return designation.scheme === 'national' ? designation.prefix : ''
}

function numberOf(designation: Designation): number {
  return 'number' in designation ? Number(designation.number) : 0
}

const orders: Record<ListOrder, Order> = {
  number: byNumber,
  due: (a, b) => compareText(dueKey(a), dueKey(b)) || byNumber(a, b),
  stage: (a, b) => a.phase - b.phase || a.step - b.step || byNumber(a, b),
  changed: (a, b) => compareText(changedKey(b), changedKey(a)) || byNumber(a, b),
}

/** What is not due comes last. */
function dueKey({ dueOn }: StandardRecord): string {
  return dueOn ?? '9999'
}

function changedKey({ standard }: StandardRecord): string {
  return standard.stageSince ?? ''
}

function byId(a: StandardRecord, b: StandardRecord): number {
  return compareText(a.standard.id, b.standard.id)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

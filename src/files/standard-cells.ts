import { nearestName } from '../../config/nearest-name.ts'
import { parseDesignation, printDesignation } from '../domain/designation/rules.ts'
import { listedEntries } from '../domain/standard/importing/field-text.ts'
import type { Field, Given, Problem } from '../domain/standard/importing/given.ts'
import { readStatus } from '../domain/standard/importing/read-stage.ts'
import { canonicalName, designationOf } from '../domain/standard/names.ts'
import { groupFinder } from '../domain/working-group/rules.ts'
import {
  type Blame,
  type CellReading,
  type Give,
  meantDays,
  mostListed,
  near,
  nearestOf,
} from './cell-reading.ts'
import { readDay } from './day-cell.ts'
import type { Known } from './known.ts'
import { historyCell, namesIn, relationIn, systems, twinsCell } from './list-cells.ts'
import type { StandardColumn } from './standard-columns.ts'
import { formulaWithoutValue } from './xlsx/sheet-rows.ts'

/** What makes sense of the cells of a list of standards, for these groups and organisations. */
export type CellReader = (column: StandardColumn, text: string, row: RowSoFar) => CellReading

/** What the row has given before, and what its column for the degree of adoption says. */
export type RowSoFar = { given: Partial<Given>; adoption: string }

const longest: Partial<Record<Field, number>> = {
  designation: 120,
  titleZh: 600,
  titleEn: 600,
  source: 300,
  url: 2_000,
  project: 60,
}
const spreadsheetError = /^#(?:REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM|SPILL|CALC)[!?]?$/i
const stableId = /^[a-z0-9][a-z0-9._-]{0,63}$/

/** A reader of cells; each is trimmed, and not blank. */
export function cellReader(known: Pick<Known, 'groups' | 'organisations'>): CellReader {
  const groupCalled = groupFinder(known.groups)
  const groupNames = new Map(
    known.groups.flatMap(({ code, names }) =>
      [code, names.zh, names.en].flatMap((name) => (name ? [[name, code] as const] : [])),
    ),
  )
  const organisations = new Map(
    known.organisations.flatMap(({ id, names }) =>
      [id, names.zh, names.en].flatMap((name) =>
        name ? [[name.normalize('NFKC').toLowerCase(), id] as const] : [],
      ),
    ),
  )

  return (column, text, { given: row, adoption }) => {
    const field = fieldOf(column, text)
    const most = longest[field]
    if (spreadsheetError.test(text) || text === formulaWithoutValue)
      return { kind: 'fault', field, value: text, problem: { kind: 'formula' } }
    if (most !== undefined && text.length > most)
      return { kind: 'fault', field, value: text, problem: { kind: 'too-long', length: text.length, most } }
    const given = (given: Partial<Given>): CellReading => ({ kind: 'given', given })
    const fault = (problem: Problem, value = text): CellReading => ({ kind: 'fault', field, value, problem })
    const left: CellReading = { kind: 'left', column }
    switch (column) {
      case 'id':
        return stableId.test(text)
          ? given({ id: text })
          : fault({ kind: 'not', what: 'id', ...nearestId(text) })
      case 'number':
        return left
      case 'designation':
      case 'plan':
        return column === 'plan' && row.designation !== undefined
          ? given({ otherNames: [...(row.otherNames ?? []), canonicalName(text)] })
          : designationCell(text, given, fault)
      case 'title':
      case 'titleZh':
      case 'titleEn': {
        const title = titleText(text)
        const isSaid = field === 'titleZh' ? row.titleZh : row.titleEn
        return isSaid !== undefined && isSaid !== title ? left : given({ [field]: title })
      }
      case 'project': {
        const project = text.replace(/\s+/g, '')
        return given({ project })
      }
      case 'source':
        return given({ source: text.replace(/\s+/g, ' ') })
      case 'url':
        return urlCell(text, row, given, fault)
      case 'stages': {
        const stages = text.toLowerCase()
        const system = systems.find((one) => one === stages)
        return system !== undefined
          ? given({ stages: system })
          : fault({ kind: 'not', what: 'stages', ...nearestOf(text, systems) })
      }
      case 'stage':
        return given({ stageText: text })
      case 'status': {
        const status = readStatus(text)
        if (status !== undefined) return given({ status })
        return row.stageText === undefined ? given({ stageText: text }) : left
      }
      case 'stageSince':
      case 'asOf':
      case 'plannedOn':
      case 'publishedOn':
      case 'effectiveOn': {
        const day = readDay(text)
        return day.ok
          ? given({ [column]: day.day })
          : fault({ kind: 'not', what: 'partial-day', ...meantDays(day) })
      }
      case 'targetOn':
      case 'extendedTo': {
        const day = readDay(text)
        if (day.ok && day.day.length === 10) return given({ [column]: day.day })
        return fault({ kind: 'not', what: 'day', ...(day.ok ? near(lastDayOf(day.day)) : meantDays(day)) })
      }
      case 'fast': {
        const flag = flags.get(text.toLowerCase())
        return flag === undefined ? fault({ kind: 'not', what: 'flag' }) : given(flag ? { fast: true } : {})
      }
      case 'group': {
        const code = known.groups.find((group) => group.code === text)?.code ?? groupCalled(text)?.code
        if (code !== undefined) return given({ group: code })
        const nearest = nearestName(text, [...groupNames.keys()])
        return fault({ kind: 'not', what: 'group', ...near(nearest && groupNames.get(nearest)) })
      }
      case 'lead': {
        const id = organisations.get(text.normalize('NFKC').toLowerCase())
        if (id !== undefined) return given({ lead: id })
        // A name that nobody on record has is no slip: most organisations of a list are not members.
        if (!stableId.test(text)) return left
        return fault({
          kind: 'not',
          what: 'organisation',
          ...nearestOf(
            text,
            known.organisations.map(({ id }) => id),
          ),
        })
      }
      case 'otherNames':
      case 'replaces': {
        const names = namesIn(text)
        if (names.length > mostListed)
          return fault({ kind: 'too-many', count: names.length, most: mostListed })
        return given({ [column]: column === 'otherNames' ? [...(row.otherNames ?? []), ...names] : names })
      }
      case 'twins':
      case 'adopted':
        return twinsCell(text, { given, left, fault: column === 'adopted' ? () => left : fault, adoption })
      case 'adoption':
        return relationIn(text) === undefined ? left : given({})
      case 'topics': {
        const topics = listedEntries(text)
        const wrong = topics.find((topic) => !stableId.test(topic))
        if (topics.length > mostListed)
          return fault({ kind: 'too-many', count: topics.length, most: mostListed })
        return wrong === undefined
          ? given({ topics })
          : fault({ kind: 'not', what: 'id', ...nearestId(wrong) }, wrong)
      }
      case 'history':
        return historyCell(text, given, fault)
    }
  }
}

function fieldOf(column: StandardColumn, text: string): Field {
  switch (column) {
    case 'title':
      return /\p{Script=Han}/u.test(text) ? 'titleZh' : 'titleEn'
    case 'number':
      return 'id'
    case 'plan':
      return 'designation'
    case 'adopted':
    case 'adoption':
      return 'twins'
    default:
      return column
  }
}

function nearestId(text: string): { nearest?: string } {
  const id = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[-._]+|-+$/g, '')
    .slice(0, 64)
  return near(stableId.test(id) ? id : undefined)
}

function titleText(text: string): string {
  const plain = text.replace(/\s*[\r\n]+\s*/g, ' ').trim()
  return /^《[^《》]*》$/.test(plain) ? plain.slice(1, -1).trim() : plain
}

/** A designation, with a title behind it in lists that print both in one column; or a name that is none. */
function designationCell(text: string, given: Give, fault: Blame): CellReading {
  const whole = designationOf(text)
  if (whole !== undefined) return given({ designation: printDesignation(whole) })
  const parsed = parseDesignation(text)
  if (parsed.kind === 'ambiguous' && parsed.anyScheme) {
    const [likeliest] = parsed.readings
    return fault({ kind: 'ambiguous', ...near(likeliest && printDesignation(likeliest)) })
  }
  if (parsed.kind !== 'designation') return given({ designation: text })
  const title = titleText(text.endsWith(parsed.rest) ? parsed.rest : parsed.rest.trim())
  return given({
    designation: printDesignation(parsed.designation),
    [fieldOf('title', title)]: title,
  })
}

/** A project of ISO has its number in the address of its page. */
function urlCell(text: string, row: Partial<Given>, given: Give, fault: Blame): CellReading {
  const url = /^www\./i.test(text) ? `https://${text}` : text
  if (!/^https?:\/\/[^\s/]+/i.test(url) || !URL.canParse(url)) return fault({ kind: 'not', what: 'url' })
  const project = /^https?:\/\/(?:www\.)?iso\.org\/standard\/(\d{1,8})(?:\.html)?/i.exec(url)?.[1]
  return given({ url, ...(project !== undefined && row.project === undefined && { project }) })
}

const flags = new Map<string, boolean>([
  ...['true', 'yes', 'y', '1', '是', '√', '✓', '✔'].map((word): [string, boolean] => [word, true]),
  ...['false', 'no', 'n', '0', '否', '×', '✗'].map((word): [string, boolean] => [word, false]),
])

function lastDayOf(day: string): string | undefined {
  if (day.length === 4) return `${day}-12-31`
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

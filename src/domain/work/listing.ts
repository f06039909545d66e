import type { Assignment, Owner } from '../assignment/rules.ts'
import type { Day } from '../calendar/day.ts'
import { type Goal, groupsOf } from '../goal/rules.ts'
import type { Names } from '../language/rules.ts'
import { hasLeft, isObserver, type Member, type Organisation, rolesOn } from '../member/rules.ts'
import { kindsAsked } from '../plan/reading/kinds-asked.ts'
import { printedText } from '../plan/reading/printed-text.ts'
import { groupFinder, type WorkingGroup } from '../working-group/rules.ts'
import type { WorkKind } from './kind.ts'
import type { WorkItem } from './rules.ts'
import type { Owed, WorkGiven } from './service.ts'

/** What a spreadsheet tells of work, in one row each: a piece of work, an assignment for it, or both. */
export const workColumns = [
  'goal',
  'work',
  'kind',
  'group',
  'lead',
  'startsOn',
  'dueOn',
  'standards',
  'task',
  'owner',
  'taskDueOn',
] as const
export type WorkColumn = (typeof workColumns)[number]

/** A row with the texts of its cells, those of days as days; `line` is where it stands. */
export type WorkRow = { line: number; cells: Partial<Record<WorkColumn, string>> }

/** Why a row can't be taken. */
export type WorkRowFault = {
  line: number
  column: WorkColumn
  value?: string
  /** What the cell may name instead. */
  choices?: Names[]
  why:
    | 'missing'
    | 'unknown'
    | 'no-kind'
    | 'several'
    /** A member whose every role has ended. */
    | 'left'
    | 'observer'
    | 'no-day'
    | 'not-taken-on'
    | 'not-led'
    | 'differs'
    | 'ended'
    | 'before-start'
    | 'too-long'
}

/** What a file tells: its rows, and the cells of them that can't be read. */
export type WorkRows = { rows: readonly WorkRow[]; faults: readonly WorkRowFault[] }

/** A piece of work that the rows tell of, with what is new of it; `known` is on record, as are `kept` assignments. */
export type ListedWork = { line: number; known?: WorkItem; given: WorkGiven; owed: Owed[]; kept: number }

/** What of the rows has no fault, and every fault. */
export type WorkListing = { works: ListedWork[]; faults: WorkRowFault[] }

/** What rows are held against; `standards` are the ids of those on record by the names that the rows call them. */
export type KnownToListing = {
  /** A day of the committee's calendar. */
  today: Day
  goals: readonly Goal[]
  items: readonly WorkItem[]
  assignments: readonly Assignment[]
  kinds: readonly WorkKind[]
  groups: readonly WorkingGroup[]
  organisations: readonly Organisation[]
  members: readonly Member[]
  standards: ReadonlyMap<string, string>
  /** Whether whoever brings the rows may add work of that group. */
  may: (group: string) => boolean
}

const longestTitle = 300
const wholeGroup = /^(?:全组|整个工作组|(?:the )?whole group)$/iu
const details = ['kind', 'group', 'lead', 'startsOn', 'dueOn', 'standards'] as const
const ofTask = ['task', 'owner', 'taskDueOn'] as const

/** The names of standards in a cell. */
export function standardsNamed(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(/[\n,，、;；|]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/**
 * What rows make of what is on record. A row without goal or work goes on with those of the row above. Work is known by
 * its goal, title and group, an assignment by its work and title: what is on record stays as it is, so the same rows
 * again change nothing. A fault of an assignment leaves that out, one of a piece of work all that belongs to it: mended,
 * they are new when the same file comes again.
 */
export function decideListing({ rows, faults: unread }: WorkRows, known: KnownToListing): WorkListing {
  const faults = [...unread]
  const works = gathered({ rows, faults: unread }, (fault) => faults.push(fault)).flatMap((work) => {
    const listed = listedWork(work, known, (fault) => faults.push(fault))
    return listed === undefined ? [] : [listed]
  })
  return { works, faults: faults.toSorted((a, b) => a.line - b.line) }
}

type Gathered = { line: number; cells: WorkRow['cells']; tasks: WorkRow[]; isFaulty: boolean }
type Report = (fault: WorkRowFault) => void

/** The rows of each piece of work together. */
function gathered({ rows, faults }: WorkRows, report: Report): Gathered[] {
  const unread = new Map<number, WorkColumn[]>()
  for (const { line, column } of faults) unread.set(line, [...(unread.get(line) ?? []), column])
  const works = new Map<string, Gathered>()
  let last: Gathered | undefined
  for (const row of rows) {
    const { line, cells } = row
    const lacks = (columns: readonly WorkColumn[]) =>
      columns.some((column) => unread.get(line)?.includes(column) === true)
    // Nobody can say of which work it is, nor what goes on with it in the rows below.
    if (lacks(['goal', 'work'])) {
      last = undefined
      continue
    }
    const goal = cells.goal ?? last?.cells.goal
    const isSameGoal = plain(goal ?? '') === plain(last?.cells.goal ?? '')
    const work = cells.work ?? (isSameGoal ? last?.cells.work : undefined)
    if (goal === undefined || work === undefined) {
      report({ line, column: goal === undefined ? 'goal' : 'work', why: 'missing' })
      last = undefined
      continue
    }
    const key = `${plain(goal)}\n${plain(work)}`
    const found = works.get(key) ?? { line, cells: { goal, work }, tasks: [], isFaulty: false }
    works.set(key, found)
    last = found
    if (lacks(details)) found.isFaulty = true
    for (const column of details) {
      const [before, value] = [found.cells[column], cells[column]]
      if (value === undefined) continue
      if (before === undefined) found.cells[column] = value
      else if (plain(before) !== plain(value)) {
        report({ line, column, value, why: 'differs' })
        found.isFaulty = true
      }
    }
    if (lacks(ofTask)) continue
    if (cells.task !== undefined) found.tasks.push(row)
    else if (cells.owner !== undefined || cells.taskDueOn !== undefined)
      report({ line, column: 'task', why: 'missing' })
  }
  return [...works.values()]
}

function listedWork(
  { line, cells, tasks, isFaulty }: Gathered,
  known: KnownToListing,
  report: Report,
): ListedWork | undefined {
  let isSound = !isFaulty
  const fault: Fault = (column, why, { value = cells[column], choices } = {}) => {
    isSound = false
    report({ line, column, why, ...(value !== undefined && { value }), ...(choices && { choices }) })
  }
  const title = cells.work ?? ''
  if (title.length > longestTitle) return void fault('work', 'too-long')
  const goals = known.goals.filter(
    ({ id, texts, state }) => state === 'open' && isCalled([id, texts.zh, texts.en], cells.goal),
  )
  const [goal, ...others] = goals
  if (goal === undefined || others.length > 0)
    return void fault('goal', goal === undefined ? 'unknown' : 'several')
  const group = groupOf(goal, cells.group, known, fault)
  // What else may be wrong with another group's work is told to that group.
  if (group !== undefined && !known.may(group.code))
    return void fault('group', 'not-led', { value: group.code })
  const kind = kindOf(goal, cells.kind, known, fault)
  const lead = cells.lead === undefined ? undefined : organisationCalled(cells.lead, known)
  if (cells.lead !== undefined && lead === undefined) fault('lead', 'unknown')
  const standards = standardsNamed(cells.standards).flatMap((name) => {
    const id = known.standards.get(name)
    if (id === undefined) fault('standards', 'unknown', { value: name })
    return id ?? []
  })
  const { startsOn, dueOn } = cells
  if (startsOn !== undefined && dueOn !== undefined && dueOn < startsOn) fault('dueOn', 'before-start')
  const item = known.items.find(
    ({ goals, titles, state, group: of }) =>
      state !== 'dropped' &&
      of === group?.code &&
      goals.includes(goal.id) &&
      isCalled([titles.zh, titles.en], title),
  )
  const isOwed = (task: string) =>
    known.assignments.some(
      ({ items, titles, state }) =>
        state !== 'withdrawn' &&
        item !== undefined &&
        items.includes(item.id) &&
        isCalled([titles.zh, titles.en], task),
    )
  if (group === undefined || kind === undefined) return undefined
  const owed = new Map<string, Owed>()
  const kept = new Set<string>()
  for (const row of tasks) {
    const task = row.cells.task ?? ''
    if (isOwed(task)) kept.add(plain(task))
    if (isOwed(task) || owed.has(plain(task))) continue
    if (item !== undefined && item.state !== 'open') {
      report({ line: row.line, column: 'task', value: task, why: 'ended' })
      continue
    }
    const one = owedBy(row, group, known, report)
    if (one !== undefined) owed.set(plain(task), one)
  }
  if (!isSound) return undefined
  return {
    line,
    ...(item && { known: item }),
    given: {
      titles: namesOf(title),
      kind: kind.id,
      goals: [goal.id],
      group: group.code,
      standards,
      topics: [],
      ...(lead && { lead: lead.id }),
      ...(startsOn !== undefined && { startsOn }),
      ...(dueOn !== undefined && { dueOn }),
    },
    owed: [...owed.values()],
    kept: kept.size,
  }
}

type Fault = (
  column: WorkColumn,
  why: WorkRowFault['why'],
  more?: Pick<WorkRowFault, 'value' | 'choices'>,
) => void

/** The group that is named, if it has taken the goal on; without a name, the only one that has. */
function groupOf(
  goal: Goal,
  cell: string | undefined,
  known: KnownToListing,
  fault: Fault,
): WorkingGroup | undefined {
  const taken = groupsOf(goal)
  if (cell !== undefined) {
    const found = groupFinder(known.groups)(cell)
    if (found === undefined) fault('group', 'unknown')
    else if (!taken.includes(found.code)) fault('group', 'not-taken-on')
    return found !== undefined && taken.includes(found.code) ? found : undefined
  }
  const [only, ...others] = taken
  if (only === undefined) fault('goal', 'not-taken-on')
  else if (others.length > 0) fault('group', 'missing')
  return others.length > 0 ? undefined : known.groups.find(({ code }) => code === only)
}

/**
 * The kind that is named, or that the words of the cell ask for as a sentence of a plan would; without a name, the only
 * one that the goal asks for.
 */
function kindOf(
  goal: Goal,
  cell: string | undefined,
  { kinds }: KnownToListing,
  fault: Fault,
): WorkKind | undefined {
  const [only, ...others] = goal.kinds
  const found =
    cell === undefined
      ? kinds.find(({ id }) => others.length === 0 && id === only)
      : (kinds.find(({ id, names }) => isCalled([id, names.zh, names.en], cell)) ?? onlyAsked(cell, kinds))
  const choices = kinds.map(({ names }) => names)
  if (found === undefined) fault('kind', cell === undefined ? 'missing' : 'no-kind', { choices })
  return found
}

function onlyAsked(cell: string, kinds: readonly WorkKind[]): WorkKind | undefined {
  const [only, ...others] = kindsAsked(printedText(cell), kinds)
  return others.length === 0 ? only?.value : undefined
}

function owedBy(
  { line, cells }: WorkRow,
  group: WorkingGroup,
  known: KnownToListing,
  report: Report,
): Owed | undefined {
  const { task = '', owner: cell, taskDueOn: dueOn } = cells
  if (task.length > longestTitle) return void report({ line, column: 'task', value: task, why: 'too-long' })
  const owner = ownerCalled(cell, group, known)
  if (typeof owner === 'string')
    return void report({ line, column: 'owner', why: owner, ...(cell !== undefined && { value: cell }) })
  return { titles: namesOf(task), owner, ...(dueOn !== undefined && { dueOn }) }
}

/** A member, an organisation, or the whole group, which it is too where nobody is named. */
function ownerCalled(
  cell: string | undefined,
  group: WorkingGroup,
  known: KnownToListing,
): Owner | 'unknown' | 'several' | 'left' | 'observer' {
  if (
    cell === undefined ||
    wholeGroup.test(cell) ||
    isCalled([group.code, group.names.zh, group.names.en], cell)
  )
    return { kind: 'group', id: group.code, names: group.names }
  const named = cell.replace(/^[@＠]/u, '')
  const [member, ...others] = known.members.filter(({ id, names, email }) =>
    isCalled([id, names.zh, names.en, email], named),
  )
  if (others.length > 0) return 'several'
  if (member !== undefined) {
    if (hasLeft(member, known.today)) return 'left'
    if (isObserver(rolesOn(member, known.today))) return 'observer'
    const { id, names, slackId } = member
    return { kind: 'member', id, names, ...(slackId !== undefined && { slackId }) }
  }
  const organisation = organisationCalled(cell, known)
  return organisation === undefined ? 'unknown' : { kind: 'organisation', ...organisation }
}

function organisationCalled(cell: string, { organisations }: KnownToListing): Organisation | undefined {
  return organisations.find(({ id, names }) => isCalled([id, names.zh, names.en], cell))
}

function isCalled(names: readonly (string | undefined)[], cell: string | undefined): boolean {
  const wanted = plain(cell ?? '')
  return wanted !== '' && names.some((name) => name !== undefined && plain(name) === wanted)
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase()
}

/** Text with Chinese characters is Chinese. */
function namesOf(text: string): Names {
  return /\p{Script=Han}/u.test(text) ? { zh: text } : { en: text }
}

/** How many pieces of work and how many assignments are new. */
export function countNew({ works }: Pick<WorkListing, 'works'>): { works: number; assignments: number } {
  return {
    works: works.filter(({ known }) => known === undefined).length,
    assignments: works.reduce((sum, { owed }) => sum + owed.length, 0),
  }
}

/** How many pieces of work and how many assignments of the rows are on record already. */
export function countKept({ works }: Pick<WorkListing, 'works'>): { works: number; assignments: number } {
  return {
    works: works.filter(({ known }) => known !== undefined).length,
    assignments: works.reduce((sum, { kept }) => sum + kept, 0),
  }
}

/** Whether something of it is new. */
export function isNews({ known, owed }: Pick<ListedWork, 'known' | 'owed'>): boolean {
  return known === undefined || owed.length > 0
}

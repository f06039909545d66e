import type { Day } from '../calendar/day.ts'
import { compareDesignations, printDesignation } from '../designation/rules.ts'
import { isDraftName, isSupplement, type StandardRecord, yearIn } from './record.ts'

/** One piece of work from its proposal to its edition and that edition's end: all records of it. */
export type Project = {
  /** The most current first. */
  records: readonly StandardRecord[]
  current: StandardRecord
  /** The text that it is on now; a project may have been renumbered on its way. */
  key: string
  /** The year of its edition; absent for one that is not out. */
  year?: number
}

/**
 * The projects among records that may belong together: those of one text, and those with which they share a project
 * number or a name. Every record is in exactly one.
 *
 * Records with one project number are one project, and so are records of one edition, and a record with those whose
 * name it took over. A draft without a number belongs to the project that it can have led to: see `adopt`.
 */
export function projectsAmong(records: readonly StandardRecord[]): Project[] {
  const [only] = records
  if (only !== undefined && records.length === 1) return [projectOf(records)]
  const groups = grouping(records)
  const byNumber = new Map<string, StandardRecord>()
  const byEdition = new Map<string, StandardRecord>()
  for (const record of records) {
    joinBy(groups, byNumber, record.project, record)
    joinBy(groups, byEdition, editionOf(record), record)
  }
  joinRenamed(groups, records)
  for (const undated of groupByKey(records.filter((one) => isFloating(one, groups))))
    adopt(groups, undated, records)
  return groups.all().map(projectOf)
}

/**
 * The most current first within one project: the phase, then the iteration of a draft and at last the substage. The
 * iteration goes before the substage because a first DIS stays at its last substage for ever.
 */
export function byProgress(a: StandardRecord, b: StandardRecord): number {
  return (
    b.phase - a.phase ||
    b.iteration - a.iteration ||
    b.step - a.step ||
    compareText(b.standard.asOf, a.standard.asOf) ||
    compareNames(a, b)
  )
}

/**
 * The project that speaks for a text on `today`: the newest edition that is in force, else one that is out, else the
 * one being made that has come furthest, else what was withdrawn last, else what was given up.
 */
export function presentProject(projects: readonly Project[], today: Day): Project | undefined {
  const out = projects.filter(({ current }) => current.state === 'published')
  const inForce = out.filter(({ current }) => hasEffect(current, today))
  for (const editions of [inForce, out]) if (editions.length > 0) return newest(editions)
  const being = projects.filter(({ current }) => current.state === 'draft')
  if (being.length > 0) return furthest(being)
  const withdrawn = projects.filter(({ current }) => current.state === 'withdrawn')
  return withdrawn.length > 0 ? newest(withdrawn) : furthest(projects)
}

/** Those that are out or were, the oldest first. */
export function editionsAmong(projects: readonly Project[]): Project[] {
  return projects
    .filter(({ current }) => current.state === 'published' || current.state === 'withdrawn')
    .sort((a, b) => (a.year ?? 9_999) - (b.year ?? 9_999) || byProgress(b.current, a.current))
}

/** The one still being made that has come furthest. */
export function runningAmong(projects: readonly Project[]): Project | undefined {
  return furthest(projects.filter(({ current }) => current.state === 'draft'))
}

/** Whether the day of entry into force is reached; a day that is not known, or not exactly enough, counts as reached. */
export function hasEffect({ standard: { effectiveOn } }: StandardRecord, today: Day): boolean {
  return effectiveOn === undefined || today.slice(0, effectiveOn.length) >= effectiveOn
}

function newest(projects: readonly Project[]): Project | undefined {
  return [...projects].sort(
    (a, b) => (b.year ?? 9_999) - (a.year ?? 9_999) || byProgress(a.current, b.current),
  )[0]
}

function furthest(projects: readonly Project[]): Project | undefined {
  return [...projects].sort((a, b) => byProgress(a.current, b.current))[0]
}

function projectOf(records: readonly StandardRecord[]): Project {
  const sorted = records.length > 1 ? [...records].sort(byProgress) : records
  const [current] = sorted
  if (current === undefined) throw new RangeError('a project has at least one record')
  const year = sorted.find((one) => one.year !== undefined)?.year
  return { records: sorted, current, key: current.key, ...(year !== undefined && { year }) }
}

/** One text in one edition: `ISO/IEC 27001:2022` from two sources. Supplements of one name are one. */
function editionOf(record: StandardRecord): string | undefined {
  const { present, key, year } = record
  if (present === undefined) return undefined
  if (isSupplement(present.designation)) return record.project === undefined ? key : undefined
  return year === undefined ? undefined : `${key} ${year}`
}

function joinBy(
  groups: Grouping,
  known: Map<string, StandardRecord>,
  sign: string | undefined,
  record: StandardRecord,
): void {
  if (sign === undefined) return
  const other = known.get(sign)
  if (other === undefined) known.set(sign, record)
  else groups.join(other, record)
}

/**
 * `GB/T 45654-2025` was `20230253-T-469` before: whoever bears a name as a former one goes on where its bearer was. A
 * former edition is no former name of that kind, and what is out goes on by itself while it is made into something else.
 */
function joinRenamed(groups: Grouping, records: readonly StandardRecord[]): void {
  const bearers = new Map<string, StandardRecord[]>()
  for (const record of records) {
    const name = record.present && printDesignation(record.present.designation)
    if (name === undefined) continue
    const same = bearers.get(name)
    if (same === undefined) bearers.set(name, [record])
    else same.push(record)
  }
  for (const later of records) {
    for (const name of later.names) {
      if (name.role !== 'former') continue
      for (const earlier of bearers.get(printDesignation(name.designation)) ?? []) {
        const isOtherEdition =
          earlier.year !== undefined && earlier.key === later.key && earlier.year !== later.year
        const goesOnByItself = earlier.state === 'published' && later.state !== 'published'
        const isOtherProject =
          earlier.project !== undefined && later.project !== undefined && earlier.project !== later.project
        const comesAfter = earlier.names.some(
          ({ role, key, year }) =>
            role === 'replaced' && key === later.key && year !== undefined && year === later.year,
        )
        if (!isOtherEdition && !goesOnByItself && !isOtherProject && !comesAfter) groups.join(earlier, later)
      }
    }
  }
}

/** A record that nothing certain ties to a project: no number, no edition, and nobody took its name over. */
function isFloating(record: StandardRecord, groups: Grouping): boolean {
  const { present, project, year } = record
  if (present === undefined || project !== undefined || year !== undefined) return false
  return !isSupplement(present.designation) && groups.sizeOf(record) === 1
}

/**
 * Finds the project of drafts that carry no number and no year. One that replaces an edition, or that moved when an
 * edition was out already, can only have led to a later edition or is still under way; one that nothing dates is an
 * old record that never closed where the text has come out since, unless the newest edition is to be revised or gone.
 */
function adopt(
  groups: Grouping,
  floating: readonly StandardRecord[],
  records: readonly StandardRecord[],
): void {
  const key = floating[0]?.key
  const others = groups
    .all()
    .filter((group) => group.some((one) => one.key === key && !floating.includes(one)))
  const editions = editionsAmong(others.map(projectOf))
  const newestEdition = editions.at(-1)
  const isToBeRevised =
    newestEdition?.current.standard.stage === '90.92' || newestEdition?.current.state === 'withdrawn'
  const running = runningAmong(others.map(projectOf))
  const underWay: StandardRecord[] = []

  for (const record of floating) {
    const after = notBefore(record, records)
    const later = editions.filter((edition) => after === undefined || isOutSince(edition, after))
    const [next] = later
    if (after !== undefined && next !== undefined) groups.join(record, next.current)
    else if (after !== undefined || newestEdition === undefined || isToBeRevised) underWay.push(record)
    else groups.join(record, newestEdition.current)
  }

  const inOrder = [...underWay].sort(byProgress)
  const [foremost] = inOrder
  for (const record of inOrder.slice(1)) {
    // What was given up before others went on is another attempt.
    const isOtherAttempt = record.state === 'abandoned' && foremost?.state !== 'abandoned'
    if (foremost !== undefined && !isOtherAttempt) groups.join(foremost, record)
  }
  const isBehind =
    running !== undefined && foremost !== undefined && byProgress(running.current, foremost) <= 0
  if (isBehind && foremost.state === 'draft') groups.join(running.current, foremost)
}

/** The day, or as much of it as is known, that lies after the edition from which a draft goes on. */
function notBefore(
  record: StandardRecord,
  records: readonly StandardRecord[],
): { on?: string; afterYear?: number } | undefined {
  const replaced = record.names.filter(({ role, key }) => role === 'replaced' && key === record.key)
  const years = replaced.flatMap(({ year, designation }) =>
    year === undefined || isSupplement(designation) || isDraftName(designation) ? [] : [year],
  )
  if (years.length > 0) return { afterYear: Math.max(...years) }
  const { stageSince, history } = record.standard
  const on = stageSince ?? history.at(-1)?.on
  return on === undefined || records.length === 0 ? undefined : { on }
}

function isOutSince(edition: Project, { on, afterYear }: { on?: string; afterYear?: number }): boolean {
  if (edition.year === undefined) return false
  if (afterYear !== undefined) return edition.year > afterYear
  if (on === undefined) return true
  const published = edition.records.find(({ standard }) => standard.publishedOn !== undefined)?.standard
    .publishedOn
  if (published === undefined || published.length === 4) return edition.year >= (yearIn(on) ?? 0)
  const length = Math.min(published.length, on.length)
  return published.slice(0, length) >= on.slice(0, length)
}

function groupByKey(records: readonly StandardRecord[]): StandardRecord[][] {
  const byKey = new Map<string, StandardRecord[]>()
  for (const record of records) {
    const same = byKey.get(record.key)
    if (same === undefined) byKey.set(record.key, [record])
    else same.push(record)
  }
  return [...byKey.values()]
}

type Grouping = {
  join(a: StandardRecord, b: StandardRecord): void
  sizeOf(record: StandardRecord): number
  all(): StandardRecord[][]
}

/** Each record in a group of its own, until they are joined. */
function grouping(records: readonly StandardRecord[]): Grouping {
  const groupOf = new Map(records.map((record) => [record, [record]]))
  return {
    join(a, b) {
      const [mine, other] = [groupOf.get(a), groupOf.get(b)]
      if (mine === undefined || other === undefined || mine === other) return
      const [larger, smaller] = mine.length >= other.length ? [mine, other] : [other, mine]
      for (const record of smaller) {
        larger.push(record)
        groupOf.set(record, larger)
      }
    },
    sizeOf: (record) => groupOf.get(record)?.length ?? 0,
    all: () => [...new Set(groupOf.values())],
  }
}

function compareNames(a: StandardRecord, b: StandardRecord): number {
  if (a.present !== undefined && b.present !== undefined) {
    const order = compareDesignations(a.present.designation, b.present.designation)
    if (order !== 0) return order
  }
  return compareText(a.standard.id, b.standard.id)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

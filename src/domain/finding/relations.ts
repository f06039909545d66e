import type { Day } from '../calendar/day.ts'
import {
  compareDesignations,
  type Designation,
  designationKey,
  printDesignation,
} from '../designation/rules.ts'
import { editionsAmong, hasEffect, type Project, presentProject, runningAmong } from '../standard/projects.ts'
import { isSupplement, type RecordName, type StandardRecord, withoutSupplements } from '../standard/record.ts'
import type { Standard } from '../standard/rules.ts'
import { type Catalogue, editionKey } from './catalogue.ts'
import { lastInPlaceOf, replacers } from './replacers.ts'

/** What ties a record to others; every list is of present records. */
export type Relations = {
  /** Its other names and those of the other records of its project. */
  otherNames: string[]
  /** What it says that it replaces, its own drafts apart. */
  replaces: string[]
  /** All editions of the text that are on record, the oldest first; empty where there is one at most. */
  editions: Standard[]
  /** What has taken its place by now. */
  supersededBy: Standard[]
  /** What is in force in its place at the end of a chain of replacements, where that is none of these and no edition. */
  inItsPlace?: Standard
  /** What is out and takes its place on a day that has not come. */
  toBeSupersededBy: Standard[]
  /** The project under way that is to take its place. */
  revision?: Standard
  /** The edition that is in force while this is being made, or until this enters into force. */
  inForce?: Standard
  /** The text that a supplement belongs to. */
  base?: Standard
  /** Amendments, corrigenda and other sheets to this edition, each by its present record. */
  supplements: Standard[]
  /** The other parts of its series, each by its present record, in their order; the series is what to ask for. */
  parts: { series: string; standards: Standard[] } | undefined
}

/** What ties a record to others on `today`. */
export function relationsOf(catalogue: Catalogue, record: StandardRecord, today: Day): Relations {
  const project = catalogue.projectOf(record)
  const onText = catalogue.projectsOn(project.key)
  const isDesignated = record.present !== undefined
  const editions = isDesignated ? editionsAmong(onText) : [project]
  const followers = followersOf(catalogue, project, editions, today)
  const inForce = presentProject(
    editions.filter(({ current }) => current.state === 'published'),
    today,
  )
  const running = runningFor(catalogue, project, onText)
  const isOut = project.current.state === 'published'
  const speaksForText =
    inForce !== undefined && inForce !== project && !(isOut && hasEffect(project.current, today))
  return {
    ...namesOf(record, project),
    editions: editions.length > 1 ? editions.map(currentOf) : [],
    supersededBy: followers.now,
    toBeSupersededBy: followers.later,
    ...inItsPlace(catalogue, project, [...followers.now, ...followers.later, ...editions.map(currentOf)]),
    ...(running !== undefined && { revision: running }),
    ...(speaksForText && project.current.state !== 'withdrawn' && { inForce: inForce.current.standard }),
    ...baseOf(catalogue, record, today),
    supplements: supplementsTo(catalogue, project),
    parts: partsWith(catalogue, record, today),
  }
}

function namesOf(record: StandardRecord, project: Project): Pick<Relations, 'otherNames' | 'replaces'> {
  const { standard, names } = record
  const former = names
    .filter(({ role }) => role === 'former')
    .map(({ designation }) => printDesignation(designation))
  const replaces = standard.replaces.filter(
    (name) => !former.includes(name) || standard.otherNames.includes(name),
  )
  const drafts = standard.replaces.filter((name) => !replaces.includes(name))
  const others = project.records.map((one) => one.standard.designation)
  const all = new Set([...standard.otherNames, ...others, ...drafts])
  all.delete(standard.designation)
  return { otherNames: [...all], replaces }
}

/** The editions that come after one, and whatever says that it replaces it, as far as it is out. */
function followersOf(
  catalogue: Catalogue,
  project: Project,
  editions: readonly Project[],
  today: Day,
): { now: Standard[]; later: Standard[] } {
  const { current } = project
  if (current.state !== 'published' && current.state !== 'withdrawn') return { now: [], later: [] }
  const { year } = project
  const newer = editions.filter((one) => one !== project && year !== undefined && (one.year ?? 0) > year)
  const naming = replacers(catalogue, project).filter(
    ({ state }) => state === 'published' || state === 'withdrawn',
  )
  const all = [...new Set([...naming, ...newer.slice(0, 1).map(currentRecord)])]
  return {
    now: all.filter((one) => hasEffect(one, today)).map(toStandard),
    later: all.filter((one) => !hasEffect(one, today)).map(toStandard),
  }
}

function inItsPlace(
  catalogue: Catalogue,
  { current }: Project,
  told: readonly Standard[],
): Pick<Relations, 'inItsPlace'> {
  const { state, standard } = lastInPlaceOf(catalogue, current)
  const isTold = standard === current.standard || told.includes(standard)
  return state === 'published' && !isTold ? { inItsPlace: standard } : {}
}

/** What is being made in place of an edition: its own text's running project, or one that says so. */
function runningFor(
  catalogue: Catalogue,
  project: Project,
  onText: readonly Project[],
): Standard | undefined {
  if (project.current.state !== 'published') return undefined
  const own = runningAmong(onText.filter((one) => one !== project))
  if (own !== undefined) return own.current.standard
  return replacers(catalogue, project).find(({ state }) => state === 'draft')?.standard
}

function baseOf(catalogue: Catalogue, record: StandardRecord, today: Day): { base?: Standard } {
  const designation = record.present?.designation
  if (designation === undefined || !isSupplement(designation)) return {}
  const base = withoutSupplements(designation)
  const year = 'year' in base ? base.year : undefined
  const projects = catalogue.projectsOn(designationKey(base))
  const edition =
    year === undefined ? presentProject(projects, today) : projects.find((one) => one.year === year)
  return edition === undefined ? {} : { base: edition.current.standard }
}

function supplementsTo(catalogue: Catalogue, project: Project): Standard[] {
  const editions = project.records.flatMap(({ present }) =>
    present === undefined || isSupplement(present.designation) ? [] : [editionKey(present.designation)],
  )
  const names = [...new Set(editions)].flatMap((edition) => catalogue.supplementsTo(edition))
  return currentsOf(catalogue, names)
}

function partsWith(catalogue: Catalogue, record: StandardRecord, today: Day): Relations['parts'] {
  const designation = record.present?.designation
  if (designation === undefined || !('part' in designation) || designation.part === undefined)
    return undefined
  if (isSupplement(designation)) return undefined
  const { part: _, year: _year, ...series } = designation
  const names = catalogue
    .partsOf(designationKey(series as Designation))
    .filter(({ role }) => role === 'present')
  const keys = [...new Set(names.map(({ key }) => key))].filter((key) => key !== record.key)
  const records = keys.flatMap((key) => presentProject(catalogue.projectsOn(key), today)?.current ?? [])
  if (records.length === 0) return undefined
  return {
    series: seriesName(series as Designation),
    standards: [...new Set(records)].sort(byName).map(toStandard),
  }
}

/** How a person asks for all parts: without stage, iteration and year. */
function seriesName(d: Designation): string {
  if (d.scheme === 'national') return `${d.prefix} ${d.number}`
  if (d.scheme === 'iso') return `${d.publishers.join('/')} ${d.number}`
  return 'type' in d ? `${d.type} ${d.number}` : ''
}

function currentsOf(catalogue: Catalogue, names: readonly RecordName[]): Standard[] {
  const projects = names
    .filter(({ role }) => role === 'present')
    .map(({ record }) => catalogue.projectOf(record))
  return [...new Set(projects)].map(currentRecord).sort(byName).map(toStandard)
}

function byName(a: StandardRecord, b: StandardRecord): number {
  if (a.present === undefined || b.present === undefined) return 0
  return compareDesignations(a.present.designation, b.present.designation)
}

function currentRecord({ current }: Project): StandardRecord {
  return current
}

function currentOf({ current }: Project): Standard {
  return current.standard
}

function toStandard({ standard }: StandardRecord): Standard {
  return standard
}

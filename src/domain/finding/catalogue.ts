import {
  type Designation,
  designationKey,
  designationNumber,
  printDesignation,
} from '../designation/rules.ts'
import { type Project, projectsAmong } from '../standard/projects.ts'
import { isSupplement, type RecordName, readRecord, type StandardRecord } from '../standard/record.ts'
import type { Standard } from '../standard/rules.ts'
import { append, withdraw } from './append.ts'

/**
 * All standards with their names read, found by name in a time that does not grow with their number. A standard that
 * changes is put in its place; nothing else is read again.
 */
export type Catalogue = {
  put(standard: Standard): void
  count(): number
  /** The record at a place; places are counted from 0 and stay. */
  at(place: number): StandardRecord | undefined
  placeOf(record: StandardRecord): number
  byId(id: string): StandardRecord | undefined
  all(): readonly StandardRecord[]
  /** Names of the text with this key; of its supplements where the key leaves out the year of their base. */
  named(key: string): readonly RecordName[]
  /** Names with this number, or with this number and part (`62443.4.1`), without leading zeros. */
  numbered(number: string): readonly RecordName[]
  /** Names of the parts of a series, by its key. */
  partsOf(seriesKey: string): readonly RecordName[]
  /** Names of the supplements to a text in one edition: see `editionKey`. */
  supplementsTo(editionKey: string): readonly RecordName[]
  /** Records with a project number, as its body writes it. */
  withProject(number: string): readonly StandardRecord[]
  projectOf(record: StandardRecord): Project
  /** Whether the record at a place is the current one of its project. */
  isCurrentAt(place: number): boolean
  /** The projects that are on a text now, by its key. */
  projectsOn(key: string): Project[]
  /** A number of the text that the record at a place is of by now; two have one number if their texts are one. */
  textAt(place: number): number
  hasNumber(number: string): boolean
  /** All numbers that texts are called by, with and without parts. */
  numbers(): ReadonlyMap<string, unknown>
  /** Names called by words instead of a number, such as Internet-Drafts. */
  unnumbered(): readonly RecordName[]
}

/** A catalogue of these standards. */
export function createCatalogue(standards: Iterable<Standard>): Catalogue {
  const records: StandardRecord[] = []
  const places = new Map<string, number>()
  const byKey = new Map<string, RecordName[]>()
  const byAlias = new Map<string, RecordName[]>()
  const byNumber = new Map<string, RecordName[]>()
  const bySeries = new Map<string, RecordName[]>()
  const byBase = new Map<string, RecordName[]>()
  const byProject = new Map<string, StandardRecord[]>()
  const unnumbered = new Set<RecordName>()
  /** By place; what may have changed is forgotten and worked out when it is next asked for. */
  const projects: (Project | undefined)[] = []
  const texts = new Map<string, number>()
  const textNumbers: (number | undefined)[] = []

  function link(record: StandardRecord, change: <K, V>(index: Map<K, V[]>, key: K, value: V) => void): void {
    if (record.project !== undefined) change(byProject, projectDigits(record.project), record)
    for (const name of record.names) {
      const { designation } = name
      change(byKey, name.key, name)
      for (const alias of aliasesOf(name)) change(byAlias, alias, name)
      if (isSupplement(designation)) change(byBase, editionKey(withoutSupplement(designation)), name)
      const called = designationNumber(designation)
      if (called === undefined) continue
      change(byNumber, called.number, name)
      if (called.part === undefined) continue
      change(byNumber, partNumber(called.number, called.part), name)
      for (const series of seriesOf(designation)) change(bySeries, designationKey(series), name)
    }
  }

  /** Whoever may be of one project with a record: of its text, of its number, or of one of its names. */
  function relativesOf(record: StandardRecord): Set<StandardRecord> {
    const found = new Set([record])
    for (const one of found) {
      if (one.project !== undefined)
        for (const same of byProject.get(projectDigits(one.project)) ?? [])
          if (same.project === one.project) found.add(same)
      for (const own of one.names) {
        if (own.role === 'replaced') continue
        for (const same of byKey.get(own.key) ?? []) if (same.role !== 'replaced') found.add(same.record)
      }
    }
    return found
  }

  function forgetProjects(around: StandardRecord): void {
    // While a list is read for the first time nothing is known that could be forgotten.
    if (projects.length === 0) return
    for (const record of relativesOf(around)) {
      projects[placeOf(record)] = undefined
      textNumbers[placeOf(record)] = undefined
    }
  }

  function placeOf(record: StandardRecord): number {
    return places.get(record.standard.id) ?? -1
  }

  function projectOf(record: StandardRecord): Project {
    const place = placeOf(record)
    const known = projects[place]
    if (known !== undefined) return known
    for (const project of projectsAmong([...relativesOf(record)]))
      for (const one of project.records) projects[placeOf(one)] = project
    return projects[place] ?? { records: [record], current: record, key: record.key }
  }

  function put(standard: Standard): void {
    const known = places.get(standard.id)
    const before = known === undefined ? undefined : records[known]
    if (before !== undefined) {
      forgetProjects(before)
      link(before, withdraw)
      for (const name of before.names) unnumbered.delete(name)
    }
    const record = readRecord(standard)
    if (known === undefined) places.set(standard.id, records.length)
    records[known ?? records.length] = record
    link(record, append)
    for (const name of record.names)
      if (designationNumber(name.designation) === undefined) unnumbered.add(name)
    forgetProjects(record)
  }

  for (const standard of standards) put(standard)

  return {
    put,
    count: () => records.length,
    at: (place) => records[place],
    placeOf,
    byId: (id) => records[places.get(id) ?? -1],
    all: () => records,
    named: (key) => byKey.get(key) ?? byAlias.get(key) ?? [],
    numbered: (number) => byNumber.get(number.replace(/^0+(?=\d)/, '')) ?? [],
    partsOf: (key) => bySeries.get(key) ?? [],
    supplementsTo: (key) => byBase.get(key) ?? [],
    withProject: (number) => byProject.get(number) ?? [],
    projectOf,
    isCurrentAt(place) {
      const record = records[place]
      if (record === undefined) return false
      return (projects[place] ?? projectOf(record)).current === record
    },
    projectsOn(key) {
      const on = new Set<Project>()
      for (const { record, role } of byKey.get(key) ?? []) {
        const project = role === 'replaced' ? undefined : projectOf(record)
        if (project?.key === key) on.add(project)
      }
      return [...on]
    },
    textAt(place) {
      const known = textNumbers[place]
      const record = records[place]
      if (known !== undefined || record === undefined) return known ?? -1
      const { key } = projectOf(record)
      const text = texts.get(key) ?? texts.size
      texts.set(key, text)
      textNumbers[place] = text
      return text
    },
    hasNumber: (number) => byNumber.has(number),
    numbers: () => byNumber,
    unnumbered: () => [...unnumbered],
  }
}

/** The text of a name in its edition, for what belongs to that edition alone. */
export function editionKey(d: Designation): string {
  const year = 'year' in d && d.year !== undefined ? ` ${d.year}` : ''
  return `${designationKey(d)}${year}`
}

function withoutSupplement(d: Designation): Designation {
  if (d.scheme === 'national') {
    const { amendment: _, ...base } = d
    return base
  }
  return d.scheme === 'iso' || d.scheme === 'cen' ? { ...d, supplements: [] } : d
}

/** A supplement is also known without the year of its base, a guide without a number by the name it shares. */
function aliasesOf({ key, designation }: RecordName): string[] {
  const whole = designationKey(designation)
  if (!isSupplement(designation) || !('year' in designation)) return whole === key ? [] : [whole]
  const { year: _, ...undated } = designation
  const alias = designationKey(undated as Designation)
  return alias === key ? [] : [alias]
}

/** The series that a part belongs to, asked for without it: `IEC 62443-4` and `IEC 62443` of `IEC 62443-4-1`. */
function seriesOf(d: Designation): Designation[] {
  if (!('part' in d) || d.part === undefined || isSupplement(d)) return []
  const { part, year: _, ...whole } = d
  const steps = part.split(/[.-]/).slice(0, -1)
  const sign = d.scheme === 'national' ? '.' : '-'
  return [whole, ...steps.map((_step, at) => ({ ...whole, part: steps.slice(0, at + 1).join(sign) }))]
}

/** A number with its part, in whatever way its scheme joins them. */
export function partNumber(number: string, part: string): string {
  return `${number}.${part.replaceAll('-', '.')}`
}

/** The digits that people call a text by, or its whole name where it has none. */
export function calledBy(d: Designation): string {
  return designationNumber(d)?.number ?? (d.scheme === 'internet-draft' ? d.name : printDesignation(d))
}

function projectDigits(project: string): string {
  return project.slice(project.indexOf(' ') + 1)
}

import type { Day } from '../calendar/day.ts'
import {
  compareDesignations,
  type Designation,
  type DesignationNumber,
  designationKey,
  type Parsed,
} from '../designation/rules.ts'
import { byProgress, presentProject, runningAmong } from '../standard/projects.ts'
import {
  draftMark,
  isDraftName,
  isSupplement,
  type NameRole,
  type RecordName,
  type StandardRecord,
  yearOf,
} from '../standard/record.ts'
import { type Catalogue, partNumber } from './catalogue.ts'
import { isOfItsType, phaseOfDraft } from './drafts.ts'
import type { Asked } from './found.ts'
import { lastInPlaceOf } from './replacers.ts'

/** What a name stands for; no records where it stands for nothing. */
export type Named = { records: StandardRecord[]; asked: Asked }

/** Finding by designation, on a day: which edition is in force depends on it. */
export type NameFinder = {
  resolve(asked: Designation, today: Day): Named
  resolveAmbiguous(asked: Extract<Parsed, { kind: 'ambiguous' }>, today: Day): Named
}

/** Finds by the names of a catalogue. */
export function nameFinder(catalogue: Catalogue): NameFinder {
  const { projectOf, projectsOn } = catalogue

  function resolve(asked: Designation, today: Day): Named {
    const key = designationKey(asked)
    const names = ofNewestBase(catalogue.named(key), asked)
    if (names.length > 0 && !isOfItsType(asked, names)) return { records: [], asked: 'present-name' }
    if (names.length === 0) return partsOf(key, yearOf(asked), today)
    if (asked.scheme === 'tc260-guide' && asked.sequence === undefined) {
      const bearers = unique(names.map(({ record }) => record)).sort(byName)
      const isPresent = names.some(({ role }) => role === 'present')
      return { records: bearers, asked: isPresent ? 'present-name' : 'former-name' }
    }
    if (isDraftName(asked)) return draftAsked(names, asked, today)
    const year = yearOf(asked)
    return year === undefined ? textAsked(names, today) : editionAsked(names, year, today)
  }

  /** The edition meant by its year; another edition is no answer, nor is a draft. */
  function editionAsked(names: readonly RecordName[], year: number, today: Day): Named {
    const own = names.filter(({ role, record }) => role === 'present' && record.year === year)
    const undated = names.filter(
      ({ role, record }) => role === 'present' && record.year === undefined && record.state !== 'draft',
    )
    for (const some of [
      own,
      own.length > 0 ? [] : undated.filter(({ designation }) => !isDraftName(designation)),
    ]) {
      const [best] = currents(some).sort(byProgress)
      if (best !== undefined) return { records: [best], asked: 'present-name' }
    }
    const dated = names.filter((name) => name.year === year)
    for (const { record, designation, key } of ofRole(dated, 'former')) {
      const { current } = projectOf(record)
      const isEdition = record.key === key && !isDraftName(designation)
      if (!isEdition) return { records: [current], asked: 'former-name' }
      return { records: [presentOf(current, today)], asked: 'replaced-edition' }
    }
    const bearers = currents(ofRole(dated, 'replaced')).sort(
      (a, b) => Number(b.state === 'published') - Number(a.state === 'published') || byProgress(a, b),
    )
    const [bearer] = bearers
    if (bearer === undefined) return { records: [], asked: 'present-name' }
    const present = bearer.state === 'draft' ? bearer : presentOf(lastInPlaceOf(catalogue, bearer), today)
    return { records: [present], asked: 'replaced-edition' }
  }

  /** A draft by its stage: its project moves on, so its present record answers. */
  function draftAsked(names: readonly RecordName[], asked: Designation, today: Day): Named {
    const year = yearOf(asked)
    const mark = draftMark(asked)
    const same = names.filter(
      (name) =>
        draftMark(name.designation) === mark &&
        isDraftName(name.designation) &&
        (year === undefined || name.year === undefined || name.year === year),
    )
    for (const role of ['present', 'former'] as const) {
      const bearing = ofRole(same, role)
      const projects = unique(bearing.map(({ record }) => projectOf(record)))
      const meant = runningAmong(projects) ?? presentProject(projects, today)
      if (meant === undefined) continue
      const answer = meant.current.state === 'draft' ? meant.current : presentOf(meant.current, today)
      const isPresent = role === 'present' && bearing.some(({ record }) => record === answer)
      return { records: [answer], asked: isPresent ? 'present-name' : 'former-name' }
    }
    const projects = unique(
      [...ofRole(names, 'present'), ...ofRole(names, 'former')].map(({ record }) => projectOf(record)),
    )
    const meant = runningAmong(projects) ?? presentProject(projects, today)
    if (meant === undefined) return { records: [], asked: 'present-name' }
    return {
      records: [meant.current],
      asked: isBehind(asked, meant.current) ? 'former-name' : 'not-on-record',
    }
  }

  /** A text without year and stage: the edition in force, or what comes nearest to one. */
  function textAsked(names: readonly RecordName[], today: Day): Named {
    const roles = [
      ['present', 'present-name'],
      ['former', 'former-name'],
      ['replaced', 'replaced-edition'],
    ] as const
    let fallback: Named | undefined
    for (const [role, asked] of roles) {
      const projects = unique(ofRole(names, role).map(({ record }) => projectOf(record)))
      const here =
        role === 'present' ? projects.filter(({ key }) => names.some((name) => name.key === key)) : projects
      const present = presentProject(here.length > 0 ? here : projects, today)
      if (present === undefined) continue
      const isOwn = role !== 'present' || here.length > 0
      const named: Named = { records: [present.current], asked: isOwn ? asked : 'former-name' }
      const isLive = present.current.state === 'published' || present.current.state === 'draft'
      // What was withdrawn or given up may go on under another name.
      if (isLive) return role === 'replaced' ? (fallback ?? named) : named
      if (role === 'replaced')
        return (
          fallback ?? { ...named, records: [presentOf(lastInPlaceOf(catalogue, present.current), today)] }
        )
      fallback ??= named
    }
    return fallback ?? { records: [], asked: 'present-name' }
  }

  function presentOf(record: StandardRecord, today: Day): StandardRecord {
    return presentProject(projectsOn(projectOf(record).key), today)?.current ?? record
  }

  function currents(names: readonly RecordName[]): StandardRecord[] {
    return unique(names.map(({ record }) => projectOf(record).current))
  }

  /** The parts of a series that is asked for without them; of a year where one is asked. */
  function partsOf(key: string, year: number | undefined, today: Day): Named {
    const parts = catalogue.partsOf(key).filter((name) => name.role !== 'replaced')
    const dated = parts.filter((name) => name.year === year && name.role === 'present')
    const records = year === undefined ? presentTexts(parts, today) : currents(dated)
    return { records: records.sort(byName), asked: 'present-name' }
  }

  /** The present record of each text among the names, in their order. */
  function presentTexts(names: readonly RecordName[], today: Day): StandardRecord[] {
    const keys = unique(names.map(({ key }) => key))
    return unique(
      keys.flatMap(
        (key) =>
          textAsked(
            names.filter((name) => name.key === key),
            today,
          ).records,
      ),
    )
  }

  function resolveBare({ number, part, year }: DesignationNumber, today: Day): StandardRecord[] {
    const whole = catalogue.numbered(part === undefined ? number : partNumber(number, part))
    if (year === undefined) {
      const texts = whole.filter(({ designation, role }) => !isSupplement(designation) && role !== 'replaced')
      return presentTexts(texts.length > 0 ? texts : whole, today).sort(byStage)
    }
    const keys = unique(whole.map(({ key }) => key))
    const dated = keys.flatMap(
      (key) =>
        editionAsked(
          whole.filter((name) => name.key === key),
          year,
          today,
        ).records,
    )
    const asPart = part === undefined ? catalogue.numbered(partNumber(number, String(year))) : []
    return unique([...dated, ...presentTexts(asPart, today)]).sort(byStage)
  }

  return {
    resolve,
    resolveAmbiguous(asked, today) {
      if (!asked.anyScheme) {
        const all = asked.readings.map((reading) => resolve(reading, today))
        const [first] = all.filter(({ records }) => records.length > 0)
        return {
          records: unique(all.flatMap(({ records }) => records)),
          asked: first?.asked ?? 'present-name',
        }
      }
      const records = resolveBare(asked, today)
      if (records.length > 0) return { records, asked: 'present-name' }
      const projects = unique(catalogue.withProject(asked.number).map(projectOf))
      return { records: projects.map(({ current }) => current), asked: 'former-name' }
    },
  }
}

/** Where the year of a supplement's base is left out, the newest base is meant. */
function ofNewestBase(names: readonly RecordName[], asked: Designation): readonly RecordName[] {
  if (!isSupplement(asked) || !('year' in asked) || asked.year !== undefined) return names
  const base = ({ designation }: RecordName) => ('year' in designation ? (designation.year ?? 0) : 0)
  const newest = Math.max(...names.map(base))
  return names.filter((name) => base(name) === newest)
}

/** Whether a record has gone past the draft that was asked for. */
function isBehind(asked: Designation, current: StandardRecord): boolean {
  const phase = phaseOfDraft(asked)
  const iteration = Number(/\.(\d+)$/.exec(draftMark(asked))?.[1] ?? 1)
  return phase < current.phase || (phase === current.phase && iteration <= current.iteration)
}

/** Names in one role, those of the most current records first, in whatever order the records came. */
function ofRole(names: readonly RecordName[], role: NameRole): RecordName[] {
  return names.filter((name) => name.role === role).sort((a, b) => byProgress(a.record, b.record))
}

function byName(a: StandardRecord, b: StandardRecord): number {
  return a.present !== undefined && b.present !== undefined
    ? compareDesignations(a.present.designation, b.present.designation) || byProgress(a, b)
    : byProgress(a, b)
}

/** What is out first, then what is being made, then what is not any more. */
function byStage(a: StandardRecord, b: StandardRecord): number {
  const order = ['published', 'draft', 'withdrawn', 'abandoned']
  return order.indexOf(a.state) - order.indexOf(b.state) || byName(a, b)
}

function unique<T>(some: readonly T[]): T[] {
  return [...new Set(some)]
}

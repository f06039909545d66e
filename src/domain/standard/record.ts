import type { Day } from '../calendar/day.ts'
import { type Designation, designationKey, parseDesignation } from '../designation/rules.ts'
import { stageSystem } from '../stage/system.ts'
import { dueOn } from './due.ts'
import type { Standard } from './rules.ts'

/** Whose name it is: the one the record bears, another one of its own, or that of an edition which it replaces. */
export type NameRole = 'present' | 'former' | 'replaced'

/** One name on record, read as a designation. */
export type RecordName = {
  record: StandardRecord
  role: NameRole
  designation: Designation
  /** One for all editions, stages and iterations of one text. */
  key: string
  /** The year of the edition, or of the last supplement where it has one. */
  year?: number
}

/** A standard with what its names and its stage say, read once. */
export type StandardRecord = {
  standard: Standard
  /** Its present name first; absent from here is what is no designation. */
  names: readonly RecordName[]
  /** Names that are no designations: `GBZ 188-2014`. */
  wordedNames: readonly string[]
  present?: RecordName
  /** The text that its present name names; a text of its own where that is no designation. */
  key: string
  /** The year of the edition; absent for a draft and for what is not out or was never dated. */
  year?: number
  iteration: number
  /** The phase on the scale of all systems, and the stage's place in its own; both grow on the way to publication. */
  phase: number
  step: number
  state: 'draft' | 'published' | 'withdrawn' | 'abandoned'
  /** When a draft is due, by target or limit. What is out is due for nothing that either could be set for. */
  dueOn?: Day
  /** The issuing body's number of the project, with its stage system: two bodies may count alike. */
  project?: string
}

/** Reads the names, the stage and the project of a standard. */
export function readRecord(standard: Standard): StandardRecord {
  const names: RecordName[] = []
  const wordedNames: string[] = []
  const { phase, step, state } = readStage(standard)
  const record: StandardRecord = {
    standard,
    names,
    wordedNames,
    key: ` ${standard.id}`,
    iteration: 1,
    phase,
    step,
    state,
  }
  const read = (name: string, role: NameRole) => {
    const designation = readName(name)
    if (designation !== undefined) names.push(recordName(record, role, designation))
    else if (role !== 'replaced') wordedNames.push(name)
  }
  read(standard.designation, 'present')
  for (const name of standard.otherNames) read(name, 'former')
  const [first] = names
  for (const name of standard.replaces) read(name, 'replaced')
  // Sources say of an edition that it replaces its own last draft too.
  for (const name of names)
    if (name.role === 'replaced' && name.key === first?.key && isDraftName(name.designation))
      name.role = 'former'
  if (first?.role === 'present') {
    record.present = first
    record.key = first.key
    record.iteration = iterationOf(first.designation)
    const year = isDraftName(first.designation) ? undefined : (first.year ?? yearIn(standard.publishedOn))
    if (year !== undefined) record.year = year
  }
  const due = state === 'draft' ? dueOn(standard) : undefined
  if (due !== undefined) record.dueOn = due
  const project = projectNumber(standard)
  if (project !== undefined) record.project = `${standard.stages} ${project}`
  return record
}

function recordName(record: StandardRecord, role: NameRole, designation: Designation): RecordName {
  const year = yearOf(designation)
  // Guides that have no number yet share a name and are texts of their own.
  const unnumbered = designation.scheme === 'tc260-guide' && designation.sequence === undefined
  const key = unnumbered ? ` ${record.standard.id}` : designationKey(designation)
  return { record, role, designation, key, ...(year !== undefined && { year }) }
}

/** Of two readings of a name on record the likelier is believed; digits alone are no name of a known text. */
function readName(name: string): Designation | undefined {
  const parsed = parseDesignation(name)
  if (parsed.kind === 'designation') return parsed.designation
  return parsed.kind === 'ambiguous' && !parsed.anyScheme ? parsed.readings[0] : undefined
}

/** ISO's catalogue addresses a project by its number: `https://www.iso.org/standard/88134.html`. */
function projectNumber({ project, url, stages }: Standard): string | undefined {
  if (project !== undefined) return project
  return stages === 'iso'
    ? /^https?:\/\/(?:www\.)?iso\.org\/standard\/(\d+)\b/.exec(url ?? '')?.[1]
    : undefined
}

function readStage({ stages, stage }: Standard): Pick<StandardRecord, 'phase' | 'step' | 'state'> {
  const system = stageSystem(stages)
  const place = { phase: system.level(stage), step: system.codes.indexOf(stage) }
  if (system.isPublished(stage)) return { ...place, state: 'published' }
  if (!system.isClosed(stage)) return { ...place, state: 'draft' }
  return { ...place, state: system.isAbandoned(stage) ? 'abandoned' : 'withdrawn' }
}

/** The year that tells editions apart: a supplement's own, else the text's. Absent where the key holds it already. */
export function yearOf(d: Designation): number | undefined {
  if (d.scheme === 'tc260-guide') return undefined
  if (d.scheme === 'national' && d.amendment !== undefined) return d.amendment.year
  if ('supplements' in d && d.scheme === 'iso' && d.supplements.length > 0) return d.supplements.at(-1)?.year
  return 'year' in d ? d.year : undefined
}

/**
 * What tells one draft of a text from another beside the year: stage and iteration, or revision. Empty for the plain
 * name of an edition.
 */
export function draftMark(d: Designation): string {
  const stage = draftStage(d)
  if (d.scheme === 'internet-draft') return d.revision === undefined ? '' : String(d.revision)
  return `${stage ?? ''}${iterationOf(d) === 1 ? '' : `.${iterationOf(d)}`}`
}

/** Whether a name is that of a draft. */
export function isDraftName(d: Designation): boolean {
  return draftStage(d) !== undefined || d.scheme === 'internet-draft'
}

/** `CD`, `DIS`, `D` of `DAM`, `pr`: the word for the stage in a draft's name. */
export function draftStage(d: Designation): string | undefined {
  switch (d.scheme) {
    case 'iso':
      return d.supplements.length > 0 ? d.supplements.at(-1)?.stage : d.stage
    case 'cen':
    case 'etsi':
      return d.draft
    default:
      return undefined
  }
}

/** Whether a designation is that of an amendment, a corrigendum or another sheet to a text. */
export function isSupplement(d: Designation): boolean {
  if (d.scheme === 'national') return d.amendment !== undefined
  if (d.scheme === 'iso') return d.supplements.length > 0
  return d.scheme === 'cen' && d.supplements.some(({ joiner }) => joiner === '/')
}

/** The text that a supplement belongs to: `ISO/IEC 27001:2022` of `ISO/IEC 27001:2022/DAM 1`. */
export function withoutSupplements(d: Designation): Designation {
  if (d.scheme === 'iso' || d.scheme === 'cen') {
    const { stage: _, ...rest } = { stage: undefined, ...d, supplements: [] }
    return rest as Designation
  }
  if (d.scheme !== 'national') return d
  const { amendment: _, ...rest } = d
  return rest
}

function iterationOf(d: Designation): number {
  if (d.scheme === 'iso' && d.supplements.length > 0) return d.supplements.at(-1)?.iteration ?? 1
  if (d.scheme === 'internet-draft') return d.revision ?? 1
  return ('iteration' in d ? d.iteration : undefined) ?? 1
}

/** The year of a day, month or year. */
export function yearIn(on: string | undefined): number | undefined {
  return on === undefined ? undefined : Number(on.slice(0, 4))
}

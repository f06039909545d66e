import { isSurelyAfter } from '../../calendar/day.ts'
import { stageSystem } from '../../stage/system.ts'
import { designationOf, keyOfCanonical } from '../names.ts'
import type { Standard } from '../rules.ts'
import { combineRows } from './combine-rows.ts'
import { doubtedDays } from './doubted-days.ts'
import { sameTitles } from './doubted-titles.ts'
import { exportedFields, fieldText } from './field-text.ts'
import type { Given, ImportRow, Place, RowFault } from './given.ts'
import type { Added, Changed, Deduction, Doubt, ImportPlan } from './import-plan.ts'
import { impossibleIn, toldAsOf } from './impossible.ts'
import { newId } from './new-id.ts'
import { type Met, type MetBy, type RecordIndex, recordIndex } from './record-index.ts'
import { type GivenStage, stageGiven } from './stage-given.ts'
import { type Defaults, newStandard, toldAgain } from './told-standard.ts'

/** Nobody reads further before mending what is listed. */
const mostListed = 200

export type PlanOptions = {
  /**
   * Takes stages that are older than those on record, or lie before them, and days that hardly go together, as a
   * person has said they are right.
   */
  takesDoubtful?: boolean
}

/** What was read of a file. */
export type ReadFile = {
  rows: readonly ImportRow[]
  faults: readonly RowFault[]
  /** What could be read of the rows that have a fault: they are not taken, but may contradict one that is. */
  faultyRows?: readonly ImportRow[]
  defaults: Defaults
}

/** Rows of one standard, and the record that they meet. */
type Told = { met?: Met | undefined; rows: ImportRow[] }

/**
 * What the rows of a file would change of the records. Pure: the same rows and records give the same plan. Where rows
 * contradict each other or what is on record, nothing is guessed: they are shown and held.
 */
export function planImport(
  file: ReadFile,
  records: readonly Standard[],
  { takesDoubtful = false }: PlanOptions = {},
): ImportPlan {
  const index = recordIndex(records)
  const faults = [...file.faults]
  const doubts: Doubt[] = []
  const added: Added[] = []
  const changed: Changed[] = []
  const deduced: ImportPlan['deduced'] = {}
  const seen = new Set<string>()
  let unchanged = 0
  let repeated = 0
  const count = (deductions: readonly Deduction[]) => {
    for (const one of deductions) deduced[one] = (deduced[one] ?? 0) + 1
  }

  const sound: ImportRow[] = []
  const faultyRows = [...(file.faultyRows ?? [])]
  for (const row of file.rows) {
    const impossible = impossibleIn(row, file.defaults.asOf)
    faults.push(...impossible)
    if (impossible.length === 0) sound.push(row)
    else faultyRows.push(row)
  }
  const told = toldOf(sound, index.meet)
  const faultyNamed = rowsByName(faultyRows)
  const taken = new Map<string, string>()
  const idOfNew = (given: Given, designation: string) =>
    given.id ?? newId(designation, (id) => index.byId(id) !== undefined || taken.has(id))

  function daysDoubt(given: Given, after: Standard, before: Standard | undefined) {
    const doubt = takesDoubtful ? undefined : doubtedDays(after, before, toldAsOf(given, file.defaults.asOf))
    return doubt && { ...doubt, isHeld: true, designation: after.designation }
  }

  function takeNew(given: Given, places: Place[]): void {
    const designation = given.designation
    const [place] = places
    if (place === undefined) return
    if (designation === undefined) {
      faults.push({
        place,
        field: 'designation',
        ...(given.id !== undefined && { value: given.id }),
        problem: { kind: 'missing' },
      })
      return
    }
    if (given.titleZh === undefined && given.titleEn === undefined) {
      faults.push({ place, field: 'titleEn', value: designation, problem: { kind: 'missing' } })
      return
    }
    const stage = stageGiven(given, undefined)
    if (!stage.ok) return void faults.push(stageFault(place, stage))
    const undated = undatedTwin(designation, index)
    if (undated !== undefined)
      return void doubts.push({
        kind: 'undated',
        isHeld: true,
        places,
        designation,
        other: { id: undated.id, designation: undated.designation },
      })
    const id = idOfNew(given, designation)
    const other = taken.get(id)
    if (other !== undefined)
      return void doubts.push({
        kind: 'same-id',
        isHeld: true,
        places,
        designation,
        other: { id, designation: other },
      })
    const made = newStandard(given, { id, designation, stage, defaults: file.defaults })
    const doubt = daysDoubt(given, made.standard, undefined)
    if (doubt !== undefined) return void doubts.push({ ...doubt, places })
    taken.set(id, designation)
    count(made.deduced)
    added.push({ places, standard: made.standard })
  }

  function takeKnown(given: Given, places: Place[], { record, by }: Met): void {
    const [place] = places
    if (place === undefined) return
    const stage = stageGiven(given, record)
    if (!stage.ok) return void faults.push(stageFault(place, stage))
    const doubt = takesDoubtful ? undefined : stageDoubt(given, record, stage, file.defaults)
    if (doubt !== undefined) return void doubts.push({ ...doubt, places })
    const calledAnew = by !== 'former-name' && by !== 'name'
    const holder = calledAnew && given.designation !== undefined ? index.called(given.designation) : undefined
    if (holder !== undefined && holder.id !== record.id)
      return void doubts.push({
        kind: 'also-named',
        isHeld: true,
        places,
        designation: given.designation ?? '',
        other: { id: holder.id, designation: holder.designation },
      })
    const { standard: after, deduced } = toldAgain(record, given, {
      stage,
      calledAnew,
      defaults: file.defaults,
    })
    const daysInDoubt = daysDoubt(given, after, record)
    if (daysInDoubt !== undefined) return void doubts.push({ ...daysInDoubt, places })
    const fields = changesBetween(record, after)
    if (fields.length === 0) unchanged += 1
    else {
      count(deduced)
      changed.push({ places, before: record, after, fields })
    }
  }

  for (const { met, rows } of told) {
    if (met !== undefined) seen.add(met.record.id)
    const besides = [...rowsByName(rows).keys()].flatMap((key) => faultyNamed.get(key) ?? [])
    const combined = combineRows(rows)
    const compared = besides.length === 0 ? combined : combineRows([...rows, ...besides.map(titlesAlone)])
    const { places } = combined
    if (!combined.ok || !compared.ok) {
      const designation = strangest(rows, met)
      const isNamed = new Set(rows.map(({ given }) => keyOfCanonical(given.designation ?? ''))).size === 1
      doubts.push({
        kind: isNamed ? 'same-name' : 'also-named',
        isHeld: true,
        places,
        ...(besides.length > 0 && { besides: besides.map(({ place }) => place) }),
        designation,
        ...(met !== undefined && { other: { id: met.record.id, designation: met.record.designation } }),
        differing: compared.ok ? [] : compared.differing,
      })
      continue
    }
    repeated += combined.repeated
    if (met === undefined) takeNew(combined.given, places)
    else takeKnown(combined.given, places, met)
  }
  doubts.push(...sameTitles(added, records))

  const sorted = faults.sort((a, b) => a.place.line - b.place.line)
  return {
    added,
    changed,
    unchanged,
    repeated,
    faults: sorted.slice(0, mostListed),
    unlisted: Math.max(0, sorted.length - mostListed),
    faulty: new Set(sorted.map(({ place }) => `${place.sheet ?? ''} ${place.line}`)).size,
    doubts,
    absent: records.map(({ id }) => id).filter((id) => !seen.has(id)),
    deduced,
  }
}

/**
 * The rows by the standard that they tell of, in the order of the file: first by the name that they bear, whatever is
 * on record, so that what contradicts itself today does so tomorrow; then by the record that they meet. Rows that call
 * one record by different names come together and contradict each other in that: they may be two texts.
 */
function toldOf(all: readonly ImportRow[], meet: (given: Given) => Met | undefined): Told[] {
  const told = new Map<string, Told>()
  for (const [key, rows] of rowsByName(all)) {
    const met = surest(rows.map(({ given }) => meet(given)))
    const place = met === undefined ? key : `record ${met.record.id}`
    const known = told.get(place)
    if (known === undefined) told.set(place, { rows, ...(met && { met }) })
    else told.set(place, { rows: [...known.rows, ...rows], met: surest([known.met, met]) ?? met })
  }
  return [...told.values()]
}

function rowsByName(rows: readonly ImportRow[]): Map<string, ImportRow[]> {
  const named = new Map<string, ImportRow[]>()
  for (const row of rows) {
    const { id, designation } = row.given
    const key = designation === undefined ? `id ${id}` : `name ${keyOfCanonical(designation)}`
    const same = named.get(key)
    if (same === undefined) named.set(key, [row])
    else same.push(row)
  }
  return named
}

/** Of a faulty row only the titles are compared: its other cells are told as faults, or are not known to be right. */
function titlesAlone({ place, given: { titleZh, titleEn } }: ImportRow): ImportRow {
  return {
    place,
    given: { ...(titleZh !== undefined && { titleZh }), ...(titleEn !== undefined && { titleEn }) },
  }
}

/** The name to tell rows by that belong together: one that the record they meet does not bear, where there is one. */
function strangest(rows: readonly ImportRow[], met: Met | undefined): string {
  const own = met === undefined ? undefined : keyOfCanonical(met.record.designation)
  const names = rows.flatMap(({ given }) => given.designation ?? [])
  return names.find((name) => keyOfCanonical(name) !== own) ?? met?.record.designation ?? ''
}

const bySureness: readonly MetBy[] = ['id', 'name', 'former-name', 'new-name', 'project']

function surest(all: readonly (Met | undefined)[]): Met | undefined {
  return all.reduce((best, met) => {
    if (best === undefined || met === undefined) return best ?? met
    return bySureness.indexOf(met.by) < bySureness.indexOf(best.by) ? met : best
  }, undefined)
}

function stageFault(place: Place, { field, value, problem }: GivenStage & { ok: false }): RowFault {
  return { place, field, ...(value !== undefined && { value }), problem }
}

/** Why the file's stage is not taken in silence; undefined where it may be. */
function stageDoubt(
  given: Given,
  record: Standard,
  { stages, stage }: GivenStage & { ok: true },
  defaults: Defaults,
): Omit<Doubt, 'places'> | undefined {
  if (stages !== record.stages || stage === record.stage) return undefined
  const asOf = given.asOf ?? defaults.asOf
  const isOlder = isSurelyAfter(record.asOf, asOf)
  const { codes, next } = stageSystem(stages)
  const isBackwards =
    codes.indexOf(stage) < codes.indexOf(record.stage) && !next(record.stage).includes(stage)
  if (!isOlder && !isBackwards) return undefined
  return {
    kind: isOlder ? 'older' : 'backwards',
    isHeld: true,
    designation: given.designation ?? record.designation,
    other: { id: record.id, designation: record.designation },
    stages: { from: record.stage, to: stage, recordedAsOf: record.asOf, asOf },
  }
}

/** A record of the same text that has no year where this name has one, or the other way round. */
function undatedTwin(name: string, { ofText }: Pick<RecordIndex, 'ofText'>): Standard | undefined {
  const designation = designationOf(name)
  if (designation?.scheme !== 'national' || designation.amendment !== undefined) return undefined
  const isDated = designation.year !== undefined
  return ofText(designation).find((record) => {
    const recorded = designationOf(record.designation)
    return recorded?.scheme === 'national' && (recorded.year !== undefined) !== isDated
  })
}

function changesBetween(before: Standard, after: Standard) {
  return exportedFields.flatMap((field) => {
    const from = fieldText(before, field)
    const to = fieldText(after, field)
    return from === to ? [] : [{ field, from, to }]
  })
}

import { type Day, daysBetween, type PartialDay } from '../calendar/day.ts'
import { type StageSystem, stageSystem } from '../stage/system.ts'
import type { Standard } from '../standard/rules.ts'
import { natureOf } from './gb-clocks.ts'

/** How many days the past cases of one question took, in ascending order; the id is the project's. */
export type Cases = readonly { project: string; days: number }[]

/**
 * How long projects of one kind stayed in a phase before they came to the next one, and how long it was from there to
 * their publication. Made once for all standards: a card only looks its cases up.
 */
export type Durations = {
  toNext(standard: Standard, phase: string): Cases
  toPublication(standard: Standard, phase: string): Cases
}

/** When a project came into each phase first, in the order of the phases. */
export type Passage = { phase: string; on: Day }[]

/** Past cases of all standards. Only days that are known to the day or the month count. */
export function durationsOf(standards: Iterable<Standard>): Durations {
  const projects = new Map<string, Standard[]>()
  for (const standard of standards) {
    const project = projectOf(standard)
    const records = projects.get(project)
    if (records === undefined) projects.set(project, [standard])
    else records.push(standard)
  }
  const next = new Map<string, { project: string; days: number }[]>()
  const publication = new Map<string, { project: string; days: number }[]>()
  const add = (cases: typeof next, key: string, project: string, days: number) => {
    // Two phases of one day are how sources fill in what they don't know.
    if (days <= 0) return
    const known = cases.get(key)
    if (known === undefined) cases.set(key, [{ project, days }])
    else known.push({ project, days })
  }
  for (const [project, records] of projects) {
    const [first] = records
    if (first === undefined) continue
    const system = stageSystem(first.stages)
    const passage = passageOf(records)
    const out = passage.find(({ phase }) => isOut(system, phase))
    for (const [i, { phase, on }] of passage.entries()) {
      if (isOut(system, phase)) continue
      const key = keyOf(first, phase)
      const after = passage[i + 1]
      if (after !== undefined && after.phase === phaseAfter(system, phase))
        add(next, key, project, daysBetween(on, after.on))
      if (out !== undefined) add(publication, key, project, daysBetween(on, out.on))
    }
  }
  for (const cases of [...next.values(), ...publication.values()]) cases.sort((a, b) => a.days - b.days)
  return {
    toNext: (standard, phase) => next.get(keyOf(standard, phase)) ?? [],
    toPublication: (standard, phase) => publication.get(keyOf(standard, phase)) ?? [],
  }
}

/** A project is all records that bear its number; a record without one is a project of its own. */
export function projectOf({ id, stages, project }: Standard): string {
  return project === undefined ? id : `${stages} ${project}`
}

/** When a project, told by its records, came into each phase first. */
export function passageOf(records: readonly Standard[]): Passage {
  const [first] = records
  if (first === undefined) return []
  const system = stageSystem(first.stages)
  const entries = new Map<string, Day>()
  for (const { stage, stageSince, history } of records)
    for (const entry of [...history, ...(stageSince === undefined ? [] : [{ stage, on: stageSince }])]) {
      const on = dayOf(entry.on)
      if (on === undefined || !system.has(entry.stage) || system.isClosed(entry.stage)) continue
      const phase = system.phase(entry.stage)
      const known = entries.get(phase)
      if (known === undefined || on < known) entries.set(phase, on)
    }
  return system.phases.flatMap((phase) => {
    const on = entries.get(phase)
    return on === undefined ? [] : [{ phase, on }]
  })
}

/** The day, or the middle of the month; a year says too little. */
export function dayOf(day: PartialDay): Day | undefined {
  if (day.length === 10) return day
  return day.length === 7 ? `${day}-15` : undefined
}

/** The phase behind this one in its system's order. */
export function phaseAfter(system: StageSystem, phase: string): string | undefined {
  return system.phases[system.phases.indexOf(phase) + 1]
}

function isOut(system: StageSystem, phase: string): boolean {
  return system.codes.some((code) => system.phase(code) === phase && system.isPublished(code))
}

/** Peers are of one system and one kind, and made by the same procedure. */
function keyOf(standard: Standard, phase: string): string {
  return [standard.stages, kindOf(standard), standard.fast === true ? 'fast' : '', phase].join(' ')
}

function kindOf(standard: Standard): string {
  if (standard.stages === 'gb') return natureOf(standard) ?? 'other'
  const { designation } = standard
  if (/\/(?:[A-Z]*AMD|[A-Z]*AM|DAM|COR)\b/i.test(designation)) return 'amendment'
  return /\b(TS|TR|PAS|CWA|Guide)\b/i.exec(designation)?.[1]?.toUpperCase() ?? 'standard'
}

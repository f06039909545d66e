import { type Day, daysBetween, type PartialDay } from '../calendar/day.ts'
import type { StageSystemName } from '../stage/stage-table.ts'
import { stageSystem } from '../stage/system.ts'
import type { Standard } from '../standard/rules.ts'
import { natureOf } from './gb-clocks.ts'

/** How many days the past cases of one question took, in ascending order, and which is that of a project's records. */
export type Cases = { days: readonly number[]; of(project: string): number | undefined }

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

/** So many projects are counted before others have their turn: a few milliseconds. */
const atOnce = 500

/**
 * Past cases of all standards. Only days that are known to the day or the month count. A hundred thousand take about a
 * second, in which `breathe` lets others have their turn.
 */
export async function durationsOf(
  standards: Iterable<Standard>,
  breathe: () => Promise<void>,
): Promise<Durations> {
  const projects = new Map<string, Standard[]>()
  for (const standard of standards) {
    if (standard.history.length === 0 && standard.project === undefined) continue
    const project = projectOf(standard)
    const records = projects.get(project)
    if (records === undefined) projects.set(project, [standard])
    else records.push(standard)
  }
  const next = caseCounter()
  const publication = caseCounter()
  let count = 0
  for (const [project, records] of projects) {
    const [first] = records
    if (first === undefined) continue
    count += 1
    if (count % atOnce === 0) await breathe()
    // Only another record of the same project could tell a project its own future.
    const own = first.project === undefined ? undefined : project
    const { published, after } = phaseFacts(first.stages)
    const peers = peersOf(first)
    const passage = passageOf(records)
    const out = passage.find(({ phase }) => published.has(phase))
    for (const [i, { phase, on }] of passage.entries()) {
      if (published.has(phase)) break
      const following = passage[i + 1]
      if (following !== undefined && following.phase === after.get(phase))
        next.add(`${peers} ${phase}`, own, daysBetween(on, following.on))
      if (out !== undefined) publication.add(`${peers} ${phase}`, own, daysBetween(on, out.on))
    }
  }
  const [toNext, toPublication] = [next.counted(), publication.counted()]
  return {
    toNext: (standard, phase) => toNext.get(`${peersOf(standard)} ${phase}`) ?? none,
    toPublication: (standard, phase) => toPublication.get(`${peersOf(standard)} ${phase}`) ?? none,
  }
}

const none: Cases = { days: [], of: () => undefined }

function caseCounter() {
  type Counted = { days: number[]; byProject: Map<string, number> }
  const cases = new Map<string, Counted>()
  return {
    add(key: string, project: string | undefined, days: number): void {
      // Two phases of one day are how sources fill in what they don't know.
      if (days <= 0) return
      const known: Counted = cases.get(key) ?? { days: [], byProject: new Map() }
      known.days.push(days)
      if (project !== undefined) known.byProject.set(project, days)
      cases.set(key, known)
    },
    counted(): Map<string, Cases> {
      return new Map(
        [...cases].map(([key, { days, byProject }]) => [
          key,
          { days: days.sort((a, b) => a - b), of: (project) => byProject.get(project) },
        ]),
      )
    },
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
  const enter = (stage: string, since: PartialDay) => {
    const on = dayOf(since)
    if (on === undefined || !system.has(stage) || system.isClosed(stage)) return
    const phase = system.phase(stage)
    const known = entries.get(phase)
    if (known === undefined || on < known) entries.set(phase, on)
  }
  for (const { stage, stageSince, history } of records) {
    for (const past of history) enter(past.stage, past.on)
    if (stageSince !== undefined) enter(stage, stageSince)
  }
  return system.phases.flatMap((phase) => {
    const on = entries.get(phase)
    return on === undefined ? [] : [{ phase, on }]
  })
}

/** The day, or the middle of the month; a year says too little. */
function dayOf(day: PartialDay): Day | undefined {
  if (day.length === 10) return day
  return day.length === 7 ? `${day}-15` : undefined
}

/** The phase behind this one in its system's order. */
export function phaseAfter(stages: StageSystemName, phase: string): string | undefined {
  return phaseFacts(stages).after.get(phase)
}

type PhaseFacts = { published: Set<string>; after: Map<string, string> }

const facts = new Map<StageSystemName, PhaseFacts>()

/** Which phases a text comes into when it is out, and which phase follows which; worked out once a system. */
function phaseFacts(stages: StageSystemName): PhaseFacts {
  const known = facts.get(stages)
  if (known !== undefined) return known
  const { codes, phases, phase, isPublished } = stageSystem(stages)
  const made = {
    published: new Set(codes.filter(isPublished).map(phase)),
    after: new Map(phases.slice(1).map((one, i) => [phases[i] ?? '', one])),
  }
  facts.set(stages, made)
  return made
}

/** Peers are of one system and one kind, and made by the same procedure. */
function peersOf(standard: Standard): string {
  return `${standard.stages} ${kindOf(standard)}${standard.fast === true ? ' fast' : ''}`
}

function kindOf(standard: Standard): string {
  if (standard.stages === 'gb') return natureOf(standard) ?? 'other'
  const { designation } = standard
  if (/\/(?:[A-Z]*AMD|[A-Z]*AM|DAM|COR)\b/i.test(designation)) return 'amendment'
  return /\b(TS|TR|PAS|CWA|Guide)\b/i.exec(designation)?.[1]?.toUpperCase() ?? 'standard'
}

import { addDays, type Day, daysBetween } from '../calendar/day.ts'
import { stageSystem } from '../stage/system.ts'
import type { Standard } from '../standard/rules.ts'
import { type Cases, type Durations, passageOf, phaseAfter, projectOf } from './durations.ts'

/** Fewer past cases than these say nothing: the forecast is silent. */
export const fewestCases = 8

/** What past projects say about one that is still being made. */
export type Forecast =
  /** Eight in ten of the `cases` that stayed longer than this one has so far took `low` to `high` days in all. */
  | {
      kind: 'range'
      cases: number
      low: number
      median: number
      high: number
      earliest: Day
      likely: Day
      latest: Day
    }
  /** It has been here for longer than all but `longer` of the `cases`, which is too few to go by. */
  | { kind: 'beyond'; cases: number; longer: number; elapsed: number }

/** When it may come to its next phase, and when it may be out, each with the cases that it rests on. */
export type Outlook = {
  phase: string
  /** Since when it has been in this phase. */
  since: Day
  next?: Forecast & { to: string }
  publication?: Forecast
  /** How many times as long as its peers' median it took in the phases that lie behind it, where enough is known. */
  pace?: number
}

/**
 * The outlook of a project on `today`; undefined where it is published or closed, where the day on which it came into
 * its phase is not known, and where too few past cases are. Its own past enters in two ways: what it has spent in the
 * phase already rules out the cases that were faster, and its pace so far is told.
 */
export function forecast(standard: Standard, durations: Durations, today: Day): Outlook | undefined {
  const system = stageSystem(standard.stages)
  if (!system.isDraft(standard.stage)) return undefined
  const phase = system.phase(standard.stage)
  const passage = passageOf([standard])
  const since = passage.find((entry) => entry.phase === phase)?.on
  if (since === undefined || since > today) return undefined
  const to = phaseAfter(system, phase)
  const own = projectOf(standard)
  const next = rangeOf(withoutOwn(durations.toNext(standard, phase), own), since, today)
  const publication = rangeOf(withoutOwn(durations.toPublication(standard, phase), own), since, today)
  if (next === undefined && publication === undefined) return undefined
  const pace = paceOf(standard, durations)
  return {
    phase,
    since,
    ...(next !== undefined && to !== undefined && { next: { ...next, to } }),
    ...(publication !== undefined && { publication }),
    ...(pace !== undefined && { pace }),
  }
}

/** A project is no case of its own future, though another record of it may have got on. */
function withoutOwn(cases: Cases, own: string): Cases {
  return cases.filter(({ project }) => project !== own)
}

function rangeOf(cases: Cases, since: Day, today: Day): Forecast | undefined {
  if (cases.length < fewestCases) return undefined
  const elapsed = daysBetween(since, today)
  const longer = cases.filter(({ days }) => days > elapsed).map(({ days }) => days)
  if (longer.length < fewestCases)
    return { kind: 'beyond', cases: cases.length, longer: longer.length, elapsed }
  const [low, median, high] = [0.1, 0.5, 0.9].map((share) => quantile(longer, share))
  if (low === undefined || median === undefined || high === undefined) return undefined
  return {
    kind: 'range',
    cases: longer.length,
    low,
    median,
    high,
    earliest: addDays(since, low),
    likely: addDays(since, median),
    latest: addDays(since, high),
  }
}

/** Of ascending numbers, between the two that lie nearest; in whole days. */
function quantile(ascending: readonly number[], share: number): number {
  const at = (ascending.length - 1) * share
  const below = ascending[Math.floor(at)] ?? 0
  const above = ascending[Math.ceil(at)] ?? below
  return Math.round(below + (above - below) * (at - Math.floor(at)))
}

/** From two phases on a pace is one; a single slow phase says nothing of the next. */
const fewestPhases = 2

function paceOf(standard: Standard, durations: Durations): number | undefined {
  const system = stageSystem(standard.stages)
  const own = projectOf(standard)
  const passage = passageOf([standard])
  const ratios = passage.flatMap(({ phase, on }, i) => {
    const after = passage[i + 1]
    if (after === undefined || after.phase !== phaseAfter(system, phase)) return []
    const peers = withoutOwn(durations.toNext(standard, phase), own).map(({ days }) => days)
    const days = daysBetween(on, after.on)
    return peers.length < fewestCases || days <= 0 ? [] : [days / quantile(peers, 0.5)]
  })
  if (ratios.length < fewestPhases) return undefined
  const middle = ratios.sort((a, b) => a - b)
  const at = (middle.length - 1) / 2
  return ((middle[Math.floor(at)] ?? 0) + (middle[Math.ceil(at)] ?? 0)) / 2
}

import { addDays, type Day, type PartialDay } from '../calendar/day.ts'
import type { StageSystemName, Standard } from '../standard/rules.ts'
import { twinName } from './twin-name.ts'

/** A ballot in which a national body has a voice. */
export type Ballot = {
  /** Its last day, where the day it began and its official length are known. */
  closesOn?: Day
}

/**
 * Ballots by stage, with their official length in weeks. ISO's table of stages gives a DIS twelve weeks and an FDIS
 * eight, and CEN's enquiry lasts as long as a DIS; how long the others last is not told there.
 */
const ballots: Partial<Record<StageSystemName, Record<string, number | undefined>>> = {
  iso: { '10.20': undefined, '30.20': undefined, '40.20': 12, '50.20': 8 },
  cen: { '40.20': 12, '50.20': undefined },
}

/**
 * The ballot in which the record stands on `today`; undefined where it stands in none, or where that must be over by
 * now. A proof (PRF) is at the stage of the FDIS without being balloted.
 */
export function ballotOf(standard: Standard, today: Day): Ballot | undefined {
  const { stages, stage, stageSince, asOf, designation } = standard
  const lengths = ballots[stages] ?? {}
  if (!(stage in lengths) || twinName(designation).draft?.word === 'PRF') return undefined
  const weeks = lengths[stage]
  if (weeks === undefined) return {}
  // It had begun when the source said so.
  if (addDays(lastDayOf(stageSince ?? asOf), weeks * 7) < today) return undefined
  return stageSince?.length === 10 ? { closesOn: addDays(stageSince, weeks * 7) } : {}
}

function lastDayOf(partial: PartialDay): Day {
  if (partial.length === 10) return partial
  const [year = '', month = '12'] = partial.split('-')
  const next =
    month === '12' ? `${Number(year) + 1}-01-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`
  return addDays(next, -1)
}

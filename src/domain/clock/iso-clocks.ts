import type { PartialDay } from '../calendar/day.ts'
import { stageSystem } from '../stage/system.ts'
import { designationOf } from '../standard/names.ts'
import type { Standard } from '../standard/rules.ts'
import { endOf, type Period } from './period.ts'
import type { ClockKind, ClockNature, RunningClock } from './running-clock.ts'

const weeks = (count: number): Period => ({ days: 7 * count })
const years = (count: number): Period => ({ months: 12 * count })

/** Clocks of ISO, each counted from the day on which the standard entered its stage. */
export function isoClocks(standard: Standard): RunningClock[] {
  const { stage } = standard
  const system = stageSystem('iso')
  if (system.isClosed(stage)) return []
  switch (system.phase(stage)) {
    case '00':
      // Counted from the registration: a later step would put the end too late.
      return running('iso-preliminary', 'limit', entered(standard, ['00.00']), years(3))
    case '10':
      // Cancelled six months on without a decision. Which day that is counted from, the rule as it is published does
      // not say; the first of the phase is the cautious one.
      return stage === '10.99'
        ? []
        : running('iso-proposal', 'limit', entered(standard, ['10.00', '10.20', '10.60']), { months: 6 })
    case '40':
      return stage === '40.20' ? running('iso-dis', 'period', standard.stageSince, weeks(12)) : []
    case '50':
      return stage === '50.20' ? running('iso-fdis', 'period', standard.stageSince, weeks(8)) : []
    default:
      return isReviewedByItself(standard) ? review(standard, 'iso-review') : []
  }
}

/** Clocks of CEN and CENELEC. An EN that adopts an ISO standard is reviewed by ISO. */
export function cenClocks(standard: Standard): RunningClock[] {
  if (standard.stage === '40.20') return running('cen-enquiry', 'period', standard.stageSince, weeks(12))
  return /\bISO\b/.test(standard.designation) ? [] : review(standard, 'cen-review')
}

/** Five years from the publication, or from the last confirmation. None while a review is going on. */
function review(standard: Standard, kind: ClockKind): RunningClock[] {
  const { stage, stageSince, publishedOn } = standard
  if (stage === '90.93') return running(kind, 'period', stageSince, years(5))
  const isOut = stage === '60.60' || stage.startsWith('65.')
  return isOut ? running(kind, 'period', publishedOn ?? entered(standard, ['60.60']), years(5)) : []
}

/**
 * The five years are those of an International Standard. A specification or report has a term of its own, and a
 * supplement is reviewed with the text that it belongs to.
 */
function isReviewedByItself({ designation }: Standard): boolean {
  const read = designationOf(designation)
  return read?.scheme !== 'iso' || (read.type === undefined && read.supplements.length === 0)
}

/** When the standard first entered one of these stages. */
function entered(
  { stage, stageSince, history }: Standard,
  stages: readonly string[],
): PartialDay | undefined {
  const past = history.filter((one) => stages.includes(one.stage)).map(({ on }) => on)
  const present = stages.includes(stage) && stageSince !== undefined ? [stageSince] : []
  return [...past, ...present].sort()[0]
}

function running(
  kind: ClockKind,
  nature: ClockNature,
  from: PartialDay | undefined,
  period: Period,
): RunningClock[] {
  const end = from === undefined ? undefined : endOf(from, period)
  return from === undefined || end === undefined ? [] : [{ kind, nature, from, period, ...end }]
}

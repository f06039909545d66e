import { addDays, type Day, type PartialDay } from '../calendar/day.ts'
import { stageSystem } from '../stage/system.ts'
import type { StageMove, Standard } from '../standard/rules.ts'
import { type Drift, driftsOf } from './drift.ts'
import type { TwinLink } from './links.ts'
import { byUrgency, type Drifting, daysLeft } from './urgency.ts'

/** What a week's digest goes by: the moves that were put on record in the week that ended on `on`. */
export type Week = {
  on: Day
  /** How long it was, where holidays made it longer than seven days. */
  days?: number
  moves: readonly Pick<StageMove, 'standard' | 'from' | 'to'>[]
}

/** Ballots are told of again when they come so near. */
const ballotNear = 21
const ballotVeryNear = 7

/**
 * The links that began to drift in the week, each with what is new of it. New is what a move of the week brought
 * about, or what came out on a day of the week. A ballot is news when it opens, when it comes within three weeks and in
 * its last week; what else stays as it was is told by the card and the list, not week after week.
 */
export function driftNews(links: readonly TwinLink[], week: Week): Drifting[] {
  return links
    .flatMap((link): Drifting[] => {
      const [first, ...others] = driftsOf(link, week.on).filter((drift) => isNew(drift, link, week))
      return first === undefined ? [] : [{ link, drifts: [first, ...others] }]
    })
    .sort(byUrgency)
}

/** The records of which a move may bring news of these links. */
export function newsRecords(links: readonly TwinLink[], on: Day): string[] {
  const records = links.flatMap((link) =>
    driftsOf(link, on).flatMap((drift) => [
      drift.of,
      ...('others' in drift ? drift.others : []),
      ...(link.adopter.standard === undefined ? [] : [link.adopter.standard]),
    ]),
  )
  return [...new Set(records.map(({ id }) => id))]
}

function isNew(drift: Drift, { adopter }: TwinLink, week: Week): boolean {
  const moved = (standard: Standard | undefined, isSo: (from: string | undefined, to: string) => boolean) =>
    standard !== undefined &&
    week.moves.some((move) => move.standard === standard.id && isSo(move.from, move.to))
  const { of } = drift
  const { on, days = 7 } = week
  const system = stageSystem(of.stages)
  switch (drift.kind) {
    case 'ballot': {
      const left = daysLeft(drift, on)
      const isNear = left !== undefined && cameWithin(left, ballotNear, days)
      const isVeryNear = left !== undefined && cameWithin(left, ballotVeryNear, days)
      return isNear || isVeryNear || moved(of, (_from, to) => to === of.stage)
    }
    case 'superseded':
    case 'amended':
      return (
        isAmong(drift.on, on, days) || [of, ...drift.others].some((one) => moved(one, isPublication(one)))
      )
    case 'abandoned':
    case 'withdrawn':
      return isAmong(drift.on, on, days) || moved(of, (_from, to) => system.has(to) && system.isClosed(to))
    case 'moved-on':
      return isAmong(drift.on, on, days) || moved(of, isNextPhase(of))
    case 'ahead':
      return moved(adopter.standard, adopter.standard ? isPublication(adopter.standard) : () => false)
    case 'in-revision':
      return moved(of, system.isDraft(of.stage) ? isNextPhase(of) : (_from, to) => to === '90.92')
  }
}

/** What falls in the days between two digests falls in one of them. */
function cameWithin(left: number, near: number, days: number): boolean {
  return left <= near && left > near - days
}

function isAmong(day: PartialDay | undefined, end: Day, days: number): boolean {
  return day?.length === 10 && day > addDays(end, -days) && day <= end
}

function isPublication({ stages }: Standard) {
  const system = stageSystem(stages)
  const isOut = (stage: string | undefined) =>
    stage !== undefined && system.has(stage) && system.isPublished(stage)
  return (from: string | undefined, to: string) => isOut(to) && !isOut(from)
}

function isNextPhase({ stages }: Standard) {
  const system = stageSystem(stages)
  const phase = (stage: string | undefined) =>
    stage !== undefined && system.has(stage) ? system.phase(stage) : undefined
  return (from: string | undefined, to: string) => phase(from) !== phase(to)
}

import type { Day, PartialDay } from '../calendar/day.ts'
import { decideMove, type MoveKind } from '../stage/move.ts'
import { stageSystem } from '../stage/system.ts'
import type { StageMove, Standard } from './rules.ts'

/** A move as somebody asks for it. */
export type AskedMove = {
  to: string
  on: PartialDay
  why?: string
  /** The stage that they were shown; it may have changed meanwhile. */
  seen?: string
}

/** Why a move can't be recorded as it was asked for. */
export type MoveRefusal =
  | { why: 'not-a-stage' | 'closed' | 'published' | 'changed' }
  | { why: 'needs-reason'; kind: MoveKind }
  | { why: 'day-ahead' | 'day-too-early'; on: PartialDay }

/** Whether the move may be recorded on `today`, the calendar day of the standard's group. */
export function judgeMove(
  standard: Standard,
  { to, on, why, seen }: AskedMove,
  today: Day,
): { ok: true; kind: MoveKind } | ({ ok: false } & MoveRefusal) {
  if (seen !== undefined && seen !== standard.stage) return { ok: false, why: 'changed' }
  const verdict = decideMove(standard.stage, to, standard)
  if (!verdict.ok) return verdict
  if (isAfter(on, today)) return { ok: false, why: 'day-ahead', on }
  const { stageSince } = standard
  if (stageSince !== undefined && isAfter(stageSince, on)) return { ok: false, why: 'day-too-early', on }
  if (verdict.needsReason && why === undefined) return { ok: false, why: 'needs-reason', kind: verdict.kind }
  return { ok: true, kind: verdict.kind }
}

/** Why a correction can't be recorded. */
export type CorrectionRefusal =
  | { why: 'not-a-stage' | 'changed' | 'nothing-new' }
  | { why: 'day-ahead'; on: PartialDay }
  | { why: 'day-too-early'; on: PartialDay; behind: Milestone }

/** What came before a stage, and when. */
export type Milestone = { what: 'plan' | 'earlier'; on: PartialDay }

/**
 * A correction may lead anywhere, also back from an end, but it must put something right, and not on a day before what
 * it follows.
 */
export function judgeCorrection(
  standard: Standard,
  { to, on, seen }: Omit<AskedMove, 'on'> & { on?: PartialDay },
  today: Day,
): { ok: true } | ({ ok: false } & CorrectionRefusal) {
  if (seen !== undefined && seen !== standard.stage) return { ok: false, why: 'changed' }
  if (!stageSystem(standard.stages).has(to)) return { ok: false, why: 'not-a-stage' }
  if (on !== undefined && isAfter(on, today)) return { ok: false, why: 'day-ahead', on }
  if (to === standard.stage && (on === undefined || on === standard.stageSince))
    return { ok: false, why: 'nothing-new' }
  const behind = on === undefined ? undefined : milestoneAfter(standard, to, on)
  if (on !== undefined && behind !== undefined) return { ok: false, why: 'day-too-early', on, behind }
  return { ok: true }
}

/**
 * The latest of what came before the stage `to` and yet is after `on`. The present entry is what is put right, so its
 * own day is none of it; the plan is issued at the end of the proposal stage.
 */
function milestoneAfter(standard: Standard, to: string, on: PartialDay): Milestone | undefined {
  const { stage, stageSince, plannedOn, stages } = standard
  const earlier = corrected(standard, { to, on })
    .history.filter((entry) => entry.stage !== stage || entry.on !== stageSince)
    .map((entry): Milestone => ({ what: 'earlier', on: entry.on }))
  const isPlanned = plannedOn !== undefined && stageSystem(stages).level(to) > proposalLevel
  const plan: Milestone[] = isPlanned ? [{ what: 'plan', on: plannedOn }] : []
  return [...earlier, ...plan]
    .filter((milestone) => isAfter(milestone.on, on))
    .reduce<Milestone | undefined>((last, one) => (last && last.on >= one.on ? last : one), undefined)
}

const proposalLevel = 10

/**
 * The standard once it has moved. What it leaves goes to its history where the day is known on which it came there. A
 * target was one for the next stage: it ends where the standard moves on, and stays where it is set back. The day of its
 * publication stays known when a review begins.
 */
export function moved(
  standard: Standard,
  { to, on }: Pick<StageMove, 'to' | 'on'>,
  kind: MoveKind,
): Standard {
  const { stageSince, targetOn, ...rest } = standard
  const system = stageSystem(standard.stages)
  const isSetBack = kind === 'back' || kind === 'repeat'
  const comesOut = system.isDraft(standard.stage) && system.isPublished(to)
  const publishedOn = standard.publishedOn ?? publicationOf(standard) ?? (comesOut ? on : undefined)
  return {
    ...rest,
    stage: to,
    history: [
      ...standard.history,
      ...(stageSince === undefined ? [] : [{ stage: standard.stage, on: stageSince }]),
    ],
    ...(on !== undefined && { stageSince: on }),
    ...(isSetBack && targetOn !== undefined && { targetOn }),
    ...(publishedOn !== undefined && { publishedOn }),
  }
}

/** The day on which a text that stands where it was published came there; unknown where a review has led it back. */
function publicationOf({ stages, stage, stageSince, history }: Standard): PartialDay | undefined {
  const system = stageSystem(stages)
  const isThere = (code: string) => system.isPublished(code) && system.level(code) === publicationLevel
  const isBack = history.some((past) => system.isPublished(past.stage) && !isThere(past.stage))
  return isThere(stage) && !isBack ? stageSince : undefined
}

/** The phase of publication on the scale of all systems. */
const publicationLevel = 60

/**
 * The standard once its present stage has been put right. What the wrong entry had added to its history goes: the
 * journal keeps it.
 */
export function corrected(standard: Standard, { to, on }: Pick<StageMove, 'to' | 'on'>): Standard {
  const { stageSince, publishedOn, ...rest } = standard
  const system = stageSystem(standard.stages)
  const last = standard.history.at(-1)
  const isUndone = last?.stage === to && to !== standard.stage
  const since = on ?? (isUndone ? last.on : undefined)
  const wasPublished = publishedOn !== undefined && publishedOn === stageSince
  const stays = publishedOn !== undefined && !(wasPublished && !system.isPublished(to))
  return {
    ...rest,
    stage: to,
    history: isUndone ? standard.history.slice(0, -1) : standard.history,
    ...(since !== undefined && { stageSince: since }),
    ...(stays && {
      publishedOn: wasPublished && to === standard.stage && on !== undefined ? on : publishedOn,
    }),
  }
}

/** Whether `day` is after `other` for certain: a month is not after one of its days. */
export function isAfter(day: PartialDay, other: PartialDay): boolean {
  const length = Math.min(day.length, other.length)
  return day.slice(0, length) > other.slice(0, length)
}

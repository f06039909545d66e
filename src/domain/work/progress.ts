import type { Assignment } from '../assignment/rules.ts'
import { stageSystem } from '../stage/system.ts'
import type { Standard } from '../standard/rules.ts'
import type { WorkKind } from './kind.ts'
import { isMadeBefore } from './made-before.ts'
import type { WorkItem } from './rules.ts'

/** What a piece of work is counted by. */
export type PartName = 'steps' | 'stages' | 'assignments' | 'result'

/** How much of one part is done, in pieces of equal weight. */
export type WorkPart = { name: PartName; done: number; of: number }

/** How far a piece of work has come, from 0 to 1, and what that is counted from. */
export type WorkProgress = { share: number; parts: WorkPart[] }

type StageOf = Pick<Standard, 'stages' | 'stage' | 'publishedOn' | 'stageSince'>

/**
 * Counted from what is on record: each step of its kind, each phase of the standards that it makes, each of its
 * assignments and its result is one piece. A piece of work that is done is whole, whatever was left out on the way. What
 * was published before `year`, the first that the work is for, is none of its making: its revision is meant.
 */
export function workProgress(
  item: WorkItem,
  kind: WorkKind | undefined,
  assignments: readonly Assignment[],
  standards: readonly StageOf[],
  year: number,
): WorkProgress {
  const steps = kind?.steps ?? []
  const taken = new Set(item.steps.map(({ step }) => step))
  const live = assignments.filter(({ state }) => state !== 'withdrawn')
  const isDone = isWorkDone(item, kind, standards, year)
  const parts: WorkPart[] = [
    { name: 'steps', done: steps.filter(({ id }) => taken.has(id)).length, of: steps.length },
    ...(kind?.makesStandard === true ? [stagesPart(standards, year)] : []),
    { name: 'assignments', done: live.filter(({ state }) => state === 'done').length, of: live.length },
    { name: 'result', done: isDone ? 1 : 0, of: 1 },
  ]
  const counted = parts.filter(({ of }) => of > 0)
  const sum = (key: 'done' | 'of') => counted.reduce((total, part) => total + part[key], 0)
  return { share: isDone ? 1 : sum('done') / sum('of'), parts: counted }
}

/**
 * A standard is made once all of its texts are published, in `year` or later; other work is done when somebody gave its
 * result.
 */
export function isWorkDone(
  item: Pick<WorkItem, 'state'>,
  kind: WorkKind | undefined,
  standards: readonly StageOf[],
  year: number,
): boolean {
  if (item.state === 'done') return true
  if (item.state === 'dropped' || kind?.makesStandard !== true || standards.length === 0) return false
  return standards.every((one) => stageSystem(one.stages).isPublished(one.stage) && !isMadeBefore(one, year))
}

/** The phases from proposal to publication, on the one scale of all systems. */
const phaseLevels = [10, 20, 30, 40, 50, 60] as const

/** A phase is done when the text has left it behind; a withdrawn or abandoned text has none. */
function stagesPart(standards: readonly StageOf[], year: number): WorkPart {
  const done = standards.map((one) => {
    const { stages, stage } = one
    const system = stageSystem(stages)
    if (isMadeBefore(one, year)) return 0
    if (system.isPublished(stage)) return phaseLevels.length
    if (system.isClosed(stage)) return 0
    return phaseLevels.filter((level) => level < system.level(stage)).length
  })
  return {
    name: 'stages',
    done: done.reduce((total, count) => total + count, 0),
    of: phaseLevels.length * Math.max(standards.length, 1),
  }
}

import type { StageSystemName } from './stage-table.ts'
import { type StageSystem, stageSystem } from './system.ts'

/**
 * How a stage follows another. `usual`: as the table leads; `skip`: as the fast procedure may; `back`: to an earlier
 * phase; `repeat`: the same phase or stage once more; `abandonment`; `reopening` of what was closed, where the system
 * knows that; `leap`: not the usual way.
 */
export type MoveKind = 'usual' | 'skip' | 'back' | 'repeat' | 'abandonment' | 'reopening' | 'leap'

/** Whether a standard may go from one stage to another, and whether whoever records it must say why. */
export type MoveVerdict =
  | { ok: true; kind: MoveKind; needsReason: boolean }
  | { ok: false; why: 'not-a-stage' | 'closed' | 'published' }

/**
 * Judges a move. What really happens is never forbidden, since a record may have missed steps: what is not the usual way
 * needs a reason. Refused are a code that the system does not have, a move away from where nothing follows, and one of
 * what is out back to a draft, since a revision is a project of its own: those only a correction can be.
 */
export function decideMove(
  from: string,
  to: string,
  { stages, fast = false }: { stages: StageSystemName; fast?: boolean | undefined },
): MoveVerdict {
  const system = stageSystem(stages)
  if (!system.has(from) || !system.has(to)) return { ok: false, why: 'not-a-stage' }
  const isLed = system.next(from).includes(to)
  if (system.isClosed(from))
    return isLed ? { ok: true, kind: 'reopening', needsReason: true } : { ok: false, why: 'closed' }
  if (system.isPublished(from) && system.isDraft(to)) return { ok: false, why: 'published' }
  if (from === to) return { ok: true, kind: 'repeat', needsReason: true }
  if (fast && system.fast(from).includes(to)) return { ok: true, kind: 'skip', needsReason: false }
  const kind = kindOf(system, from, to, isLed)
  const needsReason = kind === 'leap' || ((kind === 'back' || kind === 'repeat') && !isLed)
  return { ok: true, kind, needsReason }
}

function kindOf(system: StageSystem, from: string, to: string, isLed: boolean): MoveKind {
  if (system.isAbandoned(to)) return 'abandonment'
  const phases = system.phases.indexOf(system.phase(to)) - system.phases.indexOf(system.phase(from))
  // A confirmed standard is in force as before: a review that ends so is no way back.
  if (phases < 0) return isLed && system.isPublished(to) ? 'usual' : 'back'
  if (phases === 0 && isBefore(system, to, from)) return 'repeat'
  // Within a phase, and from one to the next, sources leave steps out.
  return isLed || phases === 0 || (phases === 1 && system.isDraft(to)) ? 'usual' : 'leap'
}

function isBefore(system: StageSystem, code: string, other: string): boolean {
  return system.codes.indexOf(code) < system.codes.indexOf(other)
}

import type { PartialDay } from '../calendar/day.ts'
import { stageSystem } from '../stage/system.ts'
import type { Standard } from '../standard/rules.ts'

/** Whether `a` is later than `b` for sure, each as exactly as it is known: `2024-05` is not later than `2024`. */
export function isLater(a: PartialDay, b: PartialDay): boolean {
  const known = Math.min(a.length, b.length)
  return a.slice(0, known) > b.slice(0, known)
}

/** Published once, be it withdrawn since; a project that was dropped never was. */
export function wasPublished({ stages, stage }: Pick<Standard, 'stages' | 'stage'>): boolean {
  const system = stageSystem(stages)
  return system.isPublished(stage) || (system.isClosed(stage) && system.phase(stage) > '60')
}

/** When it came out, as far as the record tells. */
export function publishedOn(standard: Standard): PartialDay | undefined {
  const { stages, stage, stageSince, history } = standard
  const system = stageSystem(stages)
  const isOut = (code: string) => system.has(code) && system.phase(code) === '60' && system.isPublished(code)
  return (
    standard.publishedOn ??
    (isOut(stage) ? stageSince : undefined) ??
    history.find((earlier) => isOut(earlier.stage))?.on
  )
}

/** When it came into the phase in which it is, as far as the record tells. */
export function phaseSince({ stages, stage, stageSince, history }: Standard): PartialDay | undefined {
  const system = stageSystem(stages)
  const phase = system.phase(stage)
  return (
    history.find((earlier) => system.has(earlier.stage) && system.phase(earlier.stage) === phase)?.on ??
    stageSince
  )
}

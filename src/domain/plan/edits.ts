import type { Names } from '../language/rules.ts'
import { type FieldChange, type Fields, fieldsChanged, type PlanChangeKind } from './change.ts'
import { folded } from './likeness.ts'
import type { Found, PointReading } from './reading/outline.ts'
import { type Plan, pointsOf } from './rules.ts'

/** What an edition changes of a plan on record beside its sentences; each is a decision of its own. */
export type PlanEdit = {
  kind: Extract<PlanChangeKind, 'plan-renamed' | 'area-renamed' | 'point-read'>
  /** The plan's year, the area's number, or the point's id. */
  subject: string
  /** The point's number, as people call it. */
  number?: string
  before: Names
  after: Names
  fields?: FieldChange[]
}

/**
 * The titles that differ, and what a person has said that sentences ask for; what the words alone are read to ask for
 * may differ by the kinds of work that are known, and is nobody's decision. `after` keeps the ids of `before`.
 */
export function planEdits(before: Plan, after: Plan): PlanEdit[] {
  const areas = new Map(before.areas.map(({ number, names }) => [number, names]))
  const points = new Map(pointsOf(before).map(({ point }) => [point.id, point]))
  return [
    ...(isRenamed(before.names, after.names)
      ? [
          {
            kind: 'plan-renamed' as const,
            subject: String(after.year),
            before: before.names,
            after: after.names,
          },
        ]
      : []),
    ...after.areas.flatMap(({ number, names }) => {
      const old = areas.get(number)
      return old !== undefined && isRenamed(old, names)
        ? [{ kind: 'area-renamed' as const, subject: String(number), before: old, after: names }]
        : []
    }),
    ...pointsOf(after).flatMap(({ point: { id, number, texts, reading } }) => {
      const old = points.get(id)
      if (old === undefined || reading?.isCorrected !== true) return []
      const fields = fieldsChanged(fieldsOf(old.reading), fieldsOf(reading))
      return fields.length === 0
        ? []
        : [{ kind: 'point-read' as const, subject: id, number, before: old.texts, after: texts, fields }]
    }),
  ]
}

/** In a language that both have; a title that gained a translation is the same. */
function isRenamed(before: Names, after: Names): boolean {
  return (['zh', 'en'] as const).some((language) => {
    const [was, is] = [before[language], after[language]]
    return was !== undefined && is !== undefined && folded(was) !== folded(is)
  })
}

function fieldsOf(reading: PointReading | undefined): Fields {
  const { kinds = [], topics = [], groups = [], dates = [], urgent = [] } = reading ?? {}
  const values = (found: readonly Found[]) => found.map(({ value }) => value)
  return {
    kinds: values(kinds),
    topics: values(topics),
    groups: values(groups),
    due: values(dates),
    urgent: urgent.length > 0 ? ['yes'] : [],
  }
}

import type { Names } from '../language/rules.ts'
import { comparePlans, type PlanComparison } from './compare.ts'
import { type Plan, type Point, pointId, pointsOf } from './rules.ts'

/** The edition that is to stand, and the present id of each point by the id that its own reading gave it. */
export type MergedPlan = { plan: Plan; comparison: PlanComparison; idOf: ReadonlyMap<string, string> }

/**
 * A later edition of the same year's plan on top of the one on record: a point that goes on keeps its id, whatever its
 * number now, and keeps the words of the language that this edition does not have.
 */
export function mergePlan(recorded: Plan, given: Plan): MergedPlan {
  const comparison = comparePlans(recorded, given)
  const before = new Map(
    [...comparison.kept, ...comparison.changed].map((pair) => [pair.after, pair.before] as const),
  )
  const used = new Set(pointsOf(recorded).map(({ point }) => point.id))
  const idOf = new Map<string, string>()
  const isReworded = new Set(comparison.changed.map(({ after }) => after))
  const continued = (point: Point): Point => {
    const old = before.get(point)
    const id = old?.id ?? freeId(given.year, point.number, used)
    used.add(id)
    idOf.set(point.id, id)
    if (old === undefined) return { ...point, id }
    // A reworded sentence's translation is no longer one.
    return { ...point, id, texts: isReworded.has(point) ? point.texts : { ...old.texts, ...point.texts } }
  }
  const titles = new Map(recorded.areas.map(({ number, names }) => [number, names]))
  const areas = given.areas.map((area) => ({
    ...area,
    names: translated(titles.get(area.number), area.names),
    points: area.points.map(continued),
  }))
  const plan: Plan = { ...recorded, ...given, names: translated(recorded.names, given.names), areas }
  return { plan, comparison, idOf }
}

/** The given names, and the other language's where the two have none in common that differs. */
function translated(recorded: Names | undefined, given: Names): Names {
  if (recorded === undefined) return given
  const differs = (['zh', 'en'] as const).some(
    (language) =>
      recorded[language] !== undefined &&
      given[language] !== undefined &&
      recorded[language] !== given[language],
  )
  return differs ? given : { ...recorded, ...given }
}

function freeId(year: number, number: string, used: ReadonlySet<string>): string {
  const id = pointId(year, number)
  for (let edition = 2; ; edition++) {
    const candidate = edition === 2 && !used.has(id) ? id : `${id}-${edition}`
    if (!used.has(candidate)) return candidate
  }
}

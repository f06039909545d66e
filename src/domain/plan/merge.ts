import type { Names } from '../language/rules.ts'
import { comparePlans, type PlanComparison } from './compare.ts'
import { folded } from './likeness.ts'
import { type Plan, type Point, pointId, pointsOf } from './rules.ts'

/** The edition that is to stand, and the present id of each point by the id that its own reading gave it. */
export type MergedPlan = { plan: Plan; comparison: PlanComparison; idOf: ReadonlyMap<string, string> }

/** A point that the plan had once and has no more: what hung on it still calls it by its id. */
export type FormerPoint = { id: string; texts: Names }

/**
 * A later edition of the same year's plan on top of the one on record: a point that goes on keeps its id, whatever its
 * number now, and keeps the words of the language that this edition does not have. A `former` point's id is given to
 * nothing but the same words when they come back.
 */
export function mergePlan(recorded: Plan, given: Plan, former: readonly FormerPoint[] = []): MergedPlan {
  const comparison = comparePlans(recorded, given)
  const olds = pointsOf(recorded).map(({ point }) => point)
  const translations = new Set(comparison.translated.map(({ after }) => after))
  const before = new Map(
    [...comparison.kept, ...comparison.translated, ...comparison.changed].map(
      (pair) => [pair.after, pair.before] as const,
    ),
  )
  const standing = new Set(olds.map(({ id }) => id))
  // One that went twice is called back by its last words.
  const gone = new Map(former.flatMap(({ id, texts }) => (standing.has(id) ? [] : [[id, texts] as const])))
  const used = new Set([...standing, ...gone.keys()])
  const idOf = new Map<string, string>()
  const isReworded = new Set(comparison.changed.map(({ after }) => after))
  const continued = (point: Point): Point => {
    const old = before.get(point)
    const id = old?.id ?? takeBack(gone, point) ?? freeId(given.year, point.number, used)
    used.add(id)
    idOf.set(point.id, id)
    if (old === undefined) return { ...point, id }
    const isTranslated = translations.has(point)
    const under = point.under ?? (isTranslated ? old.under : undefined)
    // What a translation is read to ask for, and where that stands, is no other than what the original has.
    const { label, place, reading } = old
    const original = {
      ...(label !== undefined && { label }),
      ...(place !== undefined && { place }),
      ...(reading !== undefined && point.reading?.isCorrected !== true && { reading }),
    }
    return {
      ...point,
      ...(isTranslated && original),
      id,
      // A reworded sentence's translation is no longer one.
      texts: isReworded.has(point) ? point.texts : { ...old.texts, ...point.texts },
      ...(under !== undefined && { under: translated(old.under, under) }),
    }
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

/** The id of a former point with the same words, which is former no more. */
function takeBack(gone: Map<string, Names>, { texts }: Point): string | undefined {
  const isSame = (before: string | undefined, now: string | undefined) =>
    before !== undefined && now !== undefined && folded(before) === folded(now)
  for (const [id, { zh, en }] of gone) {
    if (!isSame(zh, texts.zh) && !isSame(en, texts.en)) continue
    gone.delete(id)
    return id
  }
  return undefined
}

function freeId(year: number, number: string, used: ReadonlySet<string>): string {
  const id = pointId(year, number)
  for (let edition = 2; ; edition++) {
    const candidate = edition === 2 && !used.has(id) ? id : `${id}-${edition}`
    if (!used.has(candidate)) return candidate
  }
}

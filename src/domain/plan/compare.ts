import type { Names } from '../language/rules.ts'
import { folded, likeness } from './likeness.ts'
import { type Plan, type Point, pointsOf } from './rules.ts'

/** A point of one edition beside the point of another that goes on with it. */
export type PointPair = { before: Point; after: Point }

/** What a later edition made of an earlier one. */
export type PlanComparison = {
  /** In the same words, wherever they stand now. */
  kept: PointPair[]
  changed: PointPair[]
  added: Point[]
  dropped: Point[]
}

/** From here on a sentence is the other one reworded, and not another one about the same topic. */
const alike = 0.6

/**
 * Which points of `after` go on with which of `before`: the same words first, then what is most alike; of equals, what
 * stands in the same place. Two editions in different languages are paired by their places, where all places are the same.
 */
export function comparePlans(before: Pick<Plan, 'areas'>, after: Pick<Plan, 'areas'>): PlanComparison {
  const olds = pointsOf(before).map(({ point }) => point)
  const news = pointsOf(after).map(({ point }) => point)
  const pairs = isTranslation(olds, news) ? byPlace(olds, news) : byWords(olds, news)
  const continued = new Map(pairs.map((pair) => [pair.after, pair]))
  const ended = new Set(pairs.map((pair) => pair.before))
  const inOrder = news.flatMap((point) => continued.get(point) ?? [])
  return {
    kept: inOrder.filter(({ before, after }) => isSame(before.texts, after.texts)),
    changed: inOrder.filter(({ before, after }) => !isSame(before.texts, after.texts)),
    added: news.filter((point) => !continued.has(point)),
    dropped: olds.filter((point) => !ended.has(point)),
  }
}

/** Whether no point of the one is in a language in which the other has any, and both are built alike. */
export function isTranslation(before: readonly Point[], after: readonly Point[]): boolean {
  const has = (points: readonly Point[], language: 'zh' | 'en') =>
    points.some(({ texts }) => texts[language] !== undefined)
  if (before.length === 0 || before.length !== after.length) return false
  if ((has(before, 'zh') && has(after, 'zh')) || (has(before, 'en') && has(after, 'en'))) return false
  return before.every(({ number }, at) => number === after[at]?.number)
}

function byPlace(before: readonly Point[], after: readonly Point[]): PointPair[] {
  return before.flatMap((point, at) => {
    const other = after[at]
    return other === undefined ? [] : [{ before: point, after: other }]
  })
}

function byWords(olds: readonly Point[], news: readonly Point[]): PointPair[] {
  const candidates = olds.flatMap((before) =>
    news.flatMap((after) => {
      const score = likenessOf(before.texts, after.texts)
      return score < alike ? [] : [{ before, after, score, moved: before.number === after.number ? 0 : 1 }]
    }),
  )
  candidates.sort((a, b) => b.score - a.score || a.moved - b.moved)
  const pairs: PointPair[] = []
  const taken = new Set<Point>()
  for (const { before, after } of candidates) {
    if (taken.has(before) || taken.has(after)) continue
    taken.add(before).add(after)
    pairs.push({ before, after })
  }
  return pairs
}

/** In the language in which they are most alike, of those that both have. */
function likenessOf(a: Names, b: Names): number {
  const scores = (['zh', 'en'] as const).map((language) => {
    const [one, other] = [a[language], b[language]]
    return one === undefined || other === undefined ? 0 : likeness(one, other)
  })
  return Math.max(...scores)
}

/** In every language that both have, and in one at least. A text that gained a translation is the same. */
function isSame(a: Names, b: Names): boolean {
  const shared = (['zh', 'en'] as const).filter(
    (language) => a[language] !== undefined && b[language] !== undefined,
  )
  if (shared.length === 0) return true
  return shared.every((language) => folded(a[language] ?? '') === folded(b[language] ?? ''))
}

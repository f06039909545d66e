import type { Names } from '../language/rules.ts'
import { folded, likeness, type Wording, wordingOf } from './likeness.ts'
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
  const worded = (points: readonly Point[]) =>
    points.map((point) => ({ point, words: wordingsOf(point.texts) }))
  const [before, after] = [worded(olds), worded(news)]
  const candidates = before.flatMap((old) =>
    after.flatMap((one) => {
      const score = likenessOf(old.words, one.words)
      if (score < alike) return []
      const moved = old.point.number === one.point.number ? 0 : 1
      return [{ before: old.point, after: one.point, score, moved }]
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

type Wordings = { zh: Wording | undefined; en: Wording | undefined }

/** Made once for each point: it is compared with every other. */
function wordingsOf({ zh, en }: Names): Wordings {
  return { zh: zh === undefined ? zh : wordingOf(zh), en: en === undefined ? en : wordingOf(en) }
}

/** In the language in which they are most alike, of those that both have. */
function likenessOf(a: Wordings, b: Wordings): number {
  const inOne = (one: Wording | undefined, other: Wording | undefined) =>
    one === undefined || other === undefined ? 0 : likeness(one, other, alike)
  return Math.max(inOne(a.zh, b.zh), inOne(a.en, b.en))
}

/** In every language that both have, and in one at least. A text that gained a translation is the same. */
function isSame(a: Names, b: Names): boolean {
  const shared = (['zh', 'en'] as const).filter(
    (language) => a[language] !== undefined && b[language] !== undefined,
  )
  if (shared.length === 0) return true
  return shared.every((language) => folded(a[language] ?? '') === folded(b[language] ?? ''))
}

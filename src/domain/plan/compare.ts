import type { Names } from '../language/rules.ts'
import { agreementOf } from './agreement.ts'
import { folded, likeness, type Wording, wordingOf } from './likeness.ts'
import { type Plan, type Point, pointsOf } from './rules.ts'

/** A point of one edition beside the point of another that goes on with it. */
export type PointPair = { before: Point; after: Point }

/** What a later edition made of an earlier one. */
export type PlanComparison = {
  /** In the same words, wherever they stand now. */
  kept: PointPair[]
  /** In a language in which the other edition does not have them: nothing but what they ask for tells which is which. */
  translated: PointPair[]
  changed: PointPair[]
  added: Point[]
  dropped: Point[]
}

/** From here on a sentence is the other one reworded, and not another one about the same topic. */
const alike = 0.6

/** From here on it is so, whatever each was read to ask for. */
const surelyAlike = 0.8

/**
 * Which points of `after` go on with which of `before`: the same words first, then what is most alike; of equals, what
 * stands in the same place. Two editions that share no language are paired by their places and by what is asked for.
 */
export function comparePlans(before: Pick<Plan, 'areas'>, after: Pick<Plan, 'areas'>): PlanComparison {
  const olds = pointsOf(before).map(({ point }) => point)
  const news = pointsOf(after).map(({ point }) => point)
  const pairs = isTranslation(olds, news) ? byWhatIsAsked(olds, news) : byWords(olds, news)
  const continued = new Map(pairs.map((pair) => [pair.after, pair]))
  const ended = new Set(pairs.map((pair) => pair.before))
  const inOrder = news.flatMap((point) => continued.get(point) ?? [])
  const translated = inOrder.filter(({ before, after }) => shared(before.texts, after.texts).length === 0)
  const rest = inOrder.filter((pair) => !translated.includes(pair))
  return {
    kept: rest.filter(({ before, after }) => isSame(before.texts, after.texts)),
    translated,
    changed: rest.filter(({ before, after }) => !isSame(before.texts, after.texts)),
    added: news.filter((point) => !continued.has(point)),
    dropped: olds.filter((point) => !ended.has(point)),
  }
}

/** Whether no point of the one is in a language in which the other has any. */
function isTranslation(before: readonly Point[], after: readonly Point[]): boolean {
  const has = (points: readonly Point[], language: 'zh' | 'en') =>
    points.some(({ texts }) => texts[language] !== undefined)
  if (before.length === 0 || after.length === 0) return false
  return !((has(before, 'zh') && has(after, 'zh')) || (has(before, 'en') && has(after, 'en')))
}

/**
 * What stands in the same place and asks for something that both name first; then what asks for most of the same wherever
 * it stands; then what is left in the same places and contradicts nothing. What contradicts is another sentence.
 */
function byWhatIsAsked(olds: readonly Point[], news: readonly Point[]): PointPair[] {
  const candidates = olds
    .flatMap((before) => news.map((after) => ({ before, after, ...agreementOf(before, after) })))
    .filter(({ contradicts }) => !contradicts)
    .map((one) => ({ ...one, isSamePlace: one.before.number === one.after.number }))
  const agreeing = candidates.filter(({ agrees }) => agrees > 0).sort((a, b) => b.agrees - a.agrees)
  const inPlace = candidates.filter(({ isSamePlace }) => isSamePlace)
  return eachOnce([...agreeing.filter(({ isSamePlace }) => isSamePlace), ...agreeing, ...inPlace])
}

/** The pairs in their order, without those of which one half is taken. */
function eachOnce(candidates: readonly PointPair[]): PointPair[] {
  const pairs: PointPair[] = []
  const taken = new Set<Point>()
  for (const { before, after } of candidates) {
    if (taken.has(before) || taken.has(after)) continue
    taken.add(before).add(after)
    pairs.push({ before, after })
  }
  return pairs
}

function byWords(olds: readonly Point[], news: readonly Point[]): PointPair[] {
  const worded = (points: readonly Point[]) =>
    points.map((point) => ({ point, words: wordingsOf(point.texts) }))
  const [before, after] = [worded(olds), worded(news)]
  const candidates = before.flatMap((old) =>
    after.flatMap((one) => {
      const score = likenessOf(old.words, one.words)
      if (score < alike) return []
      // What a person said of the old wording tells nothing of how the new one is read.
      const isSaid = old.point.reading?.isCorrected === true
      if (score < surelyAlike && !isSaid && agreementOf(old.point, one.point).contradicts) return []
      const moved = old.point.number === one.point.number ? 0 : 1
      return [{ before: old.point, after: one.point, score, moved }]
    }),
  )
  candidates.sort((a, b) => b.score - a.score || a.moved - b.moved)
  return eachOnce(candidates)
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

/** In every language that both have. A text that gained a translation is the same. */
function isSame(a: Names, b: Names): boolean {
  return shared(a, b).every((language) => folded(a[language] ?? '') === folded(b[language] ?? ''))
}

function shared(a: Names, b: Names) {
  return (['zh', 'en'] as const).filter((language) => a[language] !== undefined && b[language] !== undefined)
}

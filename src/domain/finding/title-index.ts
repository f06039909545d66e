import { abbreviationsOf } from './abbreviations.ts'
import { append } from './append.ts'
import { withoutFamily } from './fold-title.ts'
import { createPostings } from './postings.ts'
import { createSounds, type Spelling, soundsIn } from './sounds.ts'
import { isHan, termsOf } from './terms.ts'
import { exactly, vocabulary } from './vocabulary.ts'

/** Places whose titles answer a query well, unsorted, and what is better among them. Holds until the next search. */
export type TitleHits = { places: number[]; compare(a: number, b: number): number }

export type TitleIndex = {
  /** Puts folded titles, all of one place together. */
  add(place: number, titles: readonly string[]): void
  /** Takes away what was put there; the same titles must be given again. */
  remove(place: number, titles: readonly string[]): void
  /**
   * The places that answer every word of a folded query, or where none does those that come near. `numbered` finds
   * places by a number word, `chineseAt` gives a title back, `fits` says which places may answer at all.
   */
  search(query: string, look: Lookups): TitleHits
}

export type Lookups = {
  numbered(digits: string): readonly number[]
  chineseAt(place: number): string
  fits(place: number): boolean
}

const leastCoverage = 1 / 3
const enoughCoverage = 0.6
const closeToBest = 0.15
/** Whole words and their beginnings answer a term in full; a misspelt one does not. */
const good = 0.9
const byItsSound = 0.95
const byALikeSound = 0.8
const byItsParts = 0.95
const shortestPart = 3
/** A query word of letters says as much as two pairs of characters. */
const weightOfWord = 2
const mostTerms = 120
const mostWordsOfLetters = 24
const emptyWords = new Set('a an and for in of on or the to with'.split(' '))

/** An index of titles by pairs of Chinese characters, their sounds, and words. */
export function createTitleIndex(): TitleIndex {
  const postings = createPostings()
  const letters = vocabulary((word) => postings.count(word) > 0)
  const sounds = createSounds()
  const byCharacter = new Map<string, string[]>()
  let size = 0
  let covered = new Float32Array(0)
  let scores = new Float32Array(0)
  let answered = new Uint16Array(0)
  let lengths = new Uint16Array(0)
  /** The last term that was counted at a place: each counts once, by its best answer. */
  let counted = new Uint32Array(0)
  let term = 0
  let touched: number[] = []

  function grow(place: number): void {
    if (place < size) return
    size = Math.max(place + 1, size * 2, 64)
    covered = grown(covered, new Float32Array(size))
    scores = grown(scores, new Float32Array(size))
    answered = grown(answered, new Uint16Array(size))
    lengths = grown(lengths, new Uint16Array(size))
    counted = grown(counted, new Uint32Array(size))
  }

  function begin(): void {
    for (const place of touched) {
      covered[place] = 0
      scores[place] = 0
      answered[place] = 0
    }
    touched = []
    counted.fill(0)
    term = 0
  }

  function count(place: number, weight: number, quality: number, worth: number): void {
    if (counted[place] === term) return
    counted[place] = term
    if (covered[place] === 0) touched.push(place)
    covered[place] = (covered[place] ?? 0) + quality * weight
    scores[place] = (scores[place] ?? 0) + worth * quality
    if (quality >= good) answered[place] = (answered[place] ?? 0) + 1
  }

  const rarity = (one: string) => Math.log(1 + size / (postings.count(one) || 1))

  function countTerm(one: string, weight: number, quality: number): void {
    const worth = rarity(one)
    postings.each(one, (place) => count(place, weight, quality, worth))
  }

  function countHan(one: string): void {
    if ([...one].length === 1) {
      for (const pair of byCharacter.get(one) ?? []) countTerm(pair, 1, exactly)
    } else if (postings.count(one) > 0) countTerm(one, 1, exactly)
    else for (const alike of sounds.alike(one)) countTerm(alike, 1, byALikeSound)
  }

  function countLetters(word: string, look: Lookups): void {
    if (/^\d+$/.test(word)) {
      const worth = Math.log(1 + size)
      for (const place of look.numbered(word)) count(place, weightOfWord, exactly, worth)
    }
    const words = [...letters.answers(word)].sort((a, b) => b[1] - a[1])
    const isKnown = (words[0]?.[1] ?? 0) >= good
    if (!isKnown && /^[a-z]{2,}$/.test(word)) countSounds(word, look)
    for (const [one, quality] of words) countTerm(one, weightOfWord, quality)
    countParted(word)
  }

  /** Places whose titles part what was typed in one: `timestamp` of "Time-stamping services". */
  function countParted(word: string): void {
    for (let at = shortestPart; at <= word.length - shortestPart; at++) {
      const [first, second] = [word.slice(0, at), word.slice(at)]
      if (postings.count(first) === 0) continue
      const seconds = [...letters.answers(second)].filter(([, quality]) => quality >= good)
      const places = withAll([[first], seconds.map(([one]) => one)])
      for (const place of places) count(place, weightOfWord, byItsParts, rarity(first))
    }
  }

  /** Places whose titles are read so: `sjflfj` and `shujufenlei` of 数据分类分级. */
  function countSounds(word: string, look: Lookups): void {
    const partings = sounds.syllablesOf(word).filter((parts) => parts.length > 1)
    const spellings: [readonly string[], Spelling][] = partings.map((parts) => [parts, 'syllables'])
    spellings.push([[...word], 'initials'])
    for (const [parts, spelling] of spellings) {
      const pairs = sounds.spelt(parts, spelling)
      if (pairs.some((some) => some.length === 0)) continue
      for (const place of withAll(pairs)) {
        const isTogether = pairs.length === 1 || soundsIn(look.chineseAt(place), parts, spelling)
        if (isTogether) count(place, weightOfWord, byItsSound, parts.length)
      }
    }
  }

  /** Places at which one of each of these lists of terms stands. */
  function withAll(lists: readonly (readonly string[])[]): Iterable<number> {
    const ordered = [...lists].sort((a, b) => volume(a) - volume(b))
    let left: Set<number> | undefined
    for (const list of ordered) {
      const here = new Set<number>()
      for (const one of list) postings.each(one, (place) => (left?.has(place) ?? true) && here.add(place))
      left = here
    }
    return left ?? []
  }

  const volume = (list: readonly string[]) => list.reduce((sum, one) => sum + postings.count(one), 0)

  function goodPlaces(terms: readonly string[], total: number, fits: (place: number) => boolean): number[] {
    const complete: number[] = []
    const near: number[] = []
    let best = 0
    // One wrong character spoils two pairs, which is half of the four that a short term has.
    const isShortTerm = terms.length === 4 && terms.every(isHan)
    const least = isShortTerm ? (total - 2) / total : enoughCoverage
    for (const place of touched) {
      const part = (covered[place] ?? 0) / total
      if (part < leastCoverage || !fits(place)) continue
      if (answered[place] === terms.length) complete.push(place)
      else if (complete.length === 0) {
        near.push(place)
        best = Math.max(best, part)
      }
    }
    if (complete.length > 0) return complete
    const enough = Math.max(least, best - closeToBest)
    return near.filter((place) => (covered[place] ?? 0) / total >= enough)
  }

  return {
    add(place, titles) {
      grow(place)
      const terms = indexTerms(titles)
      lengths[place] = terms.size
      for (const one of terms) {
        if (!postings.add(one, place)) continue
        if (!isHan(one)) letters.add(one)
        else {
          sounds.add(one)
          for (const character of new Set(one)) append(byCharacter, character, one)
        }
      }
    },
    remove(place, titles) {
      for (const one of indexTerms(titles)) postings.remove(one, place)
    },
    search(query, look) {
      begin()
      const terms = joinSyllables(queryTerms(query), sounds.syllablesOf, (word) => postings.count(word) > 0)
      for (const one of terms) {
        term++
        if (isHan(one)) countHan(one)
        else countLetters(one, look)
      }
      const total = terms.reduce((sum, one) => sum + (isHan(one) ? 1 : weightOfWord), 0)
      return {
        places: goodPlaces(terms, total, look.fits),
        compare: (a, b) =>
          (covered[b] ?? 0) - (covered[a] ?? 0) ||
          (scores[b] ?? 0) - (scores[a] ?? 0) ||
          (lengths[a] ?? 0) - (lengths[b] ?? 0),
      }
    },
  }
}

function grown<A extends { set(from: A): void }>(from: A, to: A): A {
  to.set(from)
  return to
}

/** The terms of a query, without its family and its empty words unless there are no others. */
function queryTerms(folded: string): string[] {
  const words = withoutFamily(folded)
    .split(' ')
    .filter((word) => word !== '')
  const telling = words.filter((word) => !emptyWords.has(word))
  const letters = telling.filter((word) => !isHan(word)).slice(0, mostWordsOfLetters)
  const kept = (telling.length > 0 ? telling : words).filter((word) => isHan(word) || letters.includes(word))
  return [...new Set(kept.flatMap(termsOf))].slice(0, mostTerms)
}

/** `shu ju fen lei`: syllables typed one by one are one word. */
function joinSyllables(
  terms: readonly string[],
  syllablesOf: (word: string) => string[][],
  isKnown: (word: string) => boolean,
): string[] {
  const joined: string[] = []
  let open = false
  for (const one of terms) {
    const isSyllable = !isHan(one) && !isKnown(one) && syllablesOf(one).some((parts) => parts.length === 1)
    if (isSyllable && open) joined.push(`${joined.pop()}${one}`)
    else joined.push(one)
    open = isSyllable
  }
  return joined
}

/** Also the pairs across a space between two Chinese words, and short forms. */
function indexTerms(titles: readonly string[]): Set<string> {
  const terms = new Set<string>()
  for (const title of titles) {
    for (const short of abbreviationsOf(title)) terms.add(short)
    let before = ''
    for (const word of title.split(' ')) {
      const chinese = isHan(word)
      if (word !== '') for (const term of termsOf(chinese ? before + word : word)) terms.add(term)
      before = chinese ? ([...word].at(-1) ?? '') : ''
    }
  }
  return terms
}

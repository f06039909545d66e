import { append } from './append.ts'
import { editDistance } from './edit-distance.ts'

/** How well a known word answers a word that was typed. */
export const exactly = 1
const byItsBeginning = 0.95
const byASlip = 0.7

export type Vocabulary = {
  add(word: string): void
  /** Known words that the typed one may stand for, with how well they do. */
  answers(word: string): Map<string, number>
}

const shortestBeginning = 3
const mostAnswers = 60
/** One slip in a pair of letters spoils two pairs, two letters that were swapped spoil three. */
const pairsPerSlip = 3

/**
 * The words of all titles that are not Chinese. They are found whole, by their beginning, or misspelt; `isUsed` tells
 * whether a word that was added is still in a title.
 */
export function vocabulary(isUsed: (word: string) => boolean): Vocabulary {
  const words: string[] = []
  const known = new Set<string>()
  const byPair = new Map<string, number[]>()
  let sorted: string[] | undefined

  function inOrder(): string[] {
    sorted ??= [...words].sort()
    return sorted
  }

  function misspelt(word: string): string[] {
    const slips = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0
    if (slips === 0 || /\d/.test(word)) return []
    const pairs = pairsOf(word)
    const needed = pairs.size - pairsPerSlip * slips
    const shared = new Map<number, number>()
    for (const pair of pairs)
      for (const at of byPair.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    const found: { one: string; distance: number }[] = []
    for (const [at, count] of shared) {
      const one = words[at] ?? ''
      if (count < needed || Math.abs(one.length - word.length) > slips || !isUsed(one)) continue
      const distance = editDistance(word, one, slips)
      if (distance <= slips) found.push({ one, distance })
    }
    return found.sort((a, b) => a.distance - b.distance).map(({ one }) => one)
  }

  return {
    add(word) {
      if (known.has(word)) return
      known.add(word)
      for (const pair of pairsOf(word)) append(byPair, pair, words.length)
      words.push(word)
      sorted?.splice(firstAtLeast(sorted, word), 0, word)
    },
    answers(word) {
      const found = new Map<string, number>()
      if (word.length >= shortestBeginning && !/^\d+$/.test(word)) {
        const all = inOrder()
        for (let at = firstAtLeast(all, word); at < all.length && found.size < mostAnswers; at++) {
          const one = all[at] ?? ''
          if (!one.startsWith(word)) break
          if (isUsed(one)) found.set(one, byItsBeginning)
        }
      }
      if (known.has(word) && isUsed(word)) found.set(word, exactly)
      if (found.size === 0) for (const one of misspelt(word).slice(0, mostAnswers)) found.set(one, byASlip)
      return found
    },
  }
}

/** Each pair of neighbouring letters once, and the first and the last letter. */
function pairsOf(word: string): Set<string> {
  const pairs = new Set<string>()
  const framed = `^${word}$`
  for (let at = 0; at + 1 < framed.length; at++) pairs.add(framed.slice(at, at + 2))
  return pairs
}

/** Where in the sorted words the first stands that is not before this one. */
function firstAtLeast(words: readonly string[], word: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}

import { editDistance } from './edit-distance.ts'

/** How well a known word answers a word that was typed. */
export const exactly = 1
const byItsBeginning = 0.95
const byASlip = 0.7

export type Vocabulary = {
  /** Known words that the typed one may stand for, with how well they do. */
  answers(word: string): Map<string, number>
}

const shortestBeginning = 3
const mostAnswers = 60

/** The words of all titles that are not Chinese. They are found whole, by their beginning, or misspelt. */
export function vocabulary(known: Iterable<string>): Vocabulary {
  const words = [...new Set(known)].sort()
  const byLength = new Map<number, string[]>()
  for (const word of words) {
    const sameLength = byLength.get(word.length)
    if (sameLength === undefined) byLength.set(word.length, [word])
    else sameLength.push(word)
  }

  function misspelt(word: string): string[] {
    const slips = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0
    if (slips === 0 || /\d/.test(word)) return []
    const found: string[] = []
    for (let length = word.length - slips; length <= word.length + slips; length++) {
      for (const one of byLength.get(length) ?? [])
        if (editDistance(word, one, slips) <= slips) found.push(one)
    }
    return found
  }

  return {
    answers(word) {
      const found = new Map<string, number>()
      if (word.length >= shortestBeginning && !/^\d+$/.test(word)) {
        for (let at = firstAtLeast(words, word); at < words.length && found.size < mostAnswers; at++) {
          const one = words[at] ?? ''
          if (!one.startsWith(word)) break
          found.set(one, byItsBeginning)
        }
      }
      if (words[firstAtLeast(words, word)] === word) found.set(word, exactly)
      if (found.size === 0) for (const one of misspelt(word).slice(0, mostAnswers)) found.set(one, byASlip)
      return found
    },
  }
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

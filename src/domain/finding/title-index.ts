import { foldTitle, withoutFamily } from './folding.ts'
import { isHan, termsOf } from './terms.ts'
import { exactly, vocabulary } from './vocabulary.ts'

/** An entry, by its place in the list, and how much of the query its titles answer. */
export type TitleHit = { at: number; coverage: number; complete: boolean; score: number }

export type TitleIndex = {
  /** Entries that answer at least a third of the query, the best first. `numbered` finds entries by a number word. */
  search(words: string, numbered: (digits: string) => readonly number[]): TitleHit[]
}

const leastCoverage = 1 / 3
/** A query word of letters says as much as two pairs of characters. */
const weightOfWord = 2
const mostTerms = 120
const mostWordsOfLetters = 24
const emptyWords = new Set('a an and for in of on or the to with'.split(' '))

/** An index of titles, each entry's together, by pairs of Chinese characters and by words. */
export function titleIndex(titles: readonly (readonly string[])[]): TitleIndex {
  const postings = new Map<string, number[]>()
  titles.forEach((ofEntry, at) => {
    for (const term of indexTerms(ofEntry)) {
      const places = postings.get(term)
      if (places === undefined) postings.set(term, [at])
      else places.push(at)
    }
  })
  const letters = vocabulary([...postings.keys()].filter((term) => !isHan(term)))
  const rarity = (term: string) => Math.log(1 + titles.length / (postings.get(term)?.length ?? 1))

  /** For one term of a query: how well every entry answers it, and how rare that is. */
  function answersTo(
    term: string,
    numbered: (digits: string) => readonly number[],
  ): Map<number, [number, number]> {
    const answers = new Map<number, [number, number]>()
    const words = isHan(term) ? new Map([[term, exactly]]) : letters.answers(term)
    for (const [word, quality] of words) {
      const value = quality * rarity(word)
      for (const at of postings.get(word) ?? []) {
        const [known = 0, worth = 0] = answers.get(at) ?? []
        answers.set(at, [Math.max(known, quality), Math.max(worth, value)])
      }
    }
    if (/^\d+$/.test(term))
      for (const at of numbered(term)) answers.set(at, [exactly, Math.log(1 + titles.length)])
    return answers
  }

  return {
    search(words, numbered) {
      const terms = queryTerms(words)
      const total = terms.reduce((sum, term) => sum + weightOf(term), 0)
      const hits = new Map<number, { covered: number; answered: number; score: number }>()
      for (const term of terms) {
        for (const [at, [quality, worth]] of answersTo(term, numbered)) {
          const hit = hits.get(at) ?? { covered: 0, answered: 0, score: 0 }
          hit.covered += quality * weightOf(term)
          hit.answered += quality >= 0.9 ? 1 : 0
          hit.score += worth
          hits.set(at, hit)
        }
      }
      return [...hits]
        .map(([at, hit]) => ({
          at,
          coverage: hit.covered / total,
          complete: hit.answered === terms.length,
          score: hit.score,
        }))
        .filter(({ coverage }) => coverage >= leastCoverage)
        .sort((a, b) => b.coverage - a.coverage || b.score - a.score || a.at - b.at)
    },
  }
}

function weightOf(term: string): number {
  return isHan(term) ? 1 : weightOfWord
}

/** The terms of a query, without its family and its empty words unless there are no others. */
function queryTerms(query: string): string[] {
  const words = withoutFamily(foldTitle(query))
    .split(' ')
    .filter((word) => word !== '')
  const telling = words.filter((word) => !emptyWords.has(word))
  const letters = telling.filter((word) => !isHan(word)).slice(0, mostWordsOfLetters)
  const kept = (telling.length > 0 ? telling : words).filter((word) => isHan(word) || letters.includes(word))
  return [...new Set(kept.flatMap(termsOf))].slice(0, mostTerms)
}

/** Also the pairs across a space between two Chinese words, and every character by itself. */
function indexTerms(titles: readonly string[]): Set<string> {
  const terms = new Set<string>()
  for (const title of titles) {
    const folded = foldTitle(title)
    const joined = folded.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    for (const word of joined.split(' ')) {
      if (word === '') continue
      for (const term of termsOf(word)) terms.add(term)
      if (isHan(word)) for (const character of word) terms.add(character)
    }
  }
  return terms
}

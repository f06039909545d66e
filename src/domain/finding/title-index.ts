import { abbreviationsOf } from './abbreviations.ts'
import { foldTitle, withoutFamily } from './fold-title.ts'
import { isHan, termsOf } from './terms.ts'
import { exactly, vocabulary } from './vocabulary.ts'

/** An entry, by its place in the list, and how much of the query its titles answer. */
export type TitleHit = { at: number; coverage: number; complete: boolean; score: number }

export type TitleIndex = {
  /** Entries that answer at least a third of the query, the best first. `numbered` finds entries by a number word. */
  search(words: string, numbered: Numbered): TitleHit[]
}

type Numbered = (digits: string) => readonly number[]
type Answer = { quality: number; worth: number }

const leastCoverage = 1 / 3
/** Whole words and their beginnings answer a term in full; a misspelt one does not. */
const good = 0.9
/** A query word of letters says as much as two pairs of characters. */
const weightOfWord = 2
const mostTerms = 120
const mostWordsOfLetters = 24
const emptyWords = new Set('a an and for in of on or the to with'.split(' '))

/** An index of folded titles, each entry's together, by pairs of Chinese characters and by words. */
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

  /** Entries that answer one term of a query, each with how well and how telling that is. */
  function answersTo(term: string, numbered: Numbered): Map<number, Answer> | readonly number[] {
    const words = isHan(term) ? new Map([[term, exactly]]) : letters.answers(term)
    const byNumber = /^\d+$/.test(term) ? numbered(term) : []
    const [only] = words.keys()
    if (byNumber.length === 0 && words.size === 1 && only === term) return postings.get(term) ?? []
    const answers = new Map<number, Answer>()
    for (const [word, quality] of words) {
      const answer = { quality, worth: quality * rarity(word) }
      for (const at of postings.get(word) ?? []) {
        if ((answers.get(at)?.quality ?? 0) < quality) answers.set(at, answer)
      }
    }
    const answer = { quality: exactly, worth: Math.log(1 + titles.length) }
    for (const at of byNumber) answers.set(at, answer)
    return answers
  }

  return {
    search(words, numbered) {
      const terms = queryTerms(words)
      const total = terms.reduce((sum, term) => sum + weightOf(term), 0)
      const covered = new Float64Array(titles.length)
      const scores = new Float64Array(titles.length)
      const answered = new Uint16Array(titles.length)
      const count = (at: number, term: string, { quality, worth }: Answer) => {
        covered[at] = (covered[at] ?? 0) + quality * weightOf(term)
        scores[at] = (scores[at] ?? 0) + worth
        answered[at] = (answered[at] ?? 0) + (quality >= good ? 1 : 0)
      }
      for (const term of terms) {
        const answers = answersTo(term, numbered)
        const plain = { quality: exactly, worth: rarity(term) }
        if (answers instanceof Map) for (const [at, answer] of answers) count(at, term, answer)
        else for (const at of answers) count(at, term, plain)
      }
      const hits: TitleHit[] = []
      for (const [at, part] of covered.entries()) {
        if (part === 0 || part / total < leastCoverage) continue
        hits.push({
          at,
          coverage: part / total,
          complete: answered[at] === terms.length,
          score: scores[at] ?? 0,
        })
      }
      return hits.sort((a, b) => b.coverage - a.coverage || b.score - a.score || a.at - b.at)
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

/** Also the pairs across a space between two Chinese words, every character by itself, and short forms. */
function indexTerms(titles: readonly string[]): Set<string> {
  const terms = new Set<string>()
  for (const title of titles) {
    for (const short of abbreviationsOf(title)) terms.add(short)
    let before = ''
    for (const word of title.split(' ')) {
      const chinese = isHan(word)
      if (word !== '') for (const term of termsOf(chinese ? before + word : word)) terms.add(term)
      if (chinese) for (const character of word) terms.add(character)
      before = chinese ? ([...word].at(-1) ?? '') : ''
    }
  }
  return terms
}

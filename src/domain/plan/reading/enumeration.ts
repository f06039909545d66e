import { chineseLists } from './enumeration/chinese.ts'
import { englishLists } from './enumeration/english.ts'
import { overlap, type Span } from './printed-text.ts'

/**
 * What a text enumerates as areas, fields or subjects, each element without articles and end words. Only plain noun
 * phrases: neither people nor forms of work, and nothing that has a verb.
 *
 * @param whole stretches that no separator parts: `certification and inspection`
 */
export function enumeratedIn(folded: string, whole: readonly Span[]): Span[] {
  const found = [...englishLists(folded, whole), ...chineseLists(folded, whole)].sort(
    (a, b) => a.from - b.from,
  )
  return found.filter((span, index) => !found.slice(0, index).some((other) => overlap(span, other)))
}

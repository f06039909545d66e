import { chineseLists } from './enumeration/chinese.ts'
import { englishLists } from './enumeration/english.ts'
import { overlap, type Span } from './printed-text.ts'

/**
 * What a text enumerates as areas, fields or subjects, each element without articles and end words. Only plain noun
 * phrases: neither people nor forms of work, and nothing that has a verb.
 *
 * @param whole stretches that no separator parts: `certification and inspection`
 * @param works where the text asks for work that is no subject: a list of such is a list of works
 */
export function enumeratedIn(folded: string, whole: readonly Span[], works: readonly Span[]): Span[] {
  const found = [...englishLists(folded, whole, works), ...chineseLists(folded, whole, works)].sort(
    (a, b) => a.from - b.from,
  )
  return found.filter((span, index) => !found.slice(0, index).some((other) => overlap(span, other)))
}

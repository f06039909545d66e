import { colonLabels } from './colon-labels.ts'
import { goesOver } from './continues-last.ts'
import type { DocumentLine } from './document-line.ts'
import { looksLikeTitle } from './looks-like-title.ts'
import { sentences, withoutStop } from './sentences.ts'
import { isBare, startsList } from './starts-list.ts'

/**
 * Short lines without a label or a mark at their end that stand above the first item of a list, directly or with
 * sentences between that lead to it, and titles that end in a colon where nothing else divides the text; with `aboveProse` also those above a paragraph of prose, or that are bold above any. The first lines of a
 * document, up to `after`, are its title.
 */
export function plainHeadings(
  lines: readonly DocumentLine[],
  after: number,
  aboveProse: boolean,
): ReadonlySet<DocumentLine> {
  const found = lines.filter((line, at) => {
    const next = lines[at + 1]
    if (at <= after || next === undefined || !isBare(line)) return false
    if (aboveProse && isBoldTitle(line, next)) return true
    if (!looksLikeTitle(line.text)) return false
    if (startsList(next, line)) return true
    if (isAboveListWithIntroduction(line, lines.slice(at + 1, at + 2 + mostOfIntroduction))) return true
    return aboveProse && isBare(next) && isProse(next.text)
  })
  return new Set([...found, ...colonLabels(lines, after)])
}

/** Print tells it, whatever mark it ends with and however short the text below it is. */
export function isBoldTitle(line: DocumentLine, next: DocumentLine): boolean {
  if (line.isBold !== true || !isBare(next) || next.isBold === true) return false
  return looksLikeTitle(withoutStop(line.text)) && sentences(line.text).length === 1
}

/** A list further below belongs to what stands between. */
const mostOfIntroduction = 3
/** No title ends so: the line was broken there. */
const endsInMidst = /\b(?:the|an?|of|and|or|for|to|in|on|with|by|its|their|our|that|which|will|shall)$/i

/** Whether nothing but whole sentences stands between a title and a list: `The following is planned:`. */
function isAboveListWithIntroduction(title: DocumentLine, below: readonly DocumentLine[]): boolean {
  const [first] = below
  const at = below.findIndex((line) => !isBare(line) || !/[。.！!:：][”"）)]*$/.test(line.text))
  const item = below[at]
  if (first === undefined || item === undefined || goesOver(title, first)) return false
  return startsList(item, title) && !endsInMidst.test(title.text)
}

/** Whether a line is a paragraph of whole sentences. */
export function isProse(text: string): boolean {
  return text.length >= (/\p{Script=Han}/u.test(text) ? 20 : 60) && /[。.！!？?][”"）)]*$/.test(text)
}

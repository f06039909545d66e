import { isPageNumber } from './furniture.ts'
import { looksLikeTitle } from './looks-like-title.ts'
import type { Paragraph } from './outline.ts'

/**
 * What is printed at the head or foot of each page: the line with which the document begins, printed again, or one that
 * stands beside a page's number wherever it is printed, and is so more than once.
 */
export function runningHeads(paragraphs: readonly Paragraph[]): ReadonlySet<Paragraph> {
  const [title] = paragraphs
  const printed = new Map<string, number[]>()
  for (const [at, { text, heading, item, row, isCell }] of paragraphs.entries()) {
    const isBare = heading === undefined && item === undefined && row === undefined && isCell !== true
    if (isBare && looksLikeTitle(text)) printed.set(text, [...(printed.get(text) ?? []), at])
  }
  const isBesideNumber = (at: number) =>
    [at - 1, at + 1].some((other) => isPageNumber(paragraphs[other]?.text.trim() ?? ''))
  const found = [...printed.entries()].flatMap(([text, places]) => {
    if (places.length < 2) return []
    if (text === title?.text) return places.slice(1)
    return places.every(isBesideNumber) ? places : []
  })
  return new Set(found.flatMap((at) => paragraphs[at] ?? []))
}

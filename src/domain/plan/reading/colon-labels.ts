import { leadsOn } from './continues-last.ts'
import type { DocumentLine } from './document-line.ts'
import { looksLikeTitle } from './looks-like-title.ts'
import { withoutStop } from './sentences.ts'
import { isBare, startsList } from './starts-list.ts'

/** With such words a line leads to a list, and names nothing that the list is about. */
const leads =
  /\b(?:[Ff]ollowing|[Bb]elow|[Nn]amely|[Ss]pecifically|[Ii]n particular|such as|[Ii]ncluding|includes?|[Ww]e|[Tt]hey|[Tt]hese|will|shall|should|must|is|are|to$)\b|如下|以下|下列|包括|其中|具体|主要[有为]|[为是]$/

/**
 * Titles that end in a colon, each above a list, directly or with a line that leads to it: `Standards:`. One alone leads
 * to its list, as those do that stand below a title; several are titles themselves where no other line divides the text.
 */
export function colonLabels(lines: readonly DocumentLine[], after: number): readonly DocumentLine[] {
  const places = lines.flatMap((line, at) => {
    const next = lines[at + 1]
    if (next === undefined || !startsList(next, line) || !isLabel(line)) return []
    const above = lines[at - 1]
    const title = above !== undefined && isLabel(above) && namesArea(above) && !namesArea(line) ? at - 1 : at
    return title > after ? [title] : []
  })
  const [first] = places
  if (first === undefined || places.length < 2) return []
  const isDivided =
    lines.slice(after + 1, first).some(({ label }) => label !== undefined) ||
    lines.slice(first).some((line, at, rest) => divides(line, rest[at + 1]))
  const labels = places.flatMap((at) => lines[at] ?? [])
  const isBelowTitle = (at: number) => {
    const above = lines[at - 1]
    return above !== undefined && at - 1 > after && isBare(above) && looksLikeTitle(above.text)
  }
  return isDivided || places.some(isBelowTitle) || !labels.every(namesArea) ? [] : labels
}

/** Whether a line among the labels is of another kind that has a list below it, or counts on over them. */
function divides(line: DocumentLine, next: DocumentLine | undefined): boolean {
  const isAboveList = next !== undefined && next.label !== undefined && next.heading === undefined
  if (line.heading !== undefined) return line.label !== undefined || isAboveList
  return isBare(line) && isAboveList && startsList(next, line) && looksLikeTitle(line.text)
}

function isLabel(line: DocumentLine): boolean {
  return isBare(line) && /[:：]$/.test(line.text)
}

function namesArea({ text }: DocumentLine): boolean {
  const title = withoutStop(text)
  return looksLikeTitle(title) && !leads.test(title) && !leadsOn(title)
}

import { continuesLast, goesOver } from './continues-last.ts'
import type { DocumentLine } from './document-line.ts'
import { looksLikeTitle } from './looks-like-title.ts'
import { isBoldTitle, isProse } from './plain-headings.ts'
import { isBare } from './starts-list.ts'

/** One alone may be a sentence whose mark was forgotten. */
const leastPairs = 2

/**
 * Short lines without a mark at their end that stand directly above a paragraph of prose within the areas, be they
 * items of a list or of no label, or that are bold as a whole: the headings of that prose. None where there is only one.
 *
 * @param isArea whether a line is the title of an area
 */
export function subHeadings(
  lines: readonly DocumentLine[],
  isArea: (line: DocumentLine) => boolean,
): ReadonlySet<DocumentLine> {
  const found = linesOfAreas(lines, isArea).flatMap(headingsIn)
  return new Set(found.length < leastPairs ? [] : found)
}

/** The lines below each area's title. */
function linesOfAreas(
  lines: readonly DocumentLine[],
  isArea: (line: DocumentLine) => boolean,
): DocumentLine[][] {
  const found: DocumentLine[][] = []
  for (const line of lines) {
    if (isArea(line)) found.push([])
    else found.at(-1)?.push(line)
  }
  return found
}

/** Those of one area: where a short line of the kind stands above nothing, all of them are points without a mark. */
function headingsIn(lines: readonly DocumentLine[]): DocumentLine[] {
  const headings: DocumentLine[] = []
  const ofPoints = new Set<string>()
  // What stands below an item that is no such heading goes on with that.
  let isBelowItem = false
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    const isHeading = isAboveProse(line, next)
    if (!isBare(line)) isBelowItem = true
    if (isHeading && !(isBare(line) && isBelowItem)) headings.push(line)
    const standsAlone = looksLikeTitle(line.text) && (next === undefined || kindOf(next) === kindOf(line))
    if (standsAlone && !isHeading) ofPoints.add(kindOf(line))
  }
  return headings.filter((line) => !ofPoints.has(kindOf(line)))
}

function kindOf({ label }: DocumentLine): string {
  return label?.style ?? ''
}

function isAboveProse(line: DocumentLine, next: DocumentLine | undefined): boolean {
  if (next === undefined || line.heading !== undefined || line.row !== undefined) return false
  if (line.isBold === true && isBare(next) && next.isBold !== true) return isBoldTitle(line, next)
  return (
    looksLikeTitle(line.text) &&
    isBare(next) &&
    isProse(next.text) &&
    !continuesLast(next.text) &&
    !goesOver(line, next)
  )
}

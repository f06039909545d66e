import type { DocumentLine } from './document-line.ts'
import { closesText, maySign, opensAnnex, standsBelow } from './furniture.ts'
import { mayBeSigner, signsOff, signsOffApart } from './signing-off.ts'

/**
 * The lines of the plan without what a document has around it: annexes, sources and other news behind it with the
 * signature above them, or a letter before it to which the plan is the annex.
 */
export function textPart(lines: readonly DocumentLine[]): { start: number; end: number } {
  let start = 0
  let end = lines.length
  for (let at = 0; at < end; at += 1) {
    const line = lines[at]
    if (line === undefined || line.label !== undefined || !closesText(line.text)) continue
    const before = structure(lines.slice(start, at))
    const behind = structure(lines.slice(at, end))
    // A line that closes nothing: the source that stands above a text, a list of annexes in a letter.
    if (before > 0 && before >= behind) end = at
    else if (before > 0 && opensAnnex(line.text)) start = at + 1
  }
  while (end > start && isBelow(lines, end - 1)) end -= 1
  return { start, end: start + signedFrom(lines.slice(start, end)) }
}

/** Where the lines with which a document is signed begin below its last point; how many lines there are, where none do. */
function signedFrom(lines: readonly DocumentLine[]): number {
  const first = Math.max(1, lines.findLastIndex((line) => !isBare(line)) + 1)
  const other = lines.findLastIndex((line) => !mayGoOnSigning(line))
  for (let at = Math.max(first, other); at < lines.length; at += 1) {
    const text = lines[at]?.text ?? ''
    if (signsOff(text) || (isApart(lines[at - 1], lines[at]) && signsOffApart(text))) return at
  }
  return lines.length
}

function mayGoOnSigning({ text }: DocumentLine): boolean {
  return signsOff(text) || signsOffApart(text) || mayBeSigner(text) || standsBelow(text) || maySign(text)
}

/** Whether a line does not stand directly below the one above it; of paragraphs each stands apart. */
function isApart(above: DocumentLine | undefined, line: DocumentLine | undefined): boolean {
  return line?.place.unit !== 'line' || above?.place.number !== line.place.number - 1
}

function isBare({ label, heading, row }: DocumentLine): boolean {
  return label === undefined && heading === undefined && row === undefined
}

/** Labels and headings count, the title's heading apart. */
function structure(lines: readonly DocumentLine[]): number {
  return lines.filter(({ label, heading }) => label !== undefined || (heading !== undefined && heading > 1))
    .length
}

function isBelow(lines: readonly DocumentLine[], at: number): boolean {
  const line = lines[at]
  if (line === undefined || !isBare(line)) return false
  return standsBelow(line.text) || /^[（(].*[)）]$/.test(line.text) || maySign(line.text)
}

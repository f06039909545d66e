import type { Outline, Paragraph } from '../../domain/plan/reading/outline.ts'
import { columnsOf, evenText, joinedLines } from './even-text.ts'
import { hasTypedLabel } from './typed-label.ts'

/** A text is broken at some column within these; a list whose longest line is shorter is no broken text. */
const leastWidth = 56
const mostWidth = 100

type Line = { number: number; raw: string; text: string; columns: number }

/**
 * The paragraphs of a plain text: its lines, but for lines that were broken at a fixed column, as mail is, which are
 * put together again. A label that was typed stays in the text. Places are lines, the first at `firstLine`.
 */
export function textOutline(text: string, firstLine = 1): Outline {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029\u0085]/).map((raw, at): Line => {
    const end = raw.trimEnd()
    return { number: firstLine + at, raw: end, text: evenText(raw), columns: columnsAcross(end) }
  })
  const isWrapped = wrapping(lines)
  const paragraphs: Paragraph[] = []
  let parts: string[] = []
  let before: Line | undefined
  let place = firstLine
  const close = () => {
    if (parts.length > 0)
      paragraphs.push({ text: joinedLines(parts), place: { unit: 'line', number: place } })
    parts = []
  }
  for (const line of lines) {
    if (line.text !== '') {
      if (before === undefined || before.text === '' || !isWrapped(before, line)) {
        close()
        place = line.number
      }
      parts.push(line.text)
    }
    before = line
  }
  close()
  return { paragraphs }
}

/** Up to the next column of eight for a tab. */
function columnsAcross(line: string): number {
  return line
    .split('\t')
    .reduce((sum, part, at) => (at === 0 ? 0 : Math.floor(sum / 8) * 8 + 8) + columnsOf(part), 0)
}

/**
 * Tells of two lines whether the first was broken because the second's first word found no more room on it. A text in
 * which no sentence goes over such a break is not broken at a column: its longest lines only look so.
 */
function wrapping(lines: readonly Line[]): (line: Line, next: Line) => boolean {
  const width = lines.reduce((most, { columns, text }) => {
    // An address has no place where it could be broken.
    return columns > most && (columns <= mostWidth || /[\s\p{Script=Han}]/u.test(text)) ? columns : most
  }, 0)
  if (width < leastWidth || width > mostWidth) return () => false
  const isFull = (line: Line, next: Line) =>
    line.columns + roomFor(next.text, line.text) > width &&
    !hasTypedLabel(next.raw) &&
    !isIndented(line, next)
  const full = lines.flatMap((line, at) => {
    const next = lines[at + 1]
    return line.text !== '' && next !== undefined && next.text !== '' && isFull(line, next)
      ? [{ goesOver: !endsSentence(line.text), isEnded: endsSentence(next.text) }]
      : []
  })
  const over = full.filter(({ goesOver }) => goesOver)
  // One line alone may be a title that happens to be the longest.
  return over.length > 0 && (full.length > 1 || over.some(({ isEnded }) => isEnded)) ? isFull : () => false
}

const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** The columns that a line's beginning takes up that can't be parted, with the blank before it. */
function roomFor(next: string, line: string): number {
  // No line begins with a closing mark, nor ends with an opening one.
  const unit =
    /^[(（《〈「『【〔“‘"']*(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}，。；：、！？]+)?[，。；：、！？)）》〉」』】〕”’]*/u.exec(
      next,
    )
  const blank = wide.test(next) || /[^\p{ASCII}]$/u.test(line) ? 0 : 1
  return blank + columnsOf(unit?.[0] ?? '')
}

function endsSentence(line: string): boolean {
  return /[。！？；：….!?;:]["'”’）)】》]*$/u.test(line)
}

/** Whether a line is set in as the first of a paragraph is; below a label, lines are set in as far as its text. */
function isIndented(line: Line, next: Line): boolean {
  if (/^\u3000/.test(next.raw)) return true
  return indent(next.raw) > indent(line.raw) && !hasTypedLabel(line.raw)
}

function indent(raw: string): number {
  return columnsAcross(/^\s*/.exec(raw)?.[0] ?? '')
}

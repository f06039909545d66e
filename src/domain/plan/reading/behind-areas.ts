import { closingTitle, isOfPlan, isOfReporters, isRemarkApart } from './closing-remarks.ts'
import { goesOver } from './continues-last.ts'
import type { DocumentArea } from './document.ts'
import type { DocumentLine } from './document-line.ts'
import { beginsWithVerb, saysWhatToDo } from './says-what-to-do.ts'
import { sentences } from './sentences.ts'

/** An area's title, and the lines below it. */
type Section = { title: DocumentLine; lines: readonly DocumentLine[] }

/** In how many paragraphs an area at most says what it has to, where one more is told from that. */
const mostAlike = 1

/** The first such line nearly always is the one. */
const mostStarts = 8

/**
 * Where the text behind the last area may begin, of the lines of a plan: with a paragraph that speaks of the plan itself
 * or of those who report on it, or with one that asks for nothing where no other area has such a paragraph. From the
 * first such line.
 */
export function startsBehind(lines: readonly DocumentLine[], areas: readonly DocumentArea[]): number[] {
  const sections = sectionsOf(lines, areas)
  const last = sections.at(-1)
  if (last === undefined) return []
  const from = lines.length - last.lines.length
  const apart = Math.max(apartFrom(last, sections.slice(0, -1)), remarksFrom(last))
  const starts: number[] = []
  for (const [at, line] of last.lines.entries()) {
    if (starts.length === mostStarts) break
    const closes = closesBy(line, last.lines, at) || (at >= apart && isRemarkApart(line.text))
    if (closes) starts.push(from + at)
  }
  return starts
}

function closesBy(line: DocumentLine, lines: readonly DocumentLine[], at: number): boolean {
  if (!isBare(line)) return false
  if (isTitleBehind(lines, at)) return true
  const isByReporters = isOfReporters(line.text)
  if (!isByReporters && !isOfPlan(line.text)) return false
  const behind = lines.slice(at)
  const isNoPlan = ({ text, label }: DocumentLine) => label?.number === undefined && !saysWhatToDo(text)
  if (!behind.every((one) => isBare(one) || isNoPlan(one))) return false
  return isByReporters || !behind.some(({ text }) => beginsWithVerb(text))
}

/**
 * Whether a line is the title of what stands behind a plan. What nothing but those who report can have written is theirs with
 * all bullets below it; below another title nothing asks for work.
 */
function isTitleBehind(lines: readonly DocumentLine[], at: number): boolean {
  const [line, ...below] = lines.slice(at)
  const above = lines[at - 1]
  if (line === undefined || below.length === 0 || above === undefined || goesOver(above, line)) return false
  const title = closingTitle(line.text)
  if (title === 'reporters')
    return below.every(({ label, row }) => label?.number === undefined && row === undefined)
  return title === 'background' && below.every((one) => isBare(one) && !beginsWithVerb(one.text))
}

/** From which line on an area has none that belongs to a plan for sure. */
function remarksFrom({ lines }: Section): number {
  const isSentence = ({ text }: DocumentLine) => /[。.！!？?;；][”"’）)]*$/.test(text.trim())
  return lines.findLastIndex((line) => isSentence(line) && !isRemarkApart(line.text)) + 1
}

/** From which line on what stands in an area is more than another of its kind has behind its points. */
function apartFrom(section: Section, others: readonly Section[]): number {
  const kind = kindOf(section)
  const nowhere = section.lines.length
  const alike = others.filter((other) => kindOf(other) === kind)
  if (alike.length === 0 && kind !== 'list') return nowhere
  const counts =
    kind === 'list' ? [...alike.flatMap(behindItems), ...behindItems(section).slice(0, -1)] : alike.map(inAll)
  const most = Math.max(0, ...counts)
  const behind = paragraphsBehind(section)
  const first = behind[most]
  return most > mostAlike || first === undefined ? nowhere : section.lines.indexOf(first)
}

function inAll(section: Section): number {
  return paragraphsBehind(section).length
}

/** How many paragraphs stand behind each item of an area. */
function behindItems({ title, lines }: Section): number[] {
  const items = lines.flatMap((line, at) => (isBare(line) ? [] : [at]))
  return items.map((at, index) => inAll({ title, lines: lines.slice(at, items[index + 1] ?? lines.length) }))
}

/** Whether the points of an area are the items below it, stand in its own line, or in paragraphs. */
function kindOf({ title, lines }: Section): 'list' | 'line' | 'prose' {
  if (lines.some((line) => !isBare(line))) return 'list'
  const runsIn = sentences(title.text).length > 1 || /[:：]\s?\S|[。.]$/.test(title.text)
  return runsIn ? 'line' : 'prose'
}

/** The paragraphs of an area behind its last item; a line that goes on with the one above it is none. */
function paragraphsBehind({ title, lines }: Section): DocumentLine[] {
  const first = lines.findLastIndex((line) => !isBare(line)) + 1
  return lines.slice(first).filter((line, at) => {
    const above = lines[first + at - 1] ?? title
    const isDirectlyBelow = line.place.unit === 'line' && above.place.number === line.place.number - 1
    return !isDirectlyBelow && !goesOver(above, line)
  })
}

function sectionsOf(lines: readonly DocumentLine[], areas: readonly DocumentArea[]): Section[] {
  const starts = areas.map(({ place }) => lines.findIndex((line) => line.place === place))
  return starts.flatMap((start, at) => {
    const title = lines[start]
    const end = starts[at + 1] ?? lines.length
    return title === undefined ? [] : [{ title, lines: lines.slice(start + 1, end) }]
  })
}

function isBare({ label, heading, row }: DocumentLine): boolean {
  return label === undefined && heading === undefined && row === undefined
}

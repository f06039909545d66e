import type { DocumentLine } from './document-line.ts'
import type { Beside, Place } from './outline.ts'
import { isBullet, type Label } from './read-label.ts'

/** A line with what stands below it. */
export type Node = {
  text: string
  place: Place
  label?: Label
  heading?: number
  /** A short line that stands as a heading though nothing but its place says so. */
  isPlain?: boolean
  /** An item that is the heading of the prose below it. */
  isTitled?: boolean
  row?: Beside
  /** Text behind the rows of a table, with which none of them goes on. */
  isBehindRows?: boolean
  /** Lines without a label that follow it. */
  prose: { text: string; place: Place }[]
  children: Node[]
}

/** How a level is known from another: a heading's level, a style of labels. */
type Key = string

/** From above, as the rules for official documents and most others have it. */
const customary = [
  '第部分',
  '第篇',
  '第章',
  'word',
  'word numbers',
  'I.',
  '第节',
  '第条',
  '一、',
  'A.',
  '（一）',
  '一）',
  '1.',
  '2 numbers',
  '3 numbers',
  '4 numbers',
  '1)',
  '(1)',
  '①',
]

/**
 * The lines as a tree. A style is a level, below the one under which it first appears. With `isCustomary` the levels of
 * labels are instead in the order that custom gives them, whichever appears first.
 */
export function treeOf(
  lines: readonly DocumentLine[],
  plain: ReadonlySet<DocumentLine>,
  isCustomary: boolean,
): Node {
  const root = nodeOf({ text: '', place: { unit: 'line', number: 0 } }, false)
  const levels: Key[][] = []
  let path: { node: Node; key: Key }[] = []
  const rank = (key: Key) => levels.findIndex((keys) => keys.includes(key))

  for (const line of lines) {
    const last = path.at(-1)?.node ?? root
    const key = keyOf(line, plain)
    if (key === undefined) {
      if (last.row === undefined) last.prose.push({ text: line.text, place: line.place })
      else behindRows(path.at(-2)?.node ?? root, line)
      continue
    }
    if (rank(key) < 0) {
      const above = path.findLastIndex(({ node, key: other }) =>
        standsAbove(node, other, line, key, isCustomary),
      )
      place(levels, key, line, rank(path[above]?.key ?? ''))
    }
    path = path.filter(({ key: other }) => rank(other) < rank(key))
    const node = nodeOf(line, plain.has(line))
    ;(path.at(-1)?.node ?? root).children.push(node)
    path.push({ node, key })
  }
  return root
}

/** Puts text behind the rows of a table below what these stand below. */
function behindRows(above: Node, line: DocumentLine): void {
  const last = above.children.at(-1)
  if (last?.isBehindRows === true) last.prose.push({ text: line.text, place: line.place })
  else above.children.push({ ...nodeOf(line, false), isBehindRows: true })
}

function nodeOf({ text, place, label, heading, row }: DocumentLine, isTitle: boolean): Node {
  return {
    text,
    place,
    ...(label !== undefined && { label }),
    ...(heading !== undefined && { heading }),
    ...(row !== undefined && { row }),
    ...(isTitle && (label === undefined ? { isPlain: true } : { isTitled: true })),
    prose: [],
    children: [],
  }
}

function keyOf(line: DocumentLine, plain: ReadonlySet<DocumentLine>): Key | undefined {
  if (line.heading !== undefined) return `heading ${line.heading} ${line.label?.style ?? ''}`
  if (line.label !== undefined) return line.label.style
  return plain.has(line) ? 'plain' : undefined
}

/** Puts a new level below the one of rank `above`; headings of one level, of which some have labels, are on one. */
function place(levels: Key[][], key: Key, line: DocumentLine, above: number): void {
  const start = line.heading === undefined ? undefined : `heading ${line.heading} `
  const isBare = key === start
  const same =
    start === undefined ? -1 : levels.findIndex((keys) => keys.some((other) => other.startsWith(start)))
  const level = levels[same]
  if (level !== undefined && (isBare || level.every((other) => other === start))) level.push(key)
  else
    levels.splice(
      above + 1 + (line.heading === undefined ? customaryAbove(levels.slice(above + 1), key) : 0),
      0,
      [key],
    )
}

/** How many of the levels, from the first, stand above such a label by custom. */
function customaryAbove(levels: readonly Key[][], key: Key): number {
  const count = levels.findIndex(
    ([first = '']) => !first.startsWith('heading ') && order(first) >= order(key),
  )
  return count < 0 ? levels.length : count
}

/** Whether a line of a new style stands below this one. */
function standsAbove(node: Node, key: Key, line: DocumentLine, own: Key, isCustomary: boolean): boolean {
  if (line.heading === undefined)
    return !isCustomary || node.heading !== undefined || order(key) < order(own) || isUnordered(key)
  if (node.heading !== undefined) {
    const isNested = node.heading === line.heading && node.label !== undefined && line.label !== undefined
    return node.heading < line.heading || isNested
  }
  if (node.isPlain === true || isBullet(node.label)) return false
  return order(node.label?.style ?? '') < order(line.label?.style ?? '一、')
}

function order(style: string): number {
  if (style === 'plain') return customary.indexOf('（一）') + 0.5
  const at = customary.indexOf(style)
  return at < 0 ? customary.length : at
}

function isUnordered(style: string): boolean {
  return order(style) === customary.length
}

/** How many labels do not count on from the one before them, among their siblings or through the whole document. */
export function faultsIn(root: Node): number {
  let faults = 0
  const last = new Map<string, number>()
  const visit = (node: Node, depth: number): void => {
    const here = new Map<string, number>()
    for (const child of node.children) {
      const { number, style } = child.label ?? {}
      if (number !== undefined && style !== undefined) {
        const through = `${depth} ${style}`
        const before = here.get(style)
        const isNext =
          before === undefined
            ? number === 1 || number === (last.get(through) ?? 0) + 1
            : number === before + 1
        if (!isNext) faults += 1
        here.set(style, number)
        last.set(through, number)
      }
      visit(child, depth + 1)
    }
  }
  visit(root, 0)
  return faults
}

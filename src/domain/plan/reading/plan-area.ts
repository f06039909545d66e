import { goesOver, joined, leadsOn } from './continues-last.ts'
import type { DocumentArea, DocumentPoint } from './document.ts'
import { labelRun } from './label-run.ts'
import type { Place } from './outline.ts'
import { type Prose, pointsSaid } from './points-said.ts'
import { isBullet, type Label } from './read-label.ts'
import { saysWhatToDo } from './says-what-to-do.ts'
import { sentences, withoutStop } from './sentences.ts'
import type { Node } from './tree.ts'

/** An area with its points, and what in it belongs to none. */
export type ReadArea = {
  area: DocumentArea
  left: Place[]
  /** What an area asks for that has nothing below it. */
  alone?: DocumentPoint
}

/** Areas as the document prints them. Where some run into their text behind a colon, all that have nothing else do. */
export function planAreas(nodes: readonly Node[]): ReadArea[] {
  const doRunIn = nodes.some((node) => isRunIn(partsOf(node)))
  return nodes.map((node, at) => areaOf(node, at + 1, doRunIn))
}

/** An area as the document prints it, and what in it belongs to no point. */
export function planArea(node: Node, number: number): ReadArea {
  return areaOf(node, number, isRunIn(partsOf(node)))
}

function areaOf(node: Node, number: number, doRunIn: boolean): ReadArea {
  const { title, prose } = titleAndProse(node, doRunIn)
  const { points, left } = pointsBelow({ prose, children: node.children }, `${number}`, undefined)
  const alone = { number: `${number}.1`, text: node.text, ...besides(node) }
  return {
    area: { number, title, place: node.place, points },
    left,
    ...(points.length === 0 && isWork(node) && { alone }),
  }
}

/** Whether the line of an area is more than a title that is still to be filled: `Submit two proposals.`, `自身建设`. */
function isWork({ text, row }: Node): boolean {
  return saysWhatToDo(text) && (row !== undefined || /\d|[.。；;!！]$/.test(text))
}

/**
 * The first sentence of an area's paragraph is its title. Where that runs into its text, so is what stands before the
 * colon: `Promotion: trainings and seminars are held.`
 */
function titleAndProse(node: Node, doRunIn: boolean): { title: string; prose: readonly Prose[] } {
  const parts = doRunIn ? partsOf(node) : undefined
  if (parts !== undefined)
    return { title: parts.title, prose: [{ text: parts.text, place: node.place }, ...parts.rest] }
  const { first, rest } = firstSentence(node)
  return { title: withoutStop(first.replace(/[，,]$/, '')), prose: [...rest, ...node.prose] }
}

type Parts = { title: string; text: string; rest: readonly Prose[] }

/** What stands before and behind the first colon of a line; where more is below it, a sentence that says what to do. */
function partsOf(node: Node): Parts | undefined {
  const { text: whole, prose } = withBrokenLines(node)
  const { first, rest } = firstSentence({ text: whole, place: node.place })
  const [, title, text] = /^([^:：]{2,120}?)(?:：|:\s)\s*(.+)$/.exec(first) ?? []
  if (title === undefined || text === undefined) return undefined
  const isAlone = rest.length === 0 && prose.length === 0 && node.children.length === 0
  const isSentence = saysWhatToDo(text) && /[.。；;!！]$/.test(text)
  return isAlone || isSentence ? { title, text, rest: [...rest, ...prose] } : undefined
}

/** The text of a node with the rest of the line in which it was broken. */
function withBrokenLines(node: Node): Pick<Node, 'text' | 'prose'> {
  let text = node.text
  let line: Prose & { label?: Label } = node
  let count = 0
  for (const prose of node.prose) {
    if (!goesOver(line, prose)) break
    text = joined(text, prose.text, true)
    line = prose
    count += 1
  }
  return { text, prose: node.prose.slice(count) }
}

/** Whether what stands behind the colon is text: what is shorter and says nothing is the rest of a title, or a price. */
function isRunIn(parts: Parts | undefined): boolean {
  if (parts === undefined) return false
  const { title, text } = parts
  const isHan = /\p{Script=Han}/u.test(title + text)
  return text.length >= (isHan ? 12 : 40) || saysWhatToDo(text)
}

/** The first sentence, or what of it stands before points that it only leads to: `研制标准：一是……；二是……。` */
function firstSentence({ text, place }: Prose): { first: string; rest: Prose[] } {
  const lead = labelRun(text)?.lead ?? ''
  const [first = text, ...others] = sentences(lead === '' ? text : lead)
  const rest = text.slice(text.indexOf(first) + first.length).trim()
  return { first, rest: others.length === 0 && lead === '' ? [] : [{ text: rest, place }] }
}

type Below = { points: DocumentPoint[]; left: Place[] }

function pointsBelow(
  node: { prose: readonly Prose[]; children: readonly Node[] },
  prefix: string,
  under: string | undefined,
): Below {
  const points: DocumentPoint[] = []
  const left: Place[] = []
  let count = 0
  const next = () => {
    count += 1
    return `${prefix}.${count}`
  }
  const below = under === undefined ? {} : { under }
  const take = (inner: Below) => {
    points.push(...inner.points)
    left.push(...inner.left)
  }
  const say = (prose: readonly Prose[]) => {
    for (const said of pointsSaid(prose)) {
      const number = next()
      if ('text' in said) points.push({ number, ...below, ...said })
      else
        for (const [at, point] of said.points.entries())
          points.push({ number: `${number}.${at + 1}`, under: within(under, said.heading), ...point })
    }
  }

  const asked =
    node.children.length === 0
      ? withoutIntroduction(node.prose)
      : node.prose.filter((prose) => !leadsOn(prose.text))
  left.push(...node.prose.filter((prose) => !asked.includes(prose)).map(({ place }) => place))
  say(asked)

  for (const child of node.children) {
    if (child.isBehindRows === true) {
      const prose = [child, ...child.prose]
      say(prose.filter(({ text }) => !isNote(text)).map(({ text, place }) => ({ text, place })))
      left.push(...prose.filter(({ text }) => isNote(text)).map(({ place }) => place))
      continue
    }
    const own = ownText(child)
    const isLeaf = child.children.length === 0
    const run = isLeaf && child.isTitled !== true ? labelRun(own.text, child.label) : undefined
    if (run !== undefined && run.items[0]?.label === child.label?.printed) {
      for (const { label, text } of run.items)
        points.push({ number: next(), label, ...below, text, ...besides(child) })
      if (run.rest !== '') say([{ text: run.rest, place: child.place }])
      continue
    }
    const number = next()
    const label = isNumbering(child.label) ? { label: child.label.printed } : {}
    const point = { number, ...label, ...below, text: own.text, ...besides(child) }
    // What the document numbers as one point is one, unless it only leads to others.
    if (run !== undefined && leadsOn(run.lead)) {
      const { first, rest } = firstSentence({ text: own.text, place: child.place })
      const inner = pointsBelow({ prose: rest, children: [] }, number, within(under, first))
      take({ ...inner, points: inner.points.map((one) => ({ ...one, ...besides(child) })) })
      continue
    }
    const isHeading = (child.heading !== undefined || child.isTitled === true) && child.prose.length > 0
    if (isLeaf && !isHeading && (child.label !== undefined || child.prose.length === 0)) {
      points.push(point)
      continue
    }
    const isPoint = own.isPoint || isWithSteps(child, node.children) || isRowOfWork(child)
    if (!isLeaf && !isHeading && isPoint) {
      points.push(point)
      take(pointsBelow({ prose: [], children: child.children }, number, under))
      continue
    }
    const { first, rest } = firstSentence(child)
    const prose = [...rest, ...child.prose]
    take(pointsBelow({ prose, children: child.children }, number, within(under, first)))
  }
  return { points, left }
}

/** Prose without a paragraph above it that only leads to several others: `It names two tasks. Specifically:`. */
function withoutIntroduction(prose: readonly Prose[]): readonly Prose[] {
  const [first, second, third] = prose
  if (first === undefined || second === undefined || third === undefined) return prose
  const isAlone = leadsOn(first.text) && !saysWhatToDo(first.text) && labelRun(second.text) === undefined
  return isAlone && !goesOver(first, second) ? prose.slice(1) : prose
}

function within(under: string | undefined, heading: string): string {
  return under === undefined ? withoutStop(heading) : `${under} / ${withoutStop(heading)}`
}

function besides({ place, row }: Node): Pick<DocumentPoint, 'place' | 'beside'> {
  const isTold = row?.owner !== undefined || row?.due !== undefined
  return { place, ...(isTold && { beside: row }) }
}

/** A remark on a table. */
function isNote(text: string): boolean {
  return /^(?:注|备注|说明)\s*\d*\s*[:：]|^(?:remarks?|notes?)\b[^:]{0,10}:/i.test(text)
}

/**
 * Whether a bullet is a point of its own with its steps below it: it says what to do as the bullets beside it do that have
 * nothing below them, and so do most of its steps, which then need no heading to be understood.
 */
function isWithSteps(node: Node, siblings: readonly Node[]): boolean {
  const isPoint = ({ text, label }: Node) => isBullet(label) && saysWhatToDo(text) && !leadsOn(text)
  return (
    isPoint(node) &&
    node.children.filter(({ text }) => saysWhatToDo(text)).length * 2 >= node.children.length &&
    siblings.some((other) => other.children.length === 0 && isPoint(other))
  )
}

/** Whether a row without a label says what to do, and who does it or by when, whatever the labels in the next rows are. */
function isRowOfWork(node: Node): boolean {
  return !isNumbering(node.label) && besides(node).beside !== undefined && saysWhatToDo(node.text)
}

/** A bullet numbers nothing. */
function isNumbering(label: Label | undefined): label is Label {
  return label !== undefined && !isBullet(label) && /[\p{L}\p{N}]/u.test(label.printed)
}

/**
 * The text of an item with the paragraphs that follow it. With items below it, it is a point of its own where it says
 * more than its title, and a heading where the rest only leads to what stands below.
 */
function ownText(node: Node): { text: string; isPoint: boolean } {
  let text = node.text
  let line: Prose & { label?: Label } = node
  for (const prose of node.prose) {
    text = joined(text, prose.text, goesOver(line, prose))
    line = prose
  }
  const more = [...firstSentence(node).rest, ...node.prose]
  return { text, isPoint: node.label !== undefined && more.some((prose) => !leadsOn(prose.text)) }
}

import { continuesLast, joined, leadsOn } from './continues-last.ts'
import type { DocumentArea, DocumentPoint } from './document.ts'
import type { Place } from './outline.ts'
import { isBullet, type Label } from './read-label.ts'
import { sentences, withoutStop } from './sentences.ts'
import type { Node } from './tree.ts'

type Prose = { text: string; place: Place }

/** An area as the document prints it, and what in it belongs to no point. */
export function planArea(node: Node, number: number): { area: DocumentArea; left: Place[] } {
  const { title, rest } = titleAndRest(node)
  const { points, left } = pointsBelow({ ...node, prose: [...rest, ...node.prose] }, `${number}`, undefined)
  return { area: { number, title, place: node.place, points }, left }
}

/**
 * The first sentence of an area's paragraph is its title. Where nothing else stands below it, so is what stands before a
 * colon: `Promotion: trainings and seminars are held.`
 */
function titleAndRest(node: Node): { title: string; rest: Prose[] } {
  const { first, rest } = firstSentence(node)
  if (rest.length > 0 || node.children.length > 0 || node.prose.length > 0)
    return { title: withoutStop(first), rest }
  const parted = /^([^:：]{2,120}?)(?:：|:\s)\s*(.+)$/.exec(first)
  if (parted === null || (parted[2] ?? '').length < shortestText(first))
    return { title: withoutStop(first), rest }
  const [, title = '', text = ''] = parted
  return { title, rest: [{ text, place: node.place }] }
}

/** A shorter one is the rest of a title, or a price. */
function shortestText(text: string): number {
  return /\p{Script=Han}/u.test(text) ? 12 : 40
}

function firstSentence({ text, place }: Prose): { first: string; rest: Prose[] } {
  const [first = text, ...others] = sentences(text)
  const rest = text.slice(text.indexOf(first) + first.length).trim()
  return { first, rest: others.length === 0 ? [] : [{ text: rest, place }] }
}

function pointsBelow(
  node: { prose: readonly Prose[]; children: readonly Node[] },
  prefix: string,
  under: string | undefined,
): { points: DocumentPoint[]; left: Place[] } {
  const points: DocumentPoint[] = []
  const left: Place[] = []
  let count = 0
  const next = () => {
    count += 1
    return `${prefix}.${count}`
  }
  const below = under === undefined ? {} : { under }

  const asked = node.children.length === 0 ? node.prose : node.prose.filter((prose) => !leadsOn(prose.text))
  left.push(...node.prose.filter((prose) => !asked.includes(prose)).map(({ place }) => place))
  for (const { text, place } of statements(asked)) points.push({ number: next(), ...below, text, place })

  for (const child of node.children) {
    const number = next()
    const label = isNumbering(child.label) ? { label: child.label.printed } : {}
    const own = ownText(child)
    if (child.children.length === 0 && (child.label !== undefined || child.prose.length === 0)) {
      points.push({ number, ...label, ...below, text: own.text, place: child.place })
      continue
    }
    if (child.children.length > 0 && own.isPoint) {
      points.push({ number, ...label, ...below, text: own.text, place: child.place })
      const inner = pointsBelow({ prose: [], children: child.children }, number, under)
      points.push(...inner.points)
      left.push(...inner.left)
      continue
    }
    const { first, rest } = firstSentence(child)
    const inner = pointsBelow(
      { prose: [...rest, ...child.prose], children: child.children },
      number,
      under === undefined ? withoutStop(first) : `${under} / ${withoutStop(first)}`,
    )
    points.push(...inner.points)
    left.push(...inner.left)
  }
  return { points, left }
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
  const text = node.prose.reduce((whole, { text: more }) => joined(whole, more), node.text)
  const more = [...firstSentence(node).rest, ...node.prose]
  return { text, isPoint: node.label !== undefined && more.some((prose) => !leadsOn(prose.text)) }
}

/** One for each sentence, with those that only go on with it. */
function statements(prose: readonly Prose[]): Prose[] {
  const found: Prose[] = []
  for (const { text, place } of prose) {
    for (const sentence of sentences(text)) {
      const last = found.at(-1)
      const goesOn = last !== undefined && (continuesLast(sentence) || /[:：,，;；、]$/.test(last.text))
      if (goesOn) found[found.length - 1] = { ...last, text: joined(last.text, sentence) }
      else found.push({ text: sentence, place })
    }
  }
  return found
}

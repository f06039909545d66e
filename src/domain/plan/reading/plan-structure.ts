import { areaNodes, onlyArea } from './area-nodes.ts'
import type { DocumentArea } from './document.ts'
import type { DocumentLine } from './document-line.ts'
import { labelRun } from './label-run.ts'
import { looksLikeTitle } from './looks-like-title.ts'
import { nestedNumbers } from './nested-numbers.ts'
import type { Place } from './outline.ts'
import { plainHeadings } from './plain-headings.ts'
import { planArea, planAreas, type ReadArea } from './plan-area.ts'
import { namesPlan } from './plan-name.ts'
import { titleLines } from './plan-title.ts'
import { yearsIn } from './plan-year.ts'
import { subHeadings } from './sub-headings.ts'
import { faultsIn, type Node, treeOf } from './tree.ts'

export type PlanStructure = {
  areas: DocumentArea[]
  /** Where the title of the first area stands. */
  start: Place
  /** Places within the areas that belong to no point. */
  left: Place[]
}

type Way = { lines: readonly DocumentLine[]; plain: ReadonlySet<DocumentLine> }
type Candidate = PlanStructure & { way: Way; score: number; isPlain: boolean; isMeagre: boolean }

/**
 * The areas of a document with their points: of the ways in which its labels and headings can make levels, the one that
 * leaves the fewest labels out of order and the fewest areas empty. Where none gives two areas with points, or one with
 * several and a last one that is still to be filled, the one area that stands alone with several; undefined where there
 * is none.
 */
export function planStructure(lines: readonly DocumentLine[]): PlanStructure | undefined {
  const nested = nestedNumbers(lines)
  const best = leastOf([lines, ...(nested === undefined ? [] : [nested])].flatMap(withShortLines))
  if (best !== undefined && !best.isPlain && !best.isMeagre) return withSubHeadings(best)
  const above = plainHeadings(lines, lastOfTitle(lines), true)
  return (
    leastOf([...waysOf(lines, above, 0), ...(best ? [best] : [])]) ??
    leastOf(waysWithOne(lines)) ??
    chainAlone(lines)
  )
}

/** The same areas with the headings of prose within them told from it, where there are such. */
function withSubHeadings(best: Candidate): PlanStructure {
  const { lines, plain } = best.way
  const places = new Set(best.areas.map(({ place }) => place))
  const headings = subHeadings(lines, ({ place }) => places.has(place))
  const all = new Set([...plain, ...headings])
  const isSame = ({ areas }: PlanStructure) =>
    areas.length === best.areas.length && areas.every(({ place }) => places.has(place))
  return leastOf(headings.size === 0 ? [] : waysOf(lines, all, 0).filter(isSame)) ?? best
}

/** The ways without and with short lines for headings; where there are several, a way that passes them over is worse. */
function withShortLines(lines: readonly DocumentLine[]): Candidate[] {
  const short = plainHeadings(lines, lastOfTitle(lines), false)
  if (short.size < 2) return waysOf(lines, new Set(), 0)
  return [...waysOf(lines, new Set(), short.size), ...waysOf(lines, short, 0)]
}

function waysOf(
  lines: readonly DocumentLine[],
  plain: ReadonlySet<DocumentLine>,
  passedOver: number,
): Candidate[] {
  return [false, true].flatMap((isCustomary) => {
    const root = treeOf(lines, plain, isCustomary)
    const nodes = areaNodes(root)
    const read = planAreas(nodes)
    const [first] = nodes
    if (first === undefined) return []
    const isMeagre = read.filter(({ area }) => area.points.length > 0).length < 2
    if (isMeagre && !isToBeFilled(first, read)) return []
    return [candidate(root, nodes, first, { way: { lines, plain }, read, isMeagre, passedOver })]
  })
}

/**
 * The ways that give one area, with points below it. What is called a plan is no area of it, nor is a heading above mere
 * prose, as news have it.
 */
function waysWithOne(lines: readonly DocumentLine[]): Candidate[] {
  return [false, true].flatMap((isCustomary) => {
    const root = treeOf(lines, new Set(), isCustomary)
    const [area] = [onlyArea(root), ...areaNodes(root)].flatMap((node) => {
      const isOne = node !== undefined && (node.label?.number === 1 || node.children.length > 0)
      return isOne && !namesPlan(node.text) && planArea(node, 1).area.points.length > 1 ? [node] : []
    })
    if (area === undefined) return []
    const way = { lines, plain: new Set<DocumentLine>() }
    return [candidate(root, [area], area, { way, read: [planArea(area, 1)], isMeagre: true, passedOver: 0 })]
  })
}

/** A plan in one paragraph, below the words that lead to its points: `2026年，一是……；二是……`. */
function chainAlone(lines: readonly DocumentLine[]): PlanStructure | undefined {
  const [line, other] = lines.filter(({ text }) => (labelRun(text)?.lead ?? '') !== '')
  if (line === undefined || other !== undefined || line.label !== undefined) return undefined
  const { area, left } = planArea({ ...line, prose: [], children: [] }, 1)
  const behind = lines.slice(lines.indexOf(line) + 1).map(({ place }) => place)
  return area.points.length < 2 ? undefined : { areas: [area], start: line.place, left: [...left, ...behind] }
}

function candidate(
  root: Node,
  nodes: readonly Node[],
  first: Node,
  told: { way: Way; read: readonly ReadArea[]; isMeagre: boolean; passedOver: number },
): Candidate {
  const { way, read, isMeagre, passedOver } = told
  const empty = read.filter(({ area }) => area.points.length === 0).length
  return {
    way,
    areas: read.map(({ area, alone }) => (alone === undefined ? area : { ...area, points: [alone] })),
    start: first.place,
    left: [...read.flatMap(({ left }) => left), ...besides(root, nodes, first)],
    score: faultsIn(root) + empty + passedOver,
    isPlain: first.isPlain === true,
    isMeagre,
  }
}

/** Whether two areas are labelled alike, and the first alone has points so far. */
function isToBeFilled({ label, isPlain }: Node, read: readonly { area: DocumentArea }[]): boolean {
  const [one, other] = read.map(({ area }) => area.points.length)
  return read.length === 2 && (one ?? 0) > 1 && other === 0 && label?.number === 1 && isPlain !== true
}

/** The places behind the start of the areas that stand in none of them. */
function besides(root: Node, areas: readonly Node[], first: Node): Place[] {
  const found: Place[] = []
  let isBehind = false
  const visit = (node: Node): void => {
    if (node === first) isBehind = true
    if (areas.includes(node)) return
    if (isBehind) found.push(node.place, ...node.prose.map(({ place }) => place))
    node.children.forEach(visit)
  }
  visit(root)
  return found
}

/** The first of those with the least score; a meagre one only where there is no other. */
function leastOf(ways: readonly Candidate[]): Candidate | undefined {
  const isBetter = (way: Candidate, best: Candidate) =>
    way.isMeagre === best.isMeagre ? way.score < best.score : best.isMeagre
  return ways.reduce<Candidate | undefined>(
    (best, way) => (best === undefined || isBetter(way, best) ? way : best),
    undefined,
  )
}

/** Where the title ends among the short lines with which a document begins; -1 where it has none. */
function lastOfTitle(lines: readonly DocumentLine[]): number {
  const count = lines.findIndex(({ text, label }) => label !== undefined || !looksLikeTitle(text))
  const block = lines.slice(0, count < 0 ? lines.length : count)
  const [first] = block
  if (first === undefined) return -1
  const found = titleLines(block)?.last
  if (found !== undefined) return found
  const isTitle = block.length > 1 || namesPlan(first.text) || yearsIn(first.text).length > 0
  return isTitle ? 0 : -1
}

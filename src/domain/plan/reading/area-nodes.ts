import { closingTitle } from './closing-remarks.ts'
import { namesPlan } from './plan-name.ts'
import { isBullet } from './read-label.ts'
import type { Node } from './tree.ts'

/** What stands before or behind the areas on their level and is none. */
const noArea =
  /^(?:前\s*言|引\s*言|背\s*景|目\s*[录次]|摘\s*要|编者按|introduction|background|foreword|preface|(?:table of )?contents|summary|overview|contacts?(?: us)?|about(?: (?:us|the \S+|\S+))?|\S+['’]s? (?:comments?|remarks|analysis|view|assessment)|(?:our|editorial|further) (?:comments?|remarks)|conclusions?|编\s*后\s*语|结\s*语|(?:编者|本刊)点评)[:：]?$/i

/**
 * The nodes that are the areas. A level with one member is the title or a wrapper, with the areas below it; what stands
 * before the first area on a lower level is a preamble.
 */
export function areaNodes(root: Node): Node[] {
  return levels(root).at(-1) ?? []
}

/** The one area of a plan that has no other: the last that stands alone on its level, with its points below it. */
export function onlyArea(root: Node): Node | undefined {
  const [only, other] = levels(root).at(-2) ?? []
  return other === undefined ? only : undefined
}

/** What stands on one level, from the highest, each below the only one of the level before. */
function levels(root: Node): Node[][] {
  const found: Node[][] = []
  let nodes = root.children
  for (;;) {
    const ahead = withoutClosingHeadings(nodes)
    const last = ahead.findLast(({ isBehindRows }) => isBehindRows !== true)
    const level = ahead
      .slice(0, ahead.findLastIndex((node) => !isClosing(node)) + 1)
      .filter((node) => last !== undefined && isOnLevel(node, last) && !noArea.test(node.text))
    const [first, second] = level
    if (first !== undefined && second !== undefined && isTitle(first, second)) level.shift()
    const [only] = level
    found.push(level)
    if (only === undefined || level.length > 1 || only.children.length === 0) return found
    nodes = only.children
  }
}

/** Whether a node is none behind the last area; a label says of it that it is one. */
function isClosing({ text, label }: Node): boolean {
  return noArea.test(text) || (label === undefined && closingTitle(text) === 'reporters')
}

/**
 * The nodes without a heading behind several titles with lists that are none: with mere prose below it, it tells of
 * something else, whatever it is called. Several such headings may be areas, with a preamble above them.
 */
function withoutClosingHeadings(nodes: readonly Node[]): readonly Node[] {
  const isListed = ({ heading, label, children }: Node) =>
    heading === undefined && !isBullet(label) && children.length > 0
  const count = nodes.findLastIndex(isListed) + 1
  const behind = nodes.slice(count)
  const areClosing =
    behind.every(
      ({ heading, label, children }) => heading !== undefined && !label && children.length === 0,
    ) &&
    (behind.length === 1 || behind.every(isClosing))
  return areClosing && nodes.filter(isListed).length > 1 ? nodes.slice(0, count) : nodes
}

function isOnLevel(node: Node, other: Node): boolean {
  if (node.heading !== undefined || other.heading !== undefined) return node.heading === other.heading
  return node.label?.style === other.label?.style
}

/** Whether the first heading is the title, on one level with the areas. */
function isTitle(first: Node, second: Node): boolean {
  const isBare = first.heading !== undefined && first.label === undefined && first.children.length === 0
  return isBare && (namesPlan(first.text) || (second.label !== undefined && first.prose.length === 0))
}

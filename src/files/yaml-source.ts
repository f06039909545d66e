import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  visit,
} from 'yaml'
import type { FileFault } from './file-fault.ts'
import { dottedPath, type Path, type Place, type SourceResult, sizeFault } from './source.ts'

/** The deepest file of ours goes down nine levels. */
const mostLevels = 24
/** Keys, values and marks, counted with every use of an alias, so that a few lines can't grow into gigabytes. */
const mostParts = 4_000_000
/** The composer compares each key of a map with all others. */
const mostKeys = 1_000

/** A YAML or JSON text taken apart. Its words for true, dates and numbers are those of YAML 1.2's core schema. */
export function yamlSource(text: string): SourceResult {
  const tooMuch = sizeFault(text)
  if (tooMuch !== undefined) return { faults: [tooMuch] }
  const lines = new LineCounter()
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const fault = (offset: number, message: string): FileFault => ({ ...place(offset), path: '', message })

  const tokens = boundedTokens(text, lines)
  if ('message' in tokens) return { faults: [fault(tokens.offset, tokens.message)] }
  const composer = new Composer({ schema: 'core', merge: false, logLevel: 'silent' })
  const [document, second] = composer.compose(tokens.tokens, true, text.length)
  if (document === undefined) return { faults: [fault(0, 'is empty but for comments')] }
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos }) =>
    code === 'DUPLICATE_KEY'
      ? fault(pos[0], `has the key ${keyText(text, pos[0])} twice in one map`)
      : fault(pos[0], `is not well-formed YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`),
  )
  if (second !== undefined) faults.push(fault(second.range[0], 'holds a second document; it should hold one'))
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { faults }
  if (document.contents === null) return { faults: [...faults, fault(0, 'is empty but for comments')] }

  const targets = aliasTargets(document)
  const walked = plainValue(document, targets, (node, message) =>
    faults.push(fault(node.range?.[0] ?? 0, message)),
  )
  if (walked === undefined) return { faults }
  const nodeAt = (path: Path) => nearestNode(document, targets, path)
  return {
    faults,
    source: {
      value: walked.value,
      placeOf: (path) => place(nodeAt(path).node?.range?.[0] ?? 0),
      placeOfKey: (path) => {
        const { node, key } = nodeAt(path)
        return place((key ?? node)?.range?.[0] ?? 0)
      },
      nameOf: dottedPath,
      writtenNumber: (path) => {
        const { node, isWhole } = nodeAt(path)
        return isWhole && isScalar(node) && typeof node.value === 'number' ? node.source : undefined
      },
      isToldElsewhere: () => false,
    },
  }
}

const tooManyParts = `has more than ${mostParts} parts, aliases counted`
const tooManyKeys = `has a map of more than ${mostKeys} keys`
const tooDeep = `goes down more than ${mostLevels} levels`

/**
 * The text's tokens, taken one at a time: the composer calls itself for each level, and a text of nothing but
 * brackets would end the whole process.
 */
function boundedTokens(
  text: string,
  lines: LineCounter,
): { tokens: CST.Token[] } | { offset: number; message: string } {
  const parser = new Parser(lines.addNewLine)
  const tokens: CST.Token[] = []
  let count = 0
  lines.addNewLine(0)
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme))
    if (parser.stack.length > mostLevels) return { offset: parser.offset, message: tooDeep }
    if (++count > mostParts) return { offset: parser.offset, message: tooManyParts }
    if (keyCount(parser.stack.at(-1)) > mostKeys) return { offset: parser.offset, message: tooManyKeys }
  }
  tokens.push(...parser.end())
  return { tokens }
}

function keyCount(token: CST.Token | undefined): number {
  if (token?.type === 'block-map') return token.items.length
  return token?.type === 'flow-collection' && token.start.source === '{' ? token.items.length : 0
}

function keyText(text: string, offset: number): string {
  return JSON.stringify(/^["']?([^"':\n]*)/.exec(text.slice(offset, offset + 80))?.[1]?.trim() ?? '')
}

/** The document as plain maps, lists and scalars; undefined where it can't be one, which was then said. */
function plainValue(
  document: Document,
  targets: Targets,
  say: (node: Node, message: string) => void,
): { value: unknown } | undefined {
  let nodes = 0
  let stopped = false
  const stop = (node: Node, message: string) => {
    if (!stopped) say(node, message)
    stopped = true
    return null
  }
  const walk = (node: Node | null, levels: number): unknown => {
    if (node === null || stopped) return null
    if (++nodes > mostParts) return stop(node, tooManyParts)
    if (levels > mostLevels) return stop(node, tooDeep)
    if (isAlias(node)) {
      const target = targets.get(node)
      return target === undefined
        ? stop(node, `uses *${node.source}, which is not defined above`)
        : walk(target, levels + 1)
    }
    if (isSeq(node)) return node.items.map((item) => walk(item as Node | null, levels + 1))
    if (isMap(node))
      return Object.fromEntries(
        node.items.map(({ key, value }) => {
          if (!isScalar(key)) stop(node, 'has a key that is not plain text')
          return [keyOf(key), walk(value as Node | null, levels + 1)]
        }),
      )
    const value = isScalar(node) ? node.value : undefined
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value
    return stop(node, 'has a value that is neither text, number, true, false, list nor map')
  }
  const value = walk(document.contents, 0)
  return stopped ? undefined : { value }
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : ''
}

/** The node at the path, or the last one on the way there; and the key under which it stands. */
function nearestNode(document: Document, targets: Targets, path: Path) {
  const resolved = (found: Node | null) => (isAlias(found) ? (targets.get(found) ?? found) : found)
  let node = resolved(document.contents)
  let key: Node | undefined
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => keyOf(item.key) === String(step))
      if (pair === undefined) return { node, isWhole: false }
      key = pair.key as Node
      node = resolved(pair.value as Node | null) ?? key
    } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
      key = undefined
      node = resolved(node.items[step] as Node | null) ?? node
    } else return { node, isWhole: false }
  }
  return { node, ...(key !== undefined && { key }), isWhole: true }
}

/** What each alias stands for: the last node above it that bears its anchor. Asking the library costs a walk each. */
type Targets = ReadonlyMap<Alias, Node>

function aliasTargets(document: Document): Targets {
  const anchors = new Map<string, Node>()
  const targets = new Map<Alias, Node>()
  visit(document, {
    Alias(_, alias) {
      const target = anchors.get(alias.source)
      if (target !== undefined) targets.set(alias, target)
    },
    Value(_, node) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node)
    },
  })
  return targets
}

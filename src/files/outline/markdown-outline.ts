import { lexer, type Token, type Tokens } from 'marked'
import { parse } from 'yaml'
import type { Outline, Paragraph, Place } from '../../domain/plan/reading/outline.ts'
import { type FileReading, refusal } from '../file-refusal.ts'
import { evenText } from './even-text.ts'
import { htmlOutline } from './html-outline.ts'
import { inlineLines, struckText } from './markdown-inline.ts'
import { planRows } from './plan-rows.ts'
import { textOutline } from './text-outline.ts'
import { hasTypedLabel } from './typed-label.ts'

/** The Markdown parser takes the longer for a line, the deeper it is nested; nobody writes so deep. */
const tooDeep = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){33}|^[ \t]{100,}(?:[-*+>]|\d{1,9}[.)])/m

/** Far more than any plan has; the parser holds a multiple of it in memory. */
const mostCharacters = 4 * 1024 * 1024

/** In one paragraph or list; the parser looks for the end of each among all that follow. */
const mostMarks = 3_000

/** It stands for a small number; with a colon behind it, the footnote itself begins. */
const footnoteMark = /\[\^[^\]\s]{1,30}\](?!:)/g

type Item = NonNullable<Paragraph['item']>

/** The paragraphs of a Markdown text, with the headings and lists that it marks. Places are lines. */
export function markdownOutline(source: string): FileReading<Outline> {
  if (source.length > mostCharacters)
    return refusal({ kind: 'too-large', size: source.length, most: mostCharacters })
  const text = source.replace(/\r\n?/g, '\n')
  if (tooDeep.test(text) || hasTooManyMarks(text)) return refusal({ kind: 'damaged' })
  const { title, length } = frontMatter(text)
  const body = text.slice(length)
  const tokens = tokensOf(body)
  if (tokens === undefined) return refusal({ kind: 'damaged' })
  const line = 1 + lineBreaks(text.slice(0, length))
  const left = new Set<string>()
  const paragraphs = blockParagraphs(tokens, { line, depth: 0, level: 1, left })
  return {
    ok: true,
    value: {
      paragraphs,
      ...(title !== undefined && { title }),
      ...(left.size > 0 && { leftColumns: [...left] }),
    },
  }
}

function hasTooManyMarks(text: string): boolean {
  return text.split(/\n[ \t]*\n/).some((block) => (block.match(/[*_[`~]+/g)?.length ?? 0) > mostMarks)
}

/** Undefined where emphasis is nested so deep that the parser's stack does not hold it. */
function tokensOf(text: string): Token[] | undefined {
  try {
    return lexer(text)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return undefined
  }
}

/** The properties that some programs keep above the text, and how long they are. */
function frontMatter(text: string): { title?: string; length: number } {
  const found = /^\ufeff?---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  if (found === null) return { length: 0 }
  const properties = propertiesOf(found[1] ?? '')
  if (properties === undefined) return { length: 0 }
  const title = 'title' in properties ? evenText(String(properties.title ?? '')) : ''
  return { length: found[0].length, ...(title !== '' && { title }) }
}

function propertiesOf(yaml: string): object | undefined {
  try {
    const value: unknown = parse(yaml)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    // A line drawn above and below some text is no properties.
    return undefined
  }
}

type Where = {
  line: number
  depth: number
  item?: Item
  /** Of the headings that would stand here. */
  level: number
  /** Takes the headings of columns that tell nothing. */
  left: Set<string>
}

/** Of what stands in an item of a list, the first is the item; the rest are paragraphs of their own. */
function blockParagraphs(tokens: readonly Token[], where: Where): Paragraph[] {
  const { line, item, ...rest } = where
  const paragraphs: Paragraph[] = []
  let at = line
  let level = where.level
  for (const token of tokens) {
    const place: Place = { unit: 'line', number: at }
    const pending = paragraphs.length === 0 ? item : undefined
    // Not spread: a list of a hundred thousand items is more than a call takes.
    for (const one of oneBlock(
      token as Tokens.Generic,
      { ...rest, line: at, level, ...(pending && { item: pending }) },
      place,
    ))
      paragraphs.push(one)
    if (token.type === 'heading') level = Number(token.depth) + 1
    at += lineBreaks(token.raw)
  }
  return paragraphs
}

function oneBlock(token: Tokens.Generic, where: Where, place: Place): Paragraph[] {
  const { line, item } = where
  switch (token.type) {
    case 'heading':
      return withItem(printed(token, line), item).map((one) => ({ ...one, heading: Number(token.depth) }))
    case 'paragraph':
    case 'text': {
      const isBold = item === undefined && isWhollyBold(token.tokens ?? [])
      const paragraphs = printed(token, line)
      return isBold ? paragraphs.map((one) => ({ ...one, isBold })) : withItem(paragraphs, item)
    }
    case 'list':
      return listParagraphs(token as Tokens.List, where)
    case 'blockquote':
      return blockParagraphs(token.tokens ?? [], where)
    case 'table':
      return tableParagraphs(token as Tokens.Table, where)
    case 'def':
      return token.raw.startsWith('[^') ? [{ text: evenText(token.raw), place }] : []
    case 'code':
      return withItem(
        textOutline(String(token.text), line + (/^\s*(?:```|~~~)/.test(token.raw) ? 1 : 0)).paragraphs,
        item,
      )
    case 'html': {
      const page = htmlOutline(token.raw)
      for (const heading of page.ok ? (page.value.leftColumns ?? []) : []) where.left.add(heading)
      return withItem(page.ok ? page.value.paragraphs.map((one) => ({ ...one, place })) : [], item)
    }
    default:
      return []
  }
}

function listParagraphs(list: Tokens.List, where: Where): Paragraph[] {
  const paragraphs: Paragraph[] = []
  const depth = where.depth + 1
  let at = where.line
  for (const [index, one] of list.items.entries()) {
    const mark = /^\s*\d+([.)])/.exec(one.raw)?.[1] ?? '.'
    const label = list.ordered ? `${Number(list.start || 0) + index}${mark}` : '•'
    for (const paragraph of blockParagraphs(one.tokens, {
      ...where,
      line: at,
      depth,
      item: { depth, label },
    }))
      paragraphs.push(paragraph)
    at += lineBreaks(one.raw)
  }
  return paragraphs
}

/** A table of a plan is read as in a workbook; of any other each cell is a paragraph. */
function tableParagraphs({ header, rows }: Tokens.Table, { line, level, left }: Where): Paragraph[] {
  const laid = [header, ...rows].map((cells, at) => ({
    line: line + (at === 0 ? 0 : at + 1),
    cells: cells.map(({ tokens }) =>
      inlineLines(tokens)
        .map(({ text }) => text)
        .join(' '),
    ),
  }))
  const placeOf = (row: { line: number }): Place => ({ unit: 'line', number: row.line })
  const found = planRows(laid, placeOf, { level })
  for (const heading of found?.leftColumns ?? []) left.add(heading)
  return (
    found?.paragraphs ??
    laid.flatMap((row) =>
      row.cells.flatMap((cell) => {
        const text = evenText(cell)
        return text === '' ? [] : [{ text, place: placeOf(row), isCell: true as const }]
      }),
    )
  )
}

/** The lines of a paragraph: broken where its author did, or began a line with a label of their own. */
function printed({ tokens = [] }: Tokens.Generic, line: number): Paragraph[] {
  const struck = struckText(tokens)
  if (struck !== undefined)
    return [{ text: evenText(struck), place: { unit: 'line', number: line }, isStruck: true }]
  return inlineLines(tokens).flatMap(({ text, line: inside }) => {
    const parts: { raw: string; line: number }[] = []
    for (const [at, raw] of text.split('\n').entries()) {
      const last = parts.at(-1)
      if (last === undefined || hasTypedLabel(raw)) parts.push({ raw, line: line + inside + at })
      else last.raw += `\n${raw}`
    }
    return parts.flatMap(({ raw, line: number }): Paragraph[] => {
      // Emphasis that closes behind a Chinese mark is none to the parser, and its stars are left.
      const even = evenText(raw.replace(footnoteMark, '')).replace(/\*\*(?=\S)(.+?)\*\*/g, '$1')
      return even === '' ? [] : [{ text: even, place: { unit: 'line', number } }]
    })
  })
}

function isWhollyBold(tokens: readonly Token[]): boolean {
  const filled = tokens.filter(({ type, raw }) => type !== 'br' && raw.trim() !== '')
  return filled.length > 0 && filled.every(({ type }) => type === 'strong')
}

function withItem(paragraphs: readonly Paragraph[], item: Item | undefined): Paragraph[] {
  return paragraphs.map((paragraph, at) =>
    at === 0 && item !== undefined ? { ...paragraph, item } : paragraph,
  )
}

function lineBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

import { Parser } from 'htmlparser2'
import type { Outline, Paragraph } from '../../domain/plan/reading/outline.ts'
import { type FileReading, refusal } from '../file-refusal.ts'
import { evenText } from './even-text.ts'
import { type CellParagraph, foldTables } from './fold-tables.ts'
import { type HtmlList, htmlLabel, htmlList } from './html-list.ts'
import { tableGrids } from './table-grids.ts'
import { textOutline } from './text-outline.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** What a reader does not see, or what is there for finding one's way and not for reading. */
const leftOut = words(
  'script style noscript template iframe object select button textarea svg canvas audio video nav footer aside rt rp',
)
const blocks = words(
  'address article blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul',
)
const cells = words('td th')
/** Struck out: no longer valid, or deleted. */
const deletions = words('s strike del')
const bolds = words('b strong')
/** The most columns or rows that a cell is taken to go over. */
const mostSpan = 1_000
const lists = words('ol ul menu dir')

/** Pages made by programs nest some hundred levels; the parser takes the longer for a tag, the more are open. */
const mostDeep = 20_000

/** Thrown to leave a parser that knows no other way to be left. */
class TooDeepError extends RangeError {
  override name = 'TooDeepError'
}

type Found = CellParagraph & { article: number; isMain: boolean }

/**
 * The paragraphs of a web page that a reader sees: those of its article or main part where it has one. Items of lists
 * have the labels that a browser would print. Places are counted in paragraphs.
 */
export function htmlOutline(html: string): FileReading<Outline> {
  const found: Found[] = []
  const open: { isLeftOut: boolean }[] = []
  const opened: HtmlList[] = []
  let hiddenDepth = 0
  let buffer = ''
  let struckDepth = 0
  let struck = ''
  let boldDepth = 0
  let hasPlain = false
  let heading: number | undefined
  let pending: Paragraph['item']
  let title: string | undefined
  let isTitle = false
  let firstHeading: string | undefined
  let isPre = false
  let articles = 0
  let articleDepth = 0
  let mainDepth = 0
  const grids = tableGrids()

  const push = (text: string, isStruck = false) => {
    if (heading === 1) firstHeading ??= text
    const cell = grids.cell()
    // Headings are, and items often for their first words' sake.
    const isBold = !hasPlain && !isStruck && heading === undefined && pending === undefined
    found.push({
      text,
      place: { unit: 'paragraph', number: 0 },
      ...(heading !== undefined && { heading }),
      ...(pending !== undefined && { item: pending }),
      ...(cell !== undefined && { cell }),
      ...(isStruck && { isStruck: true as const }),
      ...(isBold && cell === undefined && { isBold: true as const }),
      article: articleDepth > 0 ? articles : 0,
      isMain: mainDepth > 0,
    })
    pending = undefined
  }
  const flush = () => {
    const text = buffer
    const deleted = evenText(struck)
    buffer = ''
    struck = ''
    if (deleted !== '' && evenText(text) === '' && grids.cell() === undefined) push(deleted, true)
    else if (isPre) for (const paragraph of textOutline(text).paragraphs) push(paragraph.text)
    else {
      const even = evenText(text)
      if (even !== '') push(even)
    }
    hasPlain = false
  }

  const begin = (name: string, attributes: Readonly<Record<string, string>>) => {
    flush()
    if (/^h[1-6]$/.test(name)) heading = Number(name[1])
    else if (name === 'pre') isPre = true
    else if (name === 'main') mainDepth++
    else if (name === 'table') grids.beginTable()
    else if (name === 'tr') grids.beginRow()
    else if (cells.has(name))
      grids.beginCell({ columns: spanOf(attributes.colspan), rows: spanOf(attributes.rowspan) })
    else if (name === 'article') {
      if (articleDepth++ === 0) articles++
    } else if (lists.has(name)) opened.push(htmlList(name === 'ol', attributes))
    else if (name === 'li') {
      const list = opened.at(-1)
      const label = list === undefined ? '•' : htmlLabel(list, attributes)
      const depth = Math.max(1, opened.filter(({ marks }) => marks !== 'none').length)
      pending = label === undefined ? undefined : { depth, label }
    }
  }
  const end = (name: string) => {
    flush()
    if (/^h[1-6]$/.test(name)) heading = undefined
    else if (name === 'pre') isPre = false
    else if (name === 'main') mainDepth--
    else if (name === 'table') grids.endTable()
    else if (cells.has(name)) grids.endCell()
    else if (name === 'article') articleDepth--
    else if (lists.has(name)) opened.pop()
    else if (name === 'li') pending = undefined
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      const isLeftOut =
        leftOut.has(name) ||
        // That of an article holds its title.
        (name === 'header' && articleDepth === 0 && mainDepth === 0) ||
        isHidden(attributes)
      if (open.push({ isLeftOut }) > mostDeep) throw new TooDeepError()
      if (isLeftOut) hiddenDepth++
      if (hiddenDepth > 0) return
      if (deletions.has(name)) struckDepth++
      if (bolds.has(name)) boldDepth++
      if (name === 'title') isTitle = true
      else if (blocks.has(name)) begin(name, attributes)
    },
    ontext(text) {
      if (isTitle) title = (title ?? '') + text
      else if (hiddenDepth === 0 && struckDepth > 0) struck += text
      else if (hiddenDepth === 0) {
        buffer += text
        if (boldDepth === 0 && /\S/.test(text)) hasPlain = true
      }
    },
    onclosetag(name) {
      const isLeftOut = open.pop()?.isLeftOut === true
      if (hiddenDepth === 0) {
        if (deletions.has(name)) struckDepth--
        if (bolds.has(name)) boldDepth--
        if (name === 'title') isTitle = false
        else if (blocks.has(name)) end(name)
      }
      if (isLeftOut) hiddenDepth--
    },
  })
  try {
    parser.end(html)
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error
    return refusal({ kind: 'damaged' })
  }
  flush()
  const called = evenText(title ?? '') || firstHeading
  const { paragraphs, leftColumns } = foldTables(
    mostRead(found).map(({ article: _, isMain: __, ...paragraph }, at) => ({
      ...paragraph,
      place: { unit: 'paragraph', number: at + 1 },
    })),
  )
  return {
    ok: true,
    value: {
      paragraphs,
      ...(called !== undefined && { title: called }),
      ...(leftColumns.length > 0 && { leftColumns }),
    },
  }
}

function spanOf(attribute: string | undefined): number {
  const span = Number.parseInt(attribute ?? '', 10)
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), mostSpan)
}

function isHidden({ hidden, style = '', type }: Readonly<Record<string, string>>): boolean {
  return (
    hidden !== undefined ||
    type === 'hidden' ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
  )
}

/** Of several articles the longest; what is called the main part, where the article is only a small part of it. */
function mostRead(found: readonly Found[]): readonly Found[] {
  const lengths = new Map<number, number>()
  for (const { article, text } of found)
    if (article > 0) lengths.set(article, (lengths.get(article) ?? 0) + text.length)
  const [longest] = [...lengths].sort(([, a], [, b]) => b - a)
  const main = found.filter(({ isMain }) => isMain)
  const mainLength = main.reduce((sum, { text }) => sum + text.length, 0)
  if (longest !== undefined && longest[1] * 2 >= mainLength)
    return found.filter(({ article }) => article === longest[0])
  return main.length > 0 ? main : found
}

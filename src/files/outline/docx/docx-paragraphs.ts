import { eachTag } from '../../zip/xml.ts'
import { evenText } from '../even-text.ts'
import type { CellParagraph } from '../fold-tables.ts'
import { tableGrids } from '../table-grids.ts'
import type { DocxNumbering } from './docx-numbering.ts'
import { type DocxStyles, headingLevel, isOn, type NumberRef } from './docx-styles.ts'

/** What is not printed; of a drawing's two forms, for new programs and for old, the second. */
const leftOut: ReadonlySet<string> = new Set(['del', 'moveFrom', 'Fallback', 'rt'])

/** A paragraph that is open: those of a text box stand inside the one it is tied to. */
type Open = {
  /** Its parts where pages begin inside it. */
  slot: Printed[]
  parts: string[]
  /** What of it is struck out. */
  struck: string
  style?: string
  outline?: number
  number: NumberRef
  isMarkDeleted: boolean
  isInProperties: boolean
  isSettled: boolean
  label?: { label: string; depth: number }
  heading?: number
  /** Nothing in it is printed otherwise, as far as its own runs tell. */
  isBold: boolean
}

type Printed = Omit<CellParagraph, 'place'>

/**
 * The paragraphs of a document's body in their order, those in tables and text boxes included, as they are printed once
 * its tracked changes are accepted; undefined where its XML is damaged.
 */
export function docxParagraphs(
  xml: string,
  { styles, numbering }: { styles: DocxStyles; numbering: DocxNumbering },
): CellParagraph[] | undefined {
  const slots: Printed[][] = []
  const open: Open[] = []
  let leftOutDepth = 0
  let formerDepth = 0
  const grids = tableGrids()
  let isBody = false
  let isRunProperties = false
  let isHiddenRun = false
  let isBoldRun = false
  let isStruckRun = false
  // What stands before the end of a paragraph that was deleted, and so runs on.
  let carried = ''

  const begin = () => {
    const slot: Printed[] = []
    slots.push(slot)
    open.push({
      slot,
      parts: [''],
      struck: '',
      number: {},
      isMarkDeleted: false,
      isInProperties: false,
      isSettled: false,
      isBold: true,
    })
  }
  const settle = (paragraph: Open) => {
    const { style, number, outline } = paragraph
    paragraph.isSettled = true
    const heading = outline === undefined ? styles.headingOf(style) : headingLevel(outline)
    if (heading !== undefined) paragraph.heading = heading
    if (paragraph.isMarkDeleted) return
    const ofStyle = styles.numberOf(style)
    const list = number.list ?? ofStyle.list
    if (list === undefined || list === '0') return
    const tied =
      ofStyle.style === undefined ? undefined : numbering.levelOfStyle(list, style ?? ofStyle.style)
    const level = number.level ?? (number.list === undefined ? (tied ?? ofStyle.level) : undefined) ?? 0
    const label = numbering.next(list, level)
    if (label !== undefined) paragraph.label = { label: evenText(label), depth: level + 1 }
  }
  const end = () => {
    const paragraph = open.pop()
    if (paragraph === undefined) return
    const cell = grids.cell()
    if (!paragraph.isSettled) settle(paragraph)
    const { parts, slot, style, heading, label, isBold } = paragraph
    const struck = evenText(paragraph.struck)
    const isStruck = struck !== '' && cell === undefined && parts.every((part) => evenText(part) === '')
    parts[0] = `${carried}${parts[0] ?? ''}`
    carried = ''
    if (paragraph.isMarkDeleted) carried = parts.pop() ?? ''
    if (styles.isContents(style)) return
    if (isStruck) slot.push({ text: struck, isStruck: true })
    for (const [at, part] of parts.entries()) {
      const text = evenText(part)
      if (text !== '')
        slot.push({
          text,
          ...(heading !== undefined && { heading }),
          ...(isBold && { isBold: true as const }),
          ...(at === 0 && label !== undefined && { item: { depth: label.depth, label: label.label } }),
          ...(cell !== undefined && { cell }),
        })
    }
  }
  const say = (text: string) => {
    const paragraph = open.at(-1)
    if (paragraph === undefined || isHiddenRun) return
    if (isStruckRun) {
      paragraph.struck += text
      return
    }
    if (!isBoldRun && text.trim() !== '') paragraph.isBold = false
    paragraph.parts.push(`${paragraph.parts.pop() ?? ''}${text}`)
  }

  const isWhole = eachTag(xml, ({ name, attributes, isEnd, before }) => {
    if (name === 'body') isBody = !isEnd
    if (!isBody) return
    // What the properties were before a tracked change.
    if (name.endsWith('PrChange')) formerDepth += isEnd ? -1 : 1
    if (formerDepth > 0) return
    const paragraph = open.at(-1)
    if (paragraph?.isInProperties === true) {
      if (name === 'pPr' && isEnd) {
        paragraph.isInProperties = false
        settle(paragraph)
      } else if (!isEnd) readProperty(paragraph, name, attributes)
      return
    }
    if (leftOut.has(name)) {
      leftOutDepth += isEnd ? -1 : 1
      return
    }
    if (leftOutDepth > 0) return
    if (isRunProperties) {
      if (name === 'rPr' && isEnd) isRunProperties = false
      else if (name === 'vanish' && !isEnd) isHiddenRun = isOn(attributes.val)
      else if ((name === 'strike' || name === 'dstrike') && !isEnd) isStruckRun = isOn(attributes.val)
      else if (name === 'b' && !isEnd) isBoldRun = isOn(attributes.val)
      else if (name === 'rStyle' && !isEnd && styles.isHidden(attributes.val)) isHiddenRun = true
      return
    }
    switch (name) {
      case 'p':
        if (isEnd) end()
        else begin()
        return
      case 'tbl':
        if (isEnd) grids.endTable()
        else grids.beginTable()
        return
      case 'tr':
        if (!isEnd) grids.beginRow()
        return
      case 'tc':
        if (isEnd) grids.endCell()
        else grids.beginCell()
        return
      case 'gridSpan':
        if (!isEnd) grids.shapeCell({ columns: spanOf(attributes.val) })
        return
      case 'vMerge':
        if (!isEnd) grids.shapeCell({ isContinued: attributes.val !== 'restart' })
        return
      case 'pPr':
        if (!isEnd && paragraph !== undefined) paragraph.isInProperties = true
        return
      case 'r':
        isHiddenRun = false
        isBoldRun = false
        isStruckRun = false
        return
      case 'rPr':
        isRunProperties = !isEnd
        return
      case 't':
        if (isEnd) say(before)
        return
      case 'br':
        if (isEnd) return
        if (attributes.type === 'page') paragraph?.parts.push('')
        else say(' ')
        return
      case 'tab':
      case 'ptab':
      case 'cr':
        if (!isEnd) say(' ')
        return
      case 'noBreakHyphen':
        if (!isEnd) say('-')
        return
      default:
    }
  })
  if (!isWhole) return undefined
  const printed = slots.flat()
  // Its last end was deleted, with nothing behind it into which it could run on.
  const rest = evenText(carried)
  if (rest !== '') printed.push({ text: rest })
  return printed.map((paragraph, at) => ({ ...paragraph, place: { unit: 'paragraph', number: at + 1 } }))
}

/** The most columns that a cell is taken to go over. */
const mostSpan = 1_000

function spanOf(value: string | undefined): number {
  const span = Number(value)
  return Number.isSafeInteger(span) && span > 0 ? Math.min(span, mostSpan) : 1
}

function readProperty(paragraph: Open, name: string, attributes: Readonly<Record<string, string>>): void {
  const { val } = attributes
  if (name === 'pStyle' && val !== undefined) paragraph.style = val
  else if (name === 'outlineLvl') paragraph.outline = Number(val)
  else if (name === 'ilvl') paragraph.number.level = Number(val)
  else if (name === 'numId' && val !== undefined) paragraph.number.list = val
  else if (name === 'del' || name === 'moveFrom') paragraph.isMarkDeleted = true
}

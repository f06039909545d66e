import { eachTag } from '../../zip/xml.ts'

/** What of a numbered paragraph tells its list: the list's number, and how deep in it, from 0. */
export type NumberRef = { list?: string; level?: number }

export type DocxStyle = {
  id: string
  name: string
  basedOn?: string
  /** As it is written, from 0; 9 for text that is no heading. */
  outline?: number
  number?: NumberRef
  isHidden?: boolean
}

/** What the styles of a document say of its paragraphs. */
export type DocxStyles = {
  /** The level of a heading, from 1; undefined for other text. */
  headingOf(id: string | undefined): number | undefined
  numberOf(id: string | undefined): NumberRef & { style?: string }
  /** Whether it is a line of the table of contents, which only repeats headings. */
  isContents(id: string | undefined): boolean
  isHidden(id: string | undefined): boolean
}

/** The styles of a document, each with what it takes over from those that it is based on. */
export function docxStyles(xml: string): DocxStyles {
  const styles = new Map<string, DocxStyle>()
  let current: DocxStyle | undefined
  let usual: string | undefined
  eachTag(xml, ({ name, attributes, isEnd }) => {
    if (name === 'style') {
      if (isEnd) current = undefined
      else {
        current = { id: attributes.styleId ?? '', name: '' }
        styles.set(current.id, current)
        if (attributes.type === 'paragraph' && isOn(attributes.default ?? '0')) usual = current.id
      }
    }
    if (isEnd || current === undefined) return
    const value = attributes.val ?? ''
    if (name === 'name') current.name = value
    else if (name === 'basedOn') current.basedOn = value
    else if (name === 'outlineLvl') current.outline = Number(value)
    else if (name === 'ilvl') current.number = { ...current.number, level: Number(value) }
    else if (name === 'numId') current.number = { ...current.number, list: value }
    else if (name === 'vanish') current.isHidden = isOn(attributes.val)
  })

  /** The style and what it is based on, the nearest first. */
  const chain = (id: string | undefined): DocxStyle[] => {
    const found: DocxStyle[] = []
    let style = styles.get(id ?? usual ?? '')
    while (style !== undefined && !found.includes(style) && found.length < mostBases) {
      found.push(style)
      style = styles.get(style.basedOn ?? '')
    }
    // A document without its styles still names them.
    if (found.length === 0 && id !== undefined) found.push({ id, name: id })
    return found
  }
  return {
    headingOf: (id) => {
      for (const { outline, name } of chain(id)) {
        if (outline !== undefined) return headingLevel(outline)
        const named = /^(?:heading|标题)\s*([1-9])$/i.exec(name)
        if (named !== null) return Number(named[1])
      }
      return undefined
    },
    numberOf: (id) => {
      const styles = chain(id)
      const list = styles.find(({ number }) => number?.list !== undefined)
      const level = styles.find(({ number }) => number?.level !== undefined)?.number?.level
      return {
        ...(list?.number?.list !== undefined && { list: list.number.list, style: list.id }),
        ...(level !== undefined && { level }),
      }
    },
    isContents: (id) =>
      id !== undefined && chain(id).some(({ name }) => /^(?:toc|目录)\s*[1-9]$/i.test(name)),
    isHidden: (id) => id !== undefined && chain(id).some(({ isHidden }) => isHidden === true),
  }
}

/** Programs offer no more than some dozen of styles, one based on the other. */
const mostBases = 50

/** The level of a heading by its outline level as it is written; the tenth is that of plain text. */
export function headingLevel(outline: number): number | undefined {
  return Number.isInteger(outline) && outline >= 0 && outline < 9 ? outline + 1 : undefined
}

/** Whether a property is on that is on where nothing else is said. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off'].includes(value)
}

import { zip } from '../workbook.ts'

/** A paragraph that a test makes: its text, or its runs as XML, and what its properties say. */
export type DocxParagraph =
  | string
  | { text?: string; runs?: string; style?: string; list?: [id: number, level?: number]; properties?: string }
  /** Anything else that stands in a body, as XML. */
  | { xml: string }

export type DocxList = {
  /** Format and text of each level, and anything else that is laid down of it. */
  levels: readonly (readonly [format: string, text: string, more?: string])[]
  /** Besides the list that goes by the scheme alone, such as begin anew at these numbers. */
  restarts?: readonly number[]
}

export type Docx = {
  paragraphs: readonly DocxParagraph[]
  /** The schemes, from 1; the lists that go by them have the same numbers, those that restart follow, from 101. */
  lists?: readonly DocxList[]
  styles?: string
  title?: string
  /** Instead of the parts made from the above; undefined leaves one out. */
  parts?: Readonly<Record<string, string | undefined>>
}

/** A document as word processors write it, each part in a zip's entry. */
export function docx({ paragraphs, lists = [], styles = '', title, parts = {} }: Docx): Buffer {
  const made: Record<string, string | undefined> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels':
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'docProps/core.xml': `<cp:coreProperties><dc:title>${escaped(title ?? '')}</dc:title></cp:coreProperties>`,
    'word/document.xml': documentXml(paragraphs),
    'word/numbering.xml': numberingXml(lists),
    'word/styles.xml': `<w:styles>${styles}</w:styles>`,
    ...parts,
  }
  return zip(Object.entries(made).flatMap(([name, xml]) => (xml === undefined ? [] : [[name, xml] as const])))
}

/** The main part of a document. */
export function documentXml(paragraphs: readonly DocxParagraph[]): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map(paragraphXml).join('')}<w:sectPr/></w:body></w:document>`
}

/** A paragraph as XML, for those that stand in tables and boxes. */
export function paragraphXml(paragraph: DocxParagraph): string {
  if (typeof paragraph === 'string') return `<w:p>${run(paragraph)}</w:p>`
  if ('xml' in paragraph) return paragraph.xml
  const { text = '', runs = run(text), style, list, properties = '' } = paragraph
  const number =
    list === undefined
      ? ''
      : `<w:numPr>${list[1] === undefined ? '' : `<w:ilvl w:val="${list[1]}"/>`}<w:numId w:val="${list[0]}"/></w:numPr>`
  const styled = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`
  return `<w:p><w:pPr>${styled}${number}${properties}</w:pPr>${runs}</w:p>`
}

/** A run of text. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

/** A style of paragraphs. */
export function styleXml(id: string, name: string, inside = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`
}

function numberingXml(lists: readonly DocxList[]): string {
  const schemes = lists.map(
    ({ levels }, at) =>
      `<w:abstractNum w:abstractNumId="${at}">${levels
        .map(
          ([format, text, more = ''], level) =>
            `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${escaped(text)}"/>${more}</w:lvl>`,
        )
        .join('')}</w:abstractNum>`,
  )
  const plain = lists.map((_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at}"/></w:num>`)
  const again = lists
    .flatMap(({ restarts = [] }, at) => restarts.map((start) => ({ start, at })))
    .map(
      ({ start, at }, index) =>
        `<w:num w:numId="${101 + index}"><w:abstractNumId w:val="${at}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
    )
  return `<w:numbering>${[...schemes, ...plain, ...again].join('')}</w:numbering>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

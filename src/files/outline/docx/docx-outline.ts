import type { Outline } from '../../../domain/plan/reading/outline.ts'
import { type FileReading, refusal } from '../../file-refusal.ts'
import { eachTag } from '../../zip/xml.ts'
import type { ZipEntries } from '../../zip/zip-entries.ts'
import { evenText } from '../even-text.ts'
import { foldTables } from '../fold-tables.ts'
import { docxNumbering } from './docx-numbering.ts'
import { docxParagraphs } from './docx-paragraphs.ts'
import { docxStyles } from './docx-styles.ts'

/** The parts of a document that are read, as the archive names them. */
export const docxParts = /^(?:_rels\/\.rels|docProps\/core\.xml|word\/(?:document\d*|numbering|styles)\.xml)$/

/** A novel has less; the XML of a page is about 20 KB. */
const mostXml = 64 * 1024 * 1024

/**
 * The paragraphs of a Word document, as WPS and other programs write it, too. Read here and not by a library: mammoth,
 * the one that is well kept, makes plain lists of a document's and loses how they are numbered, and `（一）` is what
 * people call a point by.
 */
export function docxOutline(entries: ZipEntries): FileReading<Outline> {
  const parts = new Map([...entries].filter(([name]) => docxParts.test(name)))
  const main = parts.get(mainPart(textOf(parts, '_rels/.rels'))) ?? parts.get('word/document.xml')
  if (main === undefined) return refusal({ kind: 'damaged' })
  if (main.length > mostXml) return refusal({ kind: 'bomb', why: 'size' })
  // Nobody's document declares entities but a hostile one's.
  const declares = (part: Uint8Array) =>
    /<!(?:DOCTYPE|ENTITY)/i.test(Buffer.from(part.subarray(0, 4_096)).toString())
  if ([...parts.values()].some(declares)) return refusal({ kind: 'damaged' })

  const paragraphs = docxParagraphs(new TextDecoder().decode(main), {
    styles: docxStyles(textOf(parts, 'word/styles.xml')),
    numbering: docxNumbering(textOf(parts, 'word/numbering.xml')),
  })
  if (paragraphs === undefined) return refusal({ kind: 'damaged' })
  const title = titleOf(textOf(parts, 'docProps/core.xml'))
  const folded = foldTables(paragraphs)
  return {
    ok: true,
    value: {
      paragraphs: folded.paragraphs,
      ...(title !== '' && { title }),
      ...(folded.leftColumns.length > 0 && { leftColumns: folded.leftColumns }),
    },
  }
}

/** Some programs name the document otherwise, as `word/document2.xml`. */
function mainPart(relations: string): string {
  let found = ''
  eachTag(relations, ({ name, attributes, isEnd }) => {
    if (name === 'Relationship' && !isEnd && attributes.Type?.endsWith('/officeDocument'))
      found = (attributes.Target ?? '').replace(/^\//, '')
  })
  return found
}

function titleOf(properties: string): string {
  let title = ''
  eachTag(properties, ({ name, isEnd, before }) => {
    if (name === 'title' && isEnd) title = before
  })
  return evenText(title)
}

function textOf(parts: ZipEntries, name: string): string {
  return new TextDecoder().decode(parts.get(name))
}

import type { Outline } from '../../domain/plan/reading/outline.ts'
import { decodeText } from '../decode-text.ts'
import { type FileReading, type FileRefusal, refusal } from '../file-refusal.ts'
import { mostBytes } from '../table-of-file.ts'
import { zipEntries } from '../zip/zip-entries.ts'
import { docxOutline, docxParts } from './docx/docx-outline.ts'
import { htmlOutline } from './html-outline.ts'
import { decodeHtml, isHtml } from './html-text.ts'
import { markdownOutline } from './markdown-outline.ts'
import { tableOutline } from './table-outline.ts'
import { textOutline } from './text-outline.ts'

/** A plan has some ten thousand characters; pages that hold their pictures have more. */
const mostTextBytes = 16 * 1024 * 1024

/** The first bytes of what programs save besides text. */
const otherKinds: readonly [magic: RegExp, what: (FileRefusal & { kind: 'other-kind' })['what']][] = [
  [/^25504446/, 'pdf'],
  [/^7b5c727466/, 'rtf'],
  [
    /^(?:89504e47|ffd8ff|47494638|49492a00|4d4d002a|52494646.{8}57454250|.{8}66747970(?:68656963|6d696631))/,
    'image',
  ],
  [/^(?:424d.{8}00000000)/, 'image'],
  [/^1f8b/, 'gzip'],
  [/^(?:52617221|377abcaf271c)/, 'zip'],
]

/**
 * A document of a plan as it is laid out: a Word document, a workbook, or a text that is plain, Markdown, HTML or CSV.
 * Its kind is told by its first bytes and, of a text, by the end of its name.
 */
export function readOutline(bytes: Uint8Array, name: string): FileReading<Outline> {
  const read = outlineOf(bytes, name)
  return read.ok && read.value.paragraphs.length === 0 ? refusal({ kind: 'empty' }) : read
}

function outlineOf(bytes: Uint8Array, name: string): FileReading<Outline> {
  if (bytes.length > mostBytes) return refusal({ kind: 'too-large', size: bytes.length, most: mostBytes })
  const ending = /\.([a-z]\w{0,9})$/i.exec(name)?.[1]?.toLowerCase()
  const start = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  if (/^504b(?:0304|0506)/.test(start)) return zippedOutline(bytes, name, ending)
  if (start.startsWith('d0cf11e0'))
    return refusal({ kind: 'other-kind', what: /^(?:xls|et)/.test(ending ?? '') ? 'xls' : 'doc' })
  const other = otherKinds.find(([magic]) => magic.test(start))
  if (other !== undefined) return refusal({ kind: 'other-kind', what: other[1] })
  if (/^(?:doc[xm]|dot[xm])$/.test(ending ?? '')) {
    if (!isHtml(bytes)) return refusal({ kind: bytes.length === 0 ? 'empty' : 'damaged' })
  }
  if (bytes.length > mostTextBytes)
    return refusal({ kind: 'too-large', size: bytes.length, most: mostTextBytes })
  return writtenOutline(bytes, name, ending)
}

/** Office programs pack their files. */
function zippedOutline(bytes: Uint8Array, name: string, ending: string | undefined): FileReading<Outline> {
  const names = new Set<string>()
  const unfolded = zipEntries(bytes, (entry) => {
    names.add(entry)
    return docxParts.test(entry) || entry === 'mimetype'
  })
  if (!unfolded.ok) return unfolded
  if (names.has('xl/workbook.xml')) return tableOutline(bytes, name)
  const isDocx = [...names].some((entry) => entry.startsWith('word/')) || ending === 'docx'
  if (isDocx) return docxOutline(unfolded.value)
  const declared = new TextDecoder().decode(unfolded.value.get('mimetype'))
  const what = declared.endsWith('opendocument.text')
    ? 'odt'
    : declared.endsWith('opendocument.spreadsheet')
      ? 'ods'
      : 'zip'
  return refusal({ kind: 'other-kind', what })
}

/** Programs that save HTML under the name of a document are common; a page is told by how it begins. */
function writtenOutline(bytes: Uint8Array, name: string, ending: string | undefined): FileReading<Outline> {
  if (ending === 'csv' || ending === 'tsv' || ending === 'xlsx') return tableOutline(bytes, name)
  const isPage = isHtml(bytes) || /^(?:x?html?|shtml)$/.test(ending ?? '')
  if (!isPage && !['txt', 'text', 'md', 'markdown', undefined].includes(ending))
    return refusal({ kind: 'unknown-kind' })
  const decoded = isPage ? decodeHtml(bytes, mostTextBytes) : decodeText(bytes, mostTextBytes)
  if (!decoded.ok)
    return refusal({ kind: 'not-text', ...(decoded.line !== undefined && { line: decoded.line }) })
  if (isPage) return htmlOutline(decoded.text)
  if (ending === 'md' || ending === 'markdown') return markdownOutline(decoded.text)
  return { ok: true, value: textOutline(decoded.text) }
}

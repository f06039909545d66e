import { type FileReading, refusal } from '../file-refusal.ts'
import { mostColumns, mostRows, type Table } from '../table.ts'
import { eachTag, plainText } from '../zip/xml.ts'
import { type ZipEntries, zipEntries } from '../zip/zip-entries.ts'
import { cellFormats } from './cell-format.ts'
import { SheetTooLargeError, sheetRows } from './sheet-rows.ts'

/** Titles, remarks and blank rows above the heading row. */
const rowsBesides = 100

const parts =
  /^(?:xl\/)(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i

/**
 * The sheets of a workbook in their order, hidden ones last. Read here and not by a library: what is at hand refuses
 * a whole workbook for one formula without a value, knows nothing of merged cells, and follows row numbers and sizes
 * that a hostile file makes up.
 */
export function workbookTables(bytes: Uint8Array): FileReading<Table[]> {
  const unfolded = zipEntries(bytes, (name) => parts.test(name))
  if (!unfolded.ok) return unfolded
  const entries = unfolded.value
  const workbook = textOf(entries, 'xl/workbook.xml')
  if (workbook === undefined) return refusal({ kind: 'other-kind', what: 'zip' })
  if (
    [...entries.values()].some((entry) =>
      /<!(?:DOCTYPE|ENTITY)/i.test(Buffer.from(entry.subarray(0, 4_096)).toString()),
    )
  )
    return refusal({ kind: 'damaged' })

  const targets = new Map<string, string>()
  eachTag(textOf(entries, 'xl/_rels/workbook.xml.rels') ?? '', ({ name, attributes, isEnd }) => {
    if (name === 'Relationship' && !isEnd)
      targets.set(attributes.Id ?? '', (attributes.Target ?? '').replace(/^\/?(?:xl\/)?/, 'xl/'))
  })
  const sheets: { name: string; target: string; isHidden: boolean }[] = []
  let epoch1904 = false
  eachTag(workbook, ({ name, attributes, isEnd }) => {
    if (isEnd) return
    if (name === 'workbookPr') epoch1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
    if (name === 'sheet')
      sheets.push({
        name: attributes.name ?? '',
        target: targets.get(attributes.id ?? '') ?? '',
        isHidden: (attributes.state ?? 'visible') !== 'visible',
      })
  })

  const strings = sharedStrings(textOf(entries, 'xl/sharedStrings.xml') ?? '')
  const formats = cellFormats(textOf(entries, 'xl/styles.xml') ?? '', epoch1904)
  const bounds = { rows: mostRows + rowsBesides, columns: mostColumns }
  const tables: Table[] = []
  let tooLarge: string | undefined
  for (const { name, target } of [...sheets].sort((a, b) => Number(a.isHidden) - Number(b.isHidden))) {
    const xml = textOf(entries, target)
    if (xml === undefined) continue
    try {
      tables.push({ sheet: name, rows: sheetRows(xml, { strings, formats, bounds }) })
    } catch (error) {
      if (!(error instanceof SheetTooLargeError)) throw error
      tooLarge = error.message
    }
  }
  if (tables.length > 0 || tooLarge === undefined) return { ok: true, value: tables }
  return tooLarge === 'rows'
    ? refusal({ kind: 'too-many-rows', rows: bounds.rows, most: mostRows })
    : refusal({ kind: 'too-many-columns', columns: bounds.columns, most: mostColumns })
}

function textOf(entries: ZipEntries, name: string): string | undefined {
  const entry = entries.get(name)
  return entry && new TextDecoder().decode(entry)
}

/** The texts that cells share, in their order; what of them is said in several formats is put together. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  let text = ''
  let isAside = false
  eachTag(xml, ({ name, isEnd, before }) => {
    if (name === 'rPh') isAside = !isEnd
    if (name === 't' && isEnd && !isAside) text += plainText(before)
    if (name === 'si' && !isEnd) text = ''
    if (name === 'si' && isEnd) strings.push(text)
  })
  return strings
}

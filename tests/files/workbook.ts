import { crc32, deflateRawSync } from 'node:zlib'

/** A cell of a workbook that a test makes: text, a number with a style, a formula with or without its value … */
export type WorkbookCell =
  | string
  | number
  | undefined
  | { number: number; style: keyof typeof styles }
  | { formula: string; value?: string | number }
  | { error: string }
  | { inline: string }

export type Sheet = { name: string; rows: WorkbookCell[][]; merges?: string[]; isHidden?: boolean }

/** Formats of cells by what they show. */
const styles = { plain: 0, day: 1, month: 2, 'chinese-day': 3, stage: 4, phase: 5 }

const formats = `<numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="166" formatCode="00"/></numFmts>
<cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="2"/><xf numFmtId="166"/></cellXfs>`

/** A workbook as spreadsheet programs write it: shared strings, styles, sheets, each in a zip's entry. */
export function workbook(sheets: Sheet[], { date1904 = false } = {}): Buffer {
  const strings: string[] = []
  const xml = sheets.map((sheet) => sheetXml(sheet, strings))
  return zip([
    ['[Content_Types].xml', '<Types/>'],
    [
      'xl/workbook.xml',
      `<?xml version="1.0"?><workbook><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${sheets
        .map(
          ({ name, isHidden }, at) =>
            `<sheet name="${escaped(name)}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${sheets
        .map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`)
        .join('')}</Relationships>`,
    ],
    ['xl/styles.xml', `<styleSheet>${formats}</styleSheet>`],
    [
      'xl/sharedStrings.xml',
      `<sst>${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ],
    ...xml.map((text, at): [string, string] => [`xl/worksheets/sheet${at + 1}.xml`, text]),
  ])
}

function sheetXml({ rows, merges = [] }: Sheet, strings: string[]): string {
  const lines = rows.map((cells, row) => {
    const written = cells
      .map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`, strings))
      .join('')
    return `<row r="${row + 1}">${written}</row>`
  })
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return `<worksheet><sheetData>${lines.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`
}

function cellXml(cell: WorkbookCell, ref: string, strings: string[]): string {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return `<c r="${ref}" t="s"><v>${strings.push(cell) - 1}</v></c>`
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`
  if ('number' in cell) return `<c r="${ref}" s="${styles[cell.style]}"><v>${cell.number}</v></c>`
  if ('error' in cell) return `<c r="${ref}" t="e"><v>${cell.error}</v></c>`
  if ('inline' in cell) return `<c r="${ref}" t="inlineStr"><is><t>${escaped(cell.inline)}</t></is></c>`
  const value = cell.value === undefined ? '' : `<v>${escaped(String(cell.value))}</v>`
  return `<c r="${ref}" t="${typeof cell.value === 'number' ? 'n' : 'str'}"><f>${escaped(cell.formula)}</f>${value}</c>`
}

function letters(at: number): string {
  return `${at >= 26 ? letters(Math.floor(at / 26) - 1) : ''}${String.fromCharCode(65 + (at % 26))}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

type Lie = { unfolded?: number }

/** A zip archive; `lie` is what its directory says of an entry instead of the truth. */
export function zip(
  entries: readonly (readonly [name: string, content: string | Buffer, lie?: Lie])[],
): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content, lie] of entries) {
    const plain = Buffer.from(content)
    const folded = deflateRawSync(plain)
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt16LE(0x0800, 2)
    header.writeUInt16LE(8, 4)
    header.writeUInt32LE(crc32(plain), 10)
    header.writeUInt32LE(folded.length, 14)
    header.writeUInt32LE(lie?.unfolded ?? plain.length, 18)
    header.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), header, Buffer.from(name), folded])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(
      Buffer.concat([Buffer.from('504b0102', 'hex'), Buffer.from([20, 0]), header, tail, Buffer.from(name)]),
    )
    parts.push(local)
    at += local.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listing, end])
}

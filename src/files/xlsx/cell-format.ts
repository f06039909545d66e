import { eachTag } from '../zip/xml.ts'

/** How the number in a cell is shown, by the index of its style. */
export type CellFormats = (style: number) => ((value: number) => string) | undefined

/** Formats that every spreadsheet program has by number; those that show a year and month alone are apart. */
const builtInDays = new Set([14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 56, 58])
const builtInMonths = new Set([17, 27, 36, 50, 52, 55, 57])
const builtInDigits = new Map([
  [1, '0'],
  [2, '0.00'],
])

/**
 * How the styles of a workbook show numbers: as a day, a month or a year where their format is a date's, with the
 * digits that it fixes (`0.00` shows 40.2 as 40.20), else as they are.
 * @param epoch1904 whether days are counted from 1904, as old Macintosh workbooks do
 */
export function cellFormats(styles: string, epoch1904: boolean): CellFormats {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let isInside = false
  eachTag(styles, ({ name, attributes, isEnd }) => {
    if (name === 'numFmt' && !isEnd) codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
    if (name === 'cellXfs') isInside = !isEnd
    if (name === 'xf' && isInside && !isEnd) ids.push(Number(attributes.numFmtId ?? 0))
  })
  const shown = ids.map((id) => formatOf(id, codes.get(id), epoch1904))
  return (style) => shown[style]
}

function formatOf(id: number, code: string | undefined, epoch1904: boolean) {
  const exactness = code === undefined ? builtInExactness(id) : exactnessOf(code)
  if (exactness !== undefined) return (value: number) => dayShown(value, exactness, epoch1904)
  const digits = /^(0+)(?:\.(0+))?$/.exec(code ?? builtInDigits.get(id) ?? '')
  if (digits === null) return undefined
  const [, whole = '', fraction = ''] = digits
  return (value: number) => {
    const text = value.toFixed(fraction.length)
    return text.padStart(whole.length + (fraction === '' ? 0 : fraction.length + 1), '0')
  }
}

/** How many characters of `YYYY-MM-DD` are shown. */
type Exactness = 4 | 7 | 10

function builtInExactness(id: number): Exactness | undefined {
  return builtInDays.has(id) ? 10 : builtInMonths.has(id) ? 7 : undefined
}

/** By the letters of a date's format, without what stands in quotes, brackets or behind a backslash. */
function exactnessOf(code: string): Exactness | undefined {
  const letters = (code.split(';')[0] ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase()
  if (/general|[#?]/.test(letters)) return undefined
  if (letters.includes('d')) return 10
  if (letters.includes('y')) return letters.includes('m') ? 7 : 4
  return undefined
}

const dayMs = 86_400_000

/** The day of a serial number. Excel takes 1900 for a leap year, so its 60 is a day that never was. */
function dayShown(serial: number, exactness: Exactness, epoch1904: boolean): string {
  const days = Math.floor(serial)
  if (days < 1 || days > 2_958_465) return String(serial)
  const start = epoch1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  return new Date(start + days * dayMs).toISOString().slice(0, exactness)
}

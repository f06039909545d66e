import { countPattern, numberCounted } from './count.ts'
import type { Designation } from './designation.ts'
import { present, wholeNumber } from './fields.ts'
import type { Scanner } from './scanner.ts'

const year = String.raw`(?: ?[-:] ?((?:19|20)\d{2})(?!\d))?`
/** Not behind a full stop, where another sentence begins. */
const part = new RegExp(
  String.raw` ?[,:]? ?\(?(?:第 ?(${countPattern}) ?部分|part ?(\d{1,3}(?:-\d{1,3}(?!\d))?)(?![a-z\d]|\.\d))\)?${year}`,
  'iy',
)
/** A sheet is called by its text's title first: `《音视频、信息技术和通信技术设备 第1部分：安全要求》国家标准第1号修改单`. */
const sheet = new RegExp(
  `([^。;!?]{0,100}?)(?:国家标准)? ?第 ?(${countPattern}) ?号(修改单|(?:技术)?勘误)${year}`,
  'y',
)

/**
 * The designation with the part and the amendment sheet that words behind it tell: `ISO/IEC 27033 Part 3`,
 * `GB/T 22239-2019《…》国家标准第1号修改单`. `title` is what stood between. A name that stands between, as `isNamed`
 * tells, has the words for its own.
 */
export function readWordsBehind(
  scan: Scanner,
  read: Designation,
  isNamed: (text: string) => boolean,
): { designation: Designation; title: string } {
  const whole = withPart(scan, read)
  const none = { designation: whole, title: '' }
  const start = scan.position()
  const [title = '', count = '', word = '', issued] = scan.take(sheet) ?? []
  const called = present({ number: numberCounted(count), year: wholeNumber(issued) })
  const designation = count === '' || isNamed(title) ? undefined : withSheet(whole, word, called)
  if (designation !== undefined) return { designation, title }
  scan.moveTo(start)
  return none
}

/** Undefined for a text that has a sheet already, and for one whose publisher has no such sheets. */
function withSheet(
  whole: Designation,
  word: string,
  called: { number: number; year?: number },
): Designation | undefined {
  const isAmendment = word === '修改单'
  if (whole.scheme === 'national' && isAmendment && whole.amendment === undefined && !whole.allParts)
    return { ...whole, amendment: called }
  if (whole.scheme !== 'iso' || whole.supplements.length > 0 || whole.allParts) return undefined
  return { ...whole, supplements: [{ kind: isAmendment ? 'Amd' : 'Cor', ...called }] }
}

function withPart(scan: Scanner, read: Designation): Designation {
  if (!isWhole(read)) return read
  const [counted, typed, dated] = scan.take(part) ?? []
  const number = typed ?? (counted && String(numberCounted(counted)))
  if (number === undefined) return read
  return { ...read, ...present({ part: number, year: read.year ?? wholeNumber(dated) }) }
}

/** Whether it is a text of its own that has no part yet. */
function isWhole(d: Designation): d is Extract<Designation, { allParts?: true }> {
  switch (d.scheme) {
    case 'national':
      return d.part === undefined && d.amendment === undefined && !d.allParts
    case 'iso':
    case 'cen':
      return d.part === undefined && d.supplements.length === 0 && !d.allParts
    case 'etsi':
      return d.part === undefined && d.supplements === undefined && !d.allParts
    default:
      return false
  }
}

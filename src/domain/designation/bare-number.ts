import type { Designation } from './designation.ts'
import { present, wholeNumber } from './fields.ts'
import type { Scanner } from './scanner.ts'

/** Digits without a scheme, and the designations they may stand for, the likeliest first. */
export type BareNumber = {
  number: string
  part?: string
  year?: number
  readings: Designation[]
}

const colloquial = /国(?:家)?标(?:准)?[ :-]?(?=\d)/y
const parts =
  /(?!0+(?!\d))(\d{1,8})(?:\.(\d{1,3}))?((?:-\d{1,3}(?!\d)){0,3})(?: ?([-:]) ?((?:19|20)\d{2})(?!\d))?(?![\d.:-]*\d)/y

/**
 * Reads `22239`, `20485.16-2018`, `27034-5` or `27001:2022` at the cursor. After 国标 only the three kinds of
 * national standard are meant. Eight digits are the start of a plan number, which has no reading of its own.
 */
export function readBareNumber(scan: Scanner): (BareNumber & { national: boolean }) | undefined {
  const national = scan.take(colloquial) !== undefined
  const found = scan.take(parts)
  if (found === undefined) return undefined
  const [number = '', pointed, hyphened = '', sign, typedYear] = found
  const year = wholeNumber(typedYear)
  const part = pointed ?? (hyphened === '' ? undefined : hyphened.slice(1))
  const gb = hyphened === '' && sign !== ':' ? gbReadings(number, pointed, year) : []
  const foreign = pointed === undefined && !national ? foreignReadings(number, part, year, sign) : []
  const [first, ...others] = gb
  const readings = number.length > 6 ? [] : [...(first ? [first] : []), ...foreign, ...others]
  return { national, readings, number, ...present({ part, year }) }
}

function gbReadings(number: string, part: string | undefined, year: number | undefined): Designation[] {
  return ['GB/T', 'GB', 'GB/Z'].map((prefix) =>
    present({ scheme: 'national' as const, prefix, number, part, year }),
  )
}

function foreignReadings(
  number: string,
  part: string | undefined,
  year: number | undefined,
  sign: string | undefined,
): Designation[] {
  const publishers = ['ISO', 'IEC']
  const dated = present({ number, part, year })
  const readings: Designation[] = [
    { scheme: 'iso', publishers, ...dated, supplements: [] },
    { scheme: 'cen', type: 'EN', ...dated, supplements: [] },
  ]
  if (part === undefined && year !== undefined && sign === '-') {
    readings.push({ scheme: 'iso', publishers, number, part: String(year), supplements: [] })
  }
  const isRfc = part === undefined && year === undefined && number.length <= 5 && Number(number) > 0
  if (isRfc) readings.push({ scheme: 'ietf-series', series: 'RFC', number: Number(number) })
  return readings
}

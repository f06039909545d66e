import type { NationalDesignation } from './designation.ts'
import { present, significantDigits, wholeNumber } from './fields.ts'
import type { Scanner } from './scanner.ts'
import { sectors } from './sectors.ts'

const recommended = /GB ?[/_-]? ?T(?![a-z])/iy
const guiding = /GB ?\/ ?Z(?![a-z])/iy
const mandatory = /GB(?=[ -]?\d)/iy
const sectorWithSlash = /([a-z]{2}) ?\/ ?([TZ])(?![a-z])/iy
const sectorGlued = /([a-z]{2})T(?=[ -]?\d{3})/iy
const sectorMandatory = /([a-z]{2})(?=[ -]?\d{3})/iy
const provincial = /DB ?(\d{2,6}) ?\/ ?T(?![a-z])/iy
const provincialMandatory = /DB(\d{2,6})(?=[ /]\d)/iy
const association = /T ?\/ ?([a-z]{2,12})(?=[ -]?\d)/iy

const number = /[ /_-]?(\d{1,6})(?: ?\. ?(\d{1,3}(?:\.\d{1,3}){0,2}))?(?!\d)/y
const year = /(?: ?[-:] ?| )((?:19|20)\d{2})(?!\d)/y
const shortYear = / ?- ?([5-9]\d)(?!\d)/y
const amendment = / ?\/ ?XG ?(\d{1,2})(?!\d)(?: ?- ?((?:19|20)\d{2})(?!\d))?/iy

/** Reads a national, sector, provincial or association designation at the cursor. */
export function readNational(scan: Scanner): NationalDesignation[] {
  const prefix = readPrefix(scan)
  if (prefix === undefined) return []
  const numbered = scan.take(number)
  if (numbered === undefined) return []
  const [digits = '', part] = numbered
  const amended = readYearAndAmendment(scan)
  return [present({ scheme: 'national' as const, prefix, number: digits, part, ...amended })]
}

/** Until 1995 the year had two digits: `GB 2312-80` is of 1980. */
function readYearAndAmendment(scan: Scanner): Pick<NationalDesignation, 'year' | 'amendment'> {
  const full = wholeNumber(scan.take(year)?.[0])
  const short = full === undefined ? wholeNumber(scan.take(shortYear)?.[0]) : undefined
  const sheet = scan.take(amendment)
  return present({
    year: full ?? (short === undefined ? undefined : 1900 + short),
    amendment: sheet && present({ number: Number(sheet[0]), year: wholeNumber(sheet[1]) }),
  })
}

/** `GBZ` without a slash is the series of occupational health, not GB/Z, and is left unread. */
function readPrefix(scan: Scanner): string | undefined {
  if (scan.take(recommended)) return 'GB/T'
  if (scan.take(guiding)) return 'GB/Z'
  if (scan.take(mandatory)) return 'GB'
  const local = scan.take(provincial) ?? undefined
  if (local) return `DB${local[0]}/T`
  const localMandatory = scan.take(provincialMandatory)
  if (localMandatory) return `DB${localMandatory[0]}`
  const body = scan.take(association)
  if (body) return `T/${body[0]?.toUpperCase()}`
  return readSector(scan)
}

function readSector(scan: Scanner): string | undefined {
  const start = scan.position()
  const slashed = scan.take(sectorWithSlash)
  if (slashed) return `${slashed[0]?.toUpperCase()}/${slashed[1]?.toUpperCase()}`
  for (const [pattern, ending] of [
    [sectorGlued, '/T'],
    [sectorMandatory, ''],
  ] as const) {
    const code = scan.take(pattern)?.[0]?.toUpperCase()
    if (code !== undefined && sectors.has(code)) return `${code}${ending}`
    scan.moveTo(start)
  }
  return undefined
}

/** `GB/T 20485.16-2018`, `GB 4943.1-2022/XG1-2025`. */
export function printNational(d: NationalDesignation): string {
  const base = `${d.prefix} ${d.number}${d.part === undefined ? '' : `.${d.part}`}${dated(d.year)}`
  return d.amendment === undefined ? base : `${base}/XG${d.amendment.number}${dated(d.amendment.year)}`
}

/** Prefix, number and part; an amendment sheet belongs to one edition. */
export function nationalKey(d: NationalDesignation): string {
  const base = `${d.prefix} ${significantDigits(d.number)}${d.part === undefined ? '' : `.${d.part}`}`
  return d.amendment === undefined ? base : `${base}${dated(d.year)}/XG${d.amendment.number}`
}

function dated(year: number | undefined): string {
  return year === undefined ? '' : `-${year}`
}

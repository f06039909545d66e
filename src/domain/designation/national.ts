import { printAllParts, readAllParts } from './all-parts.ts'
import type { NationalDesignation } from './designation.ts'
import { present, significantDigits, wholeNumber } from './fields.ts'
import { readNationalPrefix } from './national-prefix.ts'
import type { Scanner } from './scanner.ts'

const number = /[ /-]{0,3}((?!0+(?!\d))\d{1,6})(?: ?\. ?(\d{1,3}(?:\.\d{1,3}){0,2}))?(?!\d)/y
/** Military standards number their revisions by a letter: `GJB 5000A`, `GJB 150.16A`. */
const letteredNumber = /[ -]?(\d{1,6}[A-Z]?)(?: ?\. ?(\d{1,3}(?:\.\d{1,3}){0,2}[A-Z]?))?(?![a-z\d])/iy
const year = /(?: ?[-:] ?| )((?:19|20)\d{2})(?!\d)(?:年?版)?| ?\( ?((?:19|20)\d{2})(?:年?版)? ?\)/y
const shortYear = / ?- ?([5-9]\d)(?!\d)/y
const amendment = / ?[/+]? ?XG ?(\d{1,2})(?!\d)(?: ?[-:] ?((?:19|20)\d{2})(?!\d))?/iy
/** Digits in two groups, or something short behind a hyphen that may be a part: then the number is not understood. */
const halfRead = /(?= ?\d|-[a-z]{1,3}\d{0,5}(?![a-z\d]))/iy

/** Reads a national, sector, provincial, association or enterprise designation at the cursor. */
export function readNational(scan: Scanner): NationalDesignation[] {
  const prefix = readNationalPrefix(scan)
  if (prefix === undefined) return []
  const numbered = scan.take(prefix.startsWith('GJB') ? letteredNumber : number)
  if (numbered === undefined) return []
  const [digits = '', part] = numbered
  const amended = readYearAndAmendment(scan)
  if (amended.year === undefined && scan.take(halfRead) !== undefined) return []
  const scheme = 'national' as const
  const allParts = readAllParts(scan)
  return [
    present({
      scheme,
      prefix,
      number: digits.toUpperCase(),
      part: part?.toUpperCase(),
      ...amended,
      allParts,
    }),
  ]
}

/** Until 1995 the year had two digits: `GB 2312-80` is of 1980. */
function readYearAndAmendment(scan: Scanner): Pick<NationalDesignation, 'year' | 'amendment'> {
  const [dated, enclosed] = scan.take(year) ?? []
  const full = wholeNumber(dated ?? enclosed)
  const short = full === undefined ? wholeNumber(scan.take(shortYear)?.[0]) : undefined
  return present({
    year: full ?? (short === undefined ? undefined : 1900 + short),
    amendment: readAmendment(scan),
  })
}

function readAmendment(scan: Scanner): NationalDesignation['amendment'] {
  const sheet = scan.take(amendment)
  if (sheet === undefined) return undefined
  const [number, dated] = sheet
  return present({ number: Number(number), year: wholeNumber(dated) })
}

/** `GB/T 20485.16-2018`, `GB 4943.1-2022/XG1-2025`; a mandatory text of a province is printed `DB44/26-2001`. */
export function printNational(d: NationalDesignation): string {
  const joiner = /^DB\d+$/.test(d.prefix) ? '/' : ' '
  const base = `${d.prefix}${joiner}${d.number}${d.part === undefined ? '' : `.${d.part}`}${dated(d.year)}`
  const amended = d.amendment === undefined ? '' : `/XG${d.amendment.number}${dated(d.amendment.year)}`
  return `${base}${amended}${printAllParts(d)}`
}

/** Prefix, number and part; an amendment sheet belongs to one edition. */
export function nationalKey(d: NationalDesignation): string {
  const base = `${d.prefix} ${significantDigits(d.number)}${d.part === undefined ? '' : `.${d.part}`}`
  return d.amendment === undefined ? base : `${base}${dated(d.year)}/XG${d.amendment.number}`
}

function dated(year: number | undefined): string {
  return year === undefined ? '' : `-${year}`
}

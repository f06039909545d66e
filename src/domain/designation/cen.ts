import { printAllParts } from './all-parts.ts'
import { readCenHeading } from './cen-heading.ts'
import type { CenDesignation, CenSupplement, NumberedEdition } from './designation.ts'
import { present, significantDigits, wholeNumber } from './fields.ts'
import { printDate, printNumberedEdition, readDate, readNumberedEdition } from './numbered-edition.ts'
import type { Scanner } from './scanner.ts'

const draft = /(pr|Fpr) ?-?(?=EN|CEN|CLC|CWA|HD)/iy
/** A harmonization document may have points in its number, and counts its editions: `HD 384.7.711 S1:2003`. */
const harmonized = /(\d{2,5}(?:\.\d{1,3}){0,3})(?!\d)(?: ?S ?(\d{1,2})(?!\d)|(?<=\.\d{1,3}))/iy
/** Without a sign a year has to follow: `EN 643:2014 A4` is a size of paper. */
const supplement =
  / ?(?:([/+]) ?|[ -](?=[A-Z]{1,5}\d{0,2}[: ](?:19|20)\d{2}))(FprA|prA|AC|IS|A) ?(\d{0,2})(?![\da-z])/iy
const longestChain = 6

/** Reads a designation of CEN or CENELEC at the cursor: two readings for `EN 17640-2022`. */
export function readCen(scan: Scanner): CenDesignation[] {
  const early = scan.take(draft)?.[0]?.toLowerCase()
  const heading = readCenHeading(scan)
  if (heading === undefined) return []
  const form = heading.adopts === undefined ? 'digits' : 'iso'
  const editions = heading.type === 'HD' ? readHarmonized(scan) : readNumberedEdition(scan, form)
  const supplements = editions.length > 0 ? readSupplements(scan) : []
  const state = early === undefined ? undefined : early === 'fpr' ? ('Fpr' as const) : ('pr' as const)
  return editions.map((edition) =>
    present({ scheme: 'cen' as const, draft: state, ...heading, ...edition, supplements }),
  )
}

function readHarmonized(scan: Scanner): (NumberedEdition & Pick<CenDesignation, 'series'>)[] {
  const [number, issue] = scan.take(harmonized) ?? []
  if (number === undefined) return readNumberedEdition(scan, 'digits').filter(notScreenSize)
  return [present({ number, series: wholeNumber(issue), ...readDate(scan) })]
}

/** `HD 1080` alone is a size of pictures, `hd2` a disk. */
function notScreenSize({ number, part, year }: NumberedEdition): boolean {
  return (
    part !== undefined || year !== undefined || !/^(?:\d{1,2}|480|576|720|1080|1440|2160|4320)$/.test(number)
  )
}

const supplementKinds = ['A', 'AC', 'IS', 'prA', 'FprA'] as const

function readSupplements(scan: Scanner): CenSupplement[] {
  const chain: CenSupplement[] = []
  while (chain.length < longestChain) {
    const [joiner, typed, number] = scan.take(supplement) ?? []
    const known = supplementKinds.find((one) => one.toLowerCase() === typed?.toLowerCase())
    if (known === undefined) return chain
    const sign = joiner === '+' ? ('+' as const) : ('/' as const)
    chain.push(present({ joiner: sign, kind: known, number: wholeNumber(number), ...readDate(scan) }))
  }
  return chain
}

/** `FprEN 18037`, `EN ISO/IEC 27001:2023`, `CEN/CLC/TR 18115:2024`, `EN 50131-1:2006/A1:2009`, `HD 629.1 S3:2024`. */
export function printCen(d: CenDesignation): string {
  const heading = `${d.draft ?? ''}${d.type}${d.adopts === undefined ? '' : ` ${d.adopts}`}`
  const numbered =
    d.series === undefined ? printNumberedEdition(d) : `${d.number} S${d.series}${printDate(d)}`
  return `${heading} ${numbered}${printAllParts(d)}${d.supplements.map(printSupplement).join('')}`
}

function printSupplement(s: CenSupplement): string {
  return `${s.joiner}${s.kind}${s.number ?? ''}${printDate(s)}`
}

/** Number, part and supplements; a text adopted keeps apart from CEN's own numbers, as do CWA, HD and guides. */
export function cenKey(d: CenDesignation): string {
  const series = d.adopts === undefined ? (/CWA|HD|Guide/.exec(d.type)?.[0] ?? 'EN') : 'EN ISO'
  const base = `${series} ${significantDigits(d.number)}${d.part === undefined ? '' : `-${d.part}`}`
  const own = d.supplements.filter((one) => one.joiner === '/')
  if (own.length === 0) return base
  const chain = own.map((one) => `/${one.kind.replace(/^F?pr/, '')}${one.number ?? ''}`)
  return `${base}${d.year === undefined ? '' : `:${d.year}`}${chain.join('')}`
}

import type { Scanner } from './scanner.ts'
import { longSectors, sectors } from './sectors.ts'

const recommended = /G ?B ?[/.-]{0,2} ?T(?![a-z])/iy
/** `GBZ 188` counts to three digits, so four behind a blank or hyphen tell GB/Z. */
const guiding = /G ?B(?: ?\/ ?Z(?![a-z])|[ -]Z(?=[ -]?\d{4,5}(?!\d)))/iy
const mandatory = /G ?B(?=[ -]?\d)/iy
const provincial = /DB ?(\d{2,6}) ?(?:\/ ?T(?![a-z])|T(?=[ -]?\d))/iy
const provincialMandatory = /DB ?(\d{2,6})(?= ?\/ ?\d| \d)/iy
const longSector = new RegExp(
  `(${longSectors.join('|')}) ?(?:/ ?([TZ])(?![a-z])|(T)(?=[ -]?\\d))?(?=[ -]?\\d)`,
  'iy',
)
const sectorWithSlash = /([a-z]{2}) ?\/ ?([TZ])(?![a-z])/iy
/** `MT 103` and `SB 1386` are no standards of China: two letters alone need a year, or the leading zero of a sector. */
const dated = String.raw`[ -]?\d{1,6}(?:\.\d{1,3}){0,2}(?:(?: ?- ?|[ :])(?:19|20)\d{2}(?!\d)|-[5-9]\d(?!\d)| ?\( ?(?:19|20)\d{2}(?:年?版)? ?\))`
const association = new RegExp(
  String.raw`T(?: ?/ ?|[ -](?=[a-z]{2,12}${dated}))(\d{0,4}[a-z]{2,12})(?=[ -]?\d{2}|${dated})`,
  'iy',
)
const enterprise = /Q ?\/ ?([a-z]{2,8})(?=[ -]?\d)/iy
const sectorGlued = new RegExp(
  `(?!HST|GMT[ -]?(?:0[2-9]|[12]))([a-z]{2})(?:T(?=${dated}|[ -]?\\d{3,5}(?![\\d:]))|[ -]T(?=${dated}))`,
  'iy',
)
const sectorMandatory = new RegExp(`([a-z]{2})(?=${dated}|[ -]?0\\d{3}(?![\\d:]))`, 'iy')

/**
 * Reads the prefix of a national, sector, provincial, association or enterprise standard in its printed form.
 * `GBZ` without a slash is the series of occupational health, not GB/Z, and is left unread.
 */
export function readNationalPrefix(scan: Scanner): string | undefined {
  if (scan.take(recommended)) return 'GB/T'
  if (scan.take(guiding)) return 'GB/Z'
  const [code, nature, glued] = scan.take(longSector) ?? []
  if (code !== undefined) return slashed(code, nature ?? glued)
  if (scan.take(mandatory)) return 'GB'
  const place = scan.take(provincial)?.[0]
  if (place !== undefined) return `DB${place}/T`
  const ruled = scan.take(provincialMandatory)?.[0]
  if (ruled !== undefined) return `DB${ruled}`
  const body = scan.take(association)?.[0]
  if (body !== undefined) return slashed('T', body)
  const company = scan.take(enterprise)?.[0]
  return company === undefined ? readSector(scan) : slashed('Q', company)
}

function readSector(scan: Scanner): string | undefined {
  const start = scan.position()
  const [code, nature] = scan.take(sectorWithSlash) ?? []
  if (code !== undefined) return slashed(code, nature)
  for (const [pattern, nature] of [
    [sectorGlued, 'T'],
    [sectorMandatory, undefined],
  ] as const) {
    const known = scan.take(pattern)?.[0]?.toUpperCase()
    if (known !== undefined && sectors.has(known)) return slashed(known, nature)
    scan.moveTo(start)
  }
  return undefined
}

function slashed(before: string, behind: string | undefined): string {
  return (behind === undefined ? before : `${before}/${behind}`).toUpperCase()
}

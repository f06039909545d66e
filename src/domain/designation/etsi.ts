import { printAllParts, readAllParts } from './all-parts.ts'
import type { EtsiDesignation } from './designation.ts'
import { printEtsiNumber, readEtsiNumber } from './etsi-number.ts'
import { present, wholeNumber } from './fields.ts'
import type { Scanner } from './scanner.ts'

const draft = /(final draft|draft) (?=ETSI|(?:EN|TS|TR|ES|EG|SR) [123]\d{2} \d{3})/iy
const body = /ETSI[ /-]{0,2}/iy
const supplements = /((?:(?: ?[/-] ?| )[AC]\d{1,2}(?=[ /]|$)){1,3})/iy
const version = / ?[,:-]? ?V ?(\d{1,3}\.\d{1,3}(?:\.\d{1,3})?)(?!\.?\d)/iy
const edition = / ?,? ?ed(?:ition|\.)? ?(\d{1,2})(?!\.?\d)/iy
const issued = / ?\(?((?:19|20)\d{2})-(0[1-9]|1[0-2])(?!\d)\)?| ?\(((?:19|20)\d{2})\)/y
const dated = /(?: ?: ?| )((?:19|20)\d{2})(?!\d)(?:-(0[1-9]|1[0-2])(?!\d))?/y

/** Reads a deliverable of ETSI at the cursor, with or without the name of ETSI. */
export function readEtsi(scan: Scanner): EtsiDesignation[] {
  const state = scan.take(draft)?.[0]?.toLowerCase()
  const named = scan.take(body) !== undefined
  const heading = readEtsiNumber(scan, named)
  if (heading === undefined) return []
  const amended = scan
    .take(supplements)?.[0]
    ?.toUpperCase()
    .split(/[ /-]+/)
    .slice(1)
  const printed =
    state === undefined ? undefined : state === 'draft' ? ('Draft' as const) : ('Final draft' as const)
  const release = { version: scan.take(version)?.[0], edition: wholeNumber(scan.take(edition)?.[0]) }
  const [year, month, enclosed] = scan.take(issued) ?? scan.take(dated) ?? []
  return [
    present({
      scheme: 'etsi' as const,
      draft: printed,
      ...heading,
      supplements: amended,
      ...release,
      year: wholeNumber(year ?? enclosed),
      month: wholeNumber(month),
      allParts: readAllParts(scan),
    }),
  ]
}

/** `ETSI EN 303 645 V2.1.1 (2020-06)`, `ETSI GS QKD 014`, `ETSI ETS 300 433/A2 ed.1 (1997-03)`. */
export function printEtsi(d: EtsiDesignation): string {
  const state = d.draft === undefined ? '' : `${d.draft} `
  const amended = d.supplements === undefined ? '' : `/${d.supplements.join('/')}`
  const version = d.version === undefined ? '' : ` V${d.version}`
  const edition = d.edition === undefined ? '' : ` ed.${d.edition}`
  const heading = `${state}ETSI ${d.type} ${printEtsiNumber(d)}${amended}${version}${edition}`
  return `${heading}${printIssue(d)}${printAllParts(d)}`
}

function printIssue({ year, month }: EtsiDesignation): string {
  if (year === undefined) return ''
  return month === undefined ? `:${year}` : ` (${year}-${String(month).padStart(2, '0')})`
}

/** Type, number, part and supplements: a TS and the EN made of it are two texts with two numbers. */
export function etsiKey(d: EtsiDesignation): string {
  const amended = d.supplements === undefined ? '' : `/${d.supplements.join('/')}`
  return `ETSI ${d.type} ${printEtsiNumber(d)}${amended}`
}

import type { EtsiDesignation } from './designation.ts'
import { present, wholeNumber } from './fields.ts'
import type { Scanner } from './scanner.ts'

const draft = /(final draft|draft) (?=ETSI)/iy
const body = /ETSI[ /-]{1,2}/iy
const type = /(EN|ES|EG|TS|TR|SR|ETS|ETR|TBR)(?=[ \d/-])[ /-]{0,2}/iy
const groupType = /(GS|GR) ([a-z0-9]{2,5}(?:-[a-z0-9]{1,6})?) (\d{3})(?!\d)/iy
const number = /([1-9]\d{2}) ?(\d{3})(?!\d)/y
const spacedNumber = /([123]\d{2}) (\d{3})(?!\d)/y
const gluedEuropean = /(3\d{2})(\d{3})(?!\d)/y
const part = /((?:-\d{1,3}(?!\d)){1,3})/y
const version = / ?,? ?V ?(\d{1,3}\.\d{1,3}\.\d{1,3})(?![\d.])/iy
const issued = / ?\(((?:19|20)\d{2})-(0[1-9]|1[0-2])\)/y
const dated = / ?: ?((?:19|20)\d{2})(?!\d)(?:-(0[1-9]|1[0-2])(?!\d))?/y

/**
 * Reads a deliverable of ETSI at the cursor. Without the name of ETSI it is told by its digits: two groups of three,
 * or for an EN six digits that begin with 3.
 */
export function readEtsi(scan: Scanner): EtsiDesignation[] {
  const state = scan.take(draft)?.[0]?.toLowerCase()
  const named = scan.take(body) !== undefined
  const heading = readHeading(scan, named)
  if (heading === undefined) return []
  const [year, month] = readTail(scan, heading)
  const printed =
    state === undefined ? undefined : state === 'draft' ? ('Draft' as const) : ('Final draft' as const)
  return [
    present({
      scheme: 'etsi' as const,
      draft: printed,
      ...heading,
      year: wholeNumber(year),
      month: wholeNumber(month),
    }),
  ]
}

type Heading = Pick<EtsiDesignation, 'type' | 'group' | 'number' | 'part' | 'version'>

function readHeading(scan: Scanner, named: boolean): Heading | undefined {
  const grouped = named ? scan.take(groupType) : undefined
  if (grouped) {
    const [kind = '', group = '', digits = ''] = grouped
    return { type: kind.toUpperCase(), group: group.toUpperCase(), number: digits }
  }
  const kind = scan.take(type)?.[0]?.toUpperCase()
  if (kind === undefined) return undefined
  const digits = named
    ? scan.take(number)
    : (scan.take(spacedNumber) ?? (kind === 'EN' ? scan.take(gluedEuropean) : undefined))
  return digits && { type: kind, number: `${digits[0]}${digits[1]}` }
}

function readTail(scan: Scanner, heading: Heading): readonly (string | undefined)[] {
  const parts = scan.take(part)?.[0]
  if (parts !== undefined) heading.part = parts.slice(1)
  const edition = scan.take(version)?.[0]
  if (edition !== undefined) heading.version = edition
  return scan.take(issued) ?? scan.take(dated) ?? []
}

/** `ETSI EN 303 645 V2.1.1 (2020-06)`, `ETSI GS QKD 014`. */
export function printEtsi(d: EtsiDesignation): string {
  const edition = d.version === undefined ? '' : ` V${d.version}`
  const heading = `${d.draft === undefined ? '' : `${d.draft} `}ETSI ${d.type} ${etsiNumber(d)}`
  if (d.year === undefined) return `${heading}${edition}`
  if (d.month === undefined) return `${heading}${edition}:${d.year}`
  return `${heading}${edition} (${d.year}-${String(d.month).padStart(2, '0')})`
}

/** Type, number and part: a TS and the EN made of it are two texts with two numbers. */
export function etsiKey(d: EtsiDesignation): string {
  return `ETSI ${d.type} ${etsiNumber(d)}`
}

function etsiNumber(d: EtsiDesignation): string {
  const digits =
    d.group === undefined ? d.number.replace(/^(\d{3})(\d{3})$/, '$1 $2') : `${d.group} ${d.number}`
  return `${digits}${d.part === undefined ? '' : `-${d.part}`}`
}

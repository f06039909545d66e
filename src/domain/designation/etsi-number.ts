import type { EtsiDesignation } from './designation.ts'
import { present } from './fields.ts'
import type { Scanner } from './scanner.ts'

/** What names a deliverable of ETSI apart from part, version and date. */
export type EtsiNumber = Pick<EtsiDesignation, 'type' | 'group' | 'number' | 'part'>

const type = /(EN|ES|EG|TS|TR|SR|I-ETS|ETS|ETR|TBR)(?=[ \d/-])[ /-]{0,2}/iy
const groupType = /(GS|GR)[ /-]?([a-z][a-z0-9]{1,4}(?:-[a-z0-9]{1,6}?)?)[ -]?(\d{3})(?!\d)/iy
const report = /(ETR|TCRTR|TCR-TR|TBR|NET)[ -]?(\d{3})(?! ?\d)/iy
const mobile = /GTS ?(?:(GSM) ?)?(\d{2}\.\d{2})(?:-(DCS|EXT))?(?![\d.])/iy
const number = /(\d{3}) ?(\d{3})(?!\d)/y
const spacedNumber = /([123]\d{2}) (\d{3})(?!\d)/y
const gluedEuropean = /(3\d{2})(\d{3})(?!\d)/y
const part = /((?:-\d{1,3}(?!\d)){1,3})/y
/** Industry groups that print their names with small letters. */
const printedGroups: Readonly<Record<string, string>> = { MWT: 'mWT', THZ: 'THz' }

/**
 * Reads type, number and part. Without the name of ETSI, which `named` tells, a deliverable is known by two groups of
 * three digits, or for an EN by six that begin with 3.
 */
export function readEtsiNumber(scan: Scanner, named: boolean): EtsiNumber | undefined {
  const heading = (named ? (readGroup(scan) ?? readOld(scan)) : undefined) ?? readType(scan, named)
  if (heading === undefined) return undefined
  const parts = scan.take(part)?.[0]?.slice(1)
  return parts === undefined ? heading : { ...heading, part: parts }
}

function readGroup(scan: Scanner): EtsiNumber | undefined {
  const [kind, typed = '', digits = ''] = scan.take(groupType) ?? []
  const group = typed.toUpperCase()
  if (kind === undefined) return undefined
  return { type: kind.toUpperCase(), group: printedGroups[group] ?? group, number: digits }
}

/** Reports with three digits, and the texts taken over from GSM. */
function readOld(scan: Scanner): EtsiNumber | undefined {
  const [kind, digits = ''] = scan.take(report) ?? []
  if (kind !== undefined) return { type: kind.toUpperCase().replace('-', ''), number: digits }
  const [group, mobileDigits, ending] = scan.take(mobile) ?? []
  if (mobileDigits === undefined) return undefined
  return present({
    type: 'GTS',
    group: group?.toUpperCase(),
    number: mobileDigits,
    part: ending?.toUpperCase(),
  })
}

function readType(scan: Scanner, named: boolean): EtsiNumber | undefined {
  const kind = scan.take(type)?.[0]?.toUpperCase()
  if (kind === undefined) return undefined
  const digits = named
    ? scan.take(number)
    : (scan.take(spacedNumber) ?? (kind === 'EN' ? scan.take(gluedEuropean) : undefined))
  return digits && { type: kind, number: `${digits[0]}${digits[1]}` }
}

/** `303 645`, `NFV-SEC 001`, `GSM 02.78`, with its part. */
export function printEtsiNumber(d: EtsiNumber): string {
  const digits = d.number.replace(/^(\d{3})(\d{3})$/, '$1 $2')
  return `${d.group === undefined ? '' : `${d.group} `}${digits}${d.part === undefined ? '' : `-${d.part}`}`
}

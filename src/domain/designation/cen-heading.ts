import type { CenDesignation } from './designation.ts'
import { readPublishers } from './iso.ts'
import type { Scanner } from './scanner.ts'

const organisations = /(CEN ?[/-] ?(?:CLC|CENELEC)|CEN|CLC|CENELEC)(?=[ /-]|TS|TR|ISO|IEC|Guide)/iy
/** ENV is a prestandard, CR a report of CEN, ES a specification of CENELEC: old kinds, told by their numbers. */
const european =
  /(ENV|EN|HD|CWA|CR(?=(?: ?ISO)? ?\d{3,5}(?:-\d{1,3})?:(?:19|20)\d{2})|ES(?= ?5\d{4}(?!\d)))(?=[ \d-]|ISO|IEC)/iy
/** `en 2024` is a date in French and Spanish. */
const preposition = /en (?=(?:19|20)\d{2}(?!\d|:|-[1-9]))/y
const kind = /(TS|TR|Guide)(?=[ \d-])/iy
const joint = /[ /-]{0,3}/y
const kinds = ['TS', 'TR', 'Guide'] as const

/** Reads the type, and whose text is adopted: `EN ISO/IEC`, `CEN ISO/TS`, `CEN/CLC/TR`. */
export function readCenHeading(scan: Scanner): Pick<CenDesignation, 'type' | 'adopts'> | undefined {
  const bodies = scan.take(organisations)?.[0]?.toUpperCase().replace('CENELEC', 'CLC').replace(/[ -]/g, '/')
  if (bodies !== undefined) scan.take(joint)
  if (scan.take(preposition) !== undefined) return undefined
  const own = scan.take(european)?.[0]?.toUpperCase()
  if (own !== undefined) scan.take(joint)
  const publishers = readPublishers(scan)
  if (publishers.length > 0) scan.take(joint)
  const typed = scan.take(kind)?.[0]?.toLowerCase()
  const word = kinds.find((one) => one.toLowerCase() === typed)
  scan.take(joint)
  const type = own ?? bodies?.replace(/\/+/g, '/')
  if (type === undefined) return undefined
  if (publishers.length > 0) return { type, adopts: adopted(publishers.join('/'), word) }
  if (own !== undefined) return word === undefined ? { type: own } : undefined
  return word === undefined ? undefined : { type: word === 'Guide' ? `${type} Guide` : `${type}/${word}` }
}

/** CEN joins the kind of what it adopts by a slash: `CEN/CLC ISO/IEC/TS 12791`. */
function adopted(chain: string, word: (typeof kinds)[number] | undefined): string {
  return word === undefined ? chain : `${chain}${word === 'Guide' ? ' ' : '/'}${word}`
}

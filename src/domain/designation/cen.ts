import type { CenDesignation, CenSupplement } from './designation.ts'
import { present, significantDigits, wholeNumber } from './fields.ts'
import { readPublishers } from './iso.ts'
import { printDate, printNumberedEdition, readDate, readNumberedEdition } from './numbered-edition.ts'
import type { Scanner } from './scanner.ts'

const draft = /(pr|Fpr) ?-?(?=EN|CEN|CLC|CWA|HD)/iy
const organisations = /(CEN ?[/-] ?(?:CLC|CENELEC)|CEN|CLC|CENELEC)(?=[ /-])/iy
const european = /(EN|HD|CWA)(?=[ \d-])/iy
const kind = /(TS|TR|Guide)(?=[ \d-])/iy
const joint = /[ /-]{0,3}/y
const supplement = / ?([/+]) ?(FprA|prA|AC|A) ?(\d{0,2})(?![\da-z])/iy
const longestChain = 6

/** Reads a designation of CEN or CENELEC at the cursor: two readings for `EN 17640-2022`. */
export function readCen(scan: Scanner): CenDesignation[] {
  const early = scan.take(draft)?.[0]?.toLowerCase()
  const heading = readHeading(scan)
  if (heading === undefined) return []
  scan.take(joint)
  const editions = readNumberedEdition(scan)
  const supplements = editions.length > 0 ? readSupplements(scan) : []
  const state = early === undefined ? undefined : early === 'fpr' ? ('Fpr' as const) : ('pr' as const)
  return editions.map((edition) =>
    present({ scheme: 'cen' as const, draft: state, ...heading, ...edition, supplements }),
  )
}

/** The type, and whose text is adopted: `EN ISO/IEC`, `CEN ISO/TS`, `CEN/CLC/TR`. */
function readHeading(scan: Scanner): Pick<CenDesignation, 'type' | 'adopts'> | undefined {
  const bodies = scan.take(organisations)?.[0]?.toUpperCase().replace('CENELEC', 'CLC').replace(/[ -]/g, '')
  if (bodies !== undefined) scan.take(joint)
  const own = scan.take(european)?.[0]?.toUpperCase()
  if (own !== undefined) scan.take(joint)
  const publishers = readPublishers(scan)
  if (publishers.length > 0) scan.take(joint)
  const typed = scan.take(kind)?.[0]?.toLowerCase()
  const word = kinds.find((one) => one.toLowerCase() === typed)
  const type = own ?? bodies
  if (type === undefined) return undefined
  if (publishers.length > 0) {
    const chain = publishers.join('/')
    const joiner = chain === 'ISO' ? '/' : ' '
    return { type, adopts: word === undefined ? chain : `${chain}${joiner}${word}` }
  }
  if (own !== undefined) return word === undefined ? { type: own } : undefined
  return word === undefined ? undefined : { type: word === 'Guide' ? `${bodies} Guide` : `${bodies}/${word}` }
}

const kinds = ['TS', 'TR', 'Guide'] as const
const supplementKinds = ['A', 'AC', 'prA', 'FprA'] as const

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

/** `FprEN 18037`, `EN ISO/IEC 27001:2023`, `CEN/CLC/TR 18115:2024`, `EN 50131-1:2006/A1:2009`. */
export function printCen(d: CenDesignation): string {
  const heading = `${d.draft ?? ''}${d.type}${d.adopts === undefined ? '' : ` ${d.adopts}`}`
  return `${heading} ${printNumberedEdition(d)}${d.supplements.map(printSupplement).join('')}`
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

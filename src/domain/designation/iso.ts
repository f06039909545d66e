import type { IsoDesignation } from './designation.ts'
import { present, significantDigits } from './fields.ts'
import { printIsoSupplement, readIsoSupplements } from './iso-supplements.ts'
import { isoSeriesOfTheirOwn, isoStages, isoTypes, publisherPattern } from './iso-words.ts'
import { printDate, printNumberedEdition, readNumberedEdition } from './numbered-edition.ts'
import type { Scanner } from './scanner.ts'

const joint = /[ /&|-]{0,3}/y
const committee = /JTC ?1(?:[ /]?SC ?\d{1,3}(?!\d))?(?:[ /]?WG ?\d{1,3}(?!\d))?[ /-]{1,3}/iy
const ordinal = /([1-9])(?:st|nd|rd|th) (?=WD|CD|DIS|DTS|DTR)/iy
const stagePattern = new RegExp(`(${byLength(isoStages)})(?=[ /\\d-]|${byLength(isoTypes)})`, 'iy')
const typePattern = new RegExp(`(${byLength(isoTypes)}|IS)(?=[ \\d-])`, 'iy')
const language = / ?\(([EFRSAD](?:[/,][EFRSAD]){0,3}|[a-z]{2}(?:[/,][a-z]{2}){0,3})\)/iy
const workshop = /IWA(?=[ -]?\d)/iy

/** Reads a designation of ISO, IEC or a chain of publishers at the cursor: two readings for `27001-2022`. */
export function readIso(scan: Scanner): IsoDesignation[] {
  if (scan.take(workshop)) return readBody(scan, ['ISO'], undefined, 'IWA')
  const publishers = readPublishers(scan)
  if (!publishers.includes('ISO') && !publishers.includes('IEC')) return []
  scan.take(joint)
  scan.take(committee)
  const repeated = scan.take(ordinal)?.[0]
  const stage = readWord(scan, stagePattern, isoStages)
  scan.take(joint)
  const type = readWord(scan, typePattern, isoTypes)
  return readBody(scan, publishers, stage, type, repeated)
}

/** Publishers in the order they are printed, ISO and IEC first; empty where none stands at the cursor. */
export function readPublishers(scan: Scanner): string[] {
  const found = new Set<string>()
  for (let read = 0; read < longestChain; read++) {
    const start = scan.position()
    if (read > 0) scan.take(joint)
    const name = scan.take(publisherPattern)?.[0]?.toUpperCase()
    if (name === undefined) {
      scan.moveTo(start)
      break
    }
    found.add(name)
  }
  return [...leading.filter((one) => found.has(one)), ...[...found].filter((one) => !leading.includes(one))]
}

const leading = ['ISO', 'IEC']
const longestChain = 5

function readBody(
  scan: Scanner,
  publishers: string[],
  stage: string | undefined,
  type: string | undefined,
  repeated?: string,
): IsoDesignation[] {
  scan.take(joint)
  const editions = readNumberedEdition(scan)
  const supplements = editions.length > 0 ? readIsoSupplements(scan) : []
  const spoken = scan.take(language)?.[0]
  const iteration = repeated === undefined || repeated === '1' ? undefined : Number(repeated)
  return editions.map((edition) =>
    present({
      scheme: 'iso' as const,
      publishers,
      stage,
      type,
      ...edition,
      iteration: edition.iteration ?? iteration,
      supplements,
      language: spoken && printedLanguage(spoken),
    }),
  )
}

/** `(E)` is a letter of ISO's own, `(en)` a code of ISO 639. */
function printedLanguage(typed: string): string {
  const letters = typed.replaceAll(',', '/')
  return /^[a-z]{2}/i.test(letters) ? letters.toLowerCase() : letters.toUpperCase()
}

/** A word of the list in its printed form; `IS`, which nobody prints, is read and forgotten. */
function readWord(scan: Scanner, pattern: RegExp, words: readonly string[]): string | undefined {
  const typed = scan.take(pattern)?.[0]?.toLowerCase()
  return words.find((word) => word.toLowerCase() === typed)
}

/** `ISO/IEC DTS 27103`, `ISO/DIS 9001`, `ISO/IEC 18033-7:2022/AWI Amd 1`; ISO alone joins with a slash. */
export function printIso(d: IsoDesignation): string {
  const body = `${printNumberedEdition(d)}${d.supplements.map(printIsoSupplement).join('')}`
  const ending = d.language === undefined ? '' : `(${d.language})`
  if (d.type === 'IWA' && d.stage === undefined) return `IWA ${body}${ending}`
  const words = [d.stage, d.type].filter((word) => word !== undefined)
  const joiner = d.publishers.length === 1 && d.publishers[0] === 'ISO' && words[0] !== 'Guide' ? '/' : ' '
  const heading = words.length === 0 ? '' : `${joiner}${words.join(' ')}`
  return `${d.publishers.join('/')}${heading} ${body}${ending}`
}

/**
 * Number, part and supplements. Publishers, stage and the types TS, TR and PAS are left out: ISO and IEC count in one
 * series, so `ISO 27001` means ISO/IEC 27001, and a TR becomes a TS under its number. A supplement belongs to one edition.
 */
export function isoKey(d: IsoDesignation): string {
  const series = d.type !== undefined && isoSeriesOfTheirOwn.has(d.type) ? `${d.type} ` : ''
  const base = `ISO ${series}${significantDigits(d.number)}${d.part === undefined ? '' : `-${d.part}`}`
  if (d.supplements.length === 0) return base
  const chain = d.supplements.map((one, at) => {
    const carries = at < d.supplements.length - 1
    return `/${one.kind} ${one.number}${carries && one.year !== undefined ? `:${one.year}` : ''}`
  })
  return `${base}${d.year === undefined ? '' : printDate({ year: d.year })}${chain.join('')}`
}

function byLength(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|')
}

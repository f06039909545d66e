import { printAllParts } from './all-parts.ts'
import type { IsoDesignation, IsoSupplement } from './designation.ts'
import { present, significantDigits } from './fields.ts'
import {
  asIecPrints,
  printDelivery,
  printEdition,
  readDelivery,
  readEdition,
  readLanguage,
} from './iso-release.ts'
import { printIsoSupplement, readIsoSupplements } from './iso-supplements.ts'
import { isoSeriesOfTheirOwn, isoStages, isoTypes, publisherPattern } from './iso-words.ts'
import { type NumberForm, printDate, printNumberedEdition, readNumberedEdition } from './numbered-edition.ts'
import type { Scanner } from './scanner.ts'

const joint = /[ /&|-]{0,3}/y
const committee = /JTC ?1(?:[ /]?SC ?\d{1,3}(?!\d))?(?:[ /]?WG ?\d{1,3}(?!\d))?[ /-]{1,3}/iy
const ordinal = /([1-9])(?:st|nd|rd|th) (?=WD|CD|DIS|DTS|DTR)/iy
const gluedIteration = /([2-9])(?= \d)/y
const stageWords = byLength(isoStages)
const stagePattern = new RegExp(`(${stageWords})(?=[ /\\d-]|${byLength(isoTypes)})`, 'iy')
const typePattern = new RegExp(`(${byLength(isoTypes)}|IS)(?=[ \\d-])`, 'iy')
/** `CISPR/1456/DA` is a paper of the committee. */
const workingDocument = /(?=\/\d)/y
/** Before the publishers in other orders of words: French `Guide ISO/CEI 51`, `FprISO 8437` for a proof, `CD ISO 1`. */
const inverted = new RegExp(`(?:(guide|${stageWords})[ /]|(fpr) ?)(?=ISO|IEC|CEI|CISPR)`, 'iy')
/** `ISO/IEC 27090 (DIS)`: a stage behind the number. `ISO 9660 CD` is a disc. */
const lateStage = / \(?(PWI|AWI|DIS|FDIS|CDV|DTS|DTR)\)?(?![a-z\d])/iy
const workshop = new RegExp(`(?:ISO[ /-])?(?:(${stageWords}) ?)?IWA(?=[ -]?\\d)`, 'iy')

/** Reads a designation of ISO, IEC or a chain of publishers at the cursor: two readings for `27001-2022`. */
export function readIso(scan: Scanner): IsoDesignation[] {
  const agreed = scan.take(workshop)
  if (agreed) return readBody(scan, { publishers: ['ISO'], ...drafted(agreed[0]), type: 'IWA' })
  const [before, proof] = scan.take(inverted) ?? []
  const publishers = readPublishers(scan)
  if (!publishers.some((one) => ['ISO', 'IEC', 'CISPR'].includes(one))) return []
  if (publishers[0] === 'CISPR' && scan.take(workingDocument) !== undefined) return []
  scan.take(joint)
  scan.take(committee)
  const repeated = scan.take(ordinal)?.[0]
  const stage = wordOf(scan.take(stagePattern)?.[0] ?? (proof && 'PRF') ?? before, isoStages)
  const glued = stage === undefined ? undefined : scan.take(gluedIteration)?.[0]
  scan.take(joint)
  const type = wordOf(scan.take(typePattern)?.[0] ?? before, isoTypes)
  const bodies = type === 'IWA' ? ['ISO'] : publishers
  return readBody(scan, present({ publishers: bodies, stage, type }), repeated ?? glued)
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
    found.add(name === 'CEI' ? 'IEC' : name)
  }
  if (found.has('CISPR')) return ['CISPR']
  return [...leading.filter((one) => found.has(one)), ...[...found].filter((one) => !leading.includes(one))]
}

const leading = ['ISO', 'IEC']
const longestChain = 5

type Heading = Pick<IsoDesignation, 'publishers' | 'stage' | 'type'>

function readBody(scan: Scanner, heading: Heading, repeated?: string): IsoDesignation[] {
  scan.take(joint)
  const editions = readNumberedEdition(scan, numberForm(heading))
  if (editions.length === 0) return []
  const late = heading.stage === undefined ? wordOf(scan.take(lateStage)?.[0], isoStages) : undefined
  const chain = readIsoSupplements(scan)
  const numberedEdition = readEdition(scan)
  const ofIec = heading.publishers.some((one) => one === 'IEC' || one === 'CISPR')
  const delivery = ofIec ? readDelivery(scan) : undefined
  const edition = numberedEdition ?? readEdition(scan)
  const later = delivery === undefined ? [] : readIsoSupplements(scan)
  const supplements = [...chain.map((one) => joinedIn(one, heading, delivery)), ...later.map(apart)]
  const language = readLanguage(scan)
  const iteration = repeated === undefined || repeated === '1' ? undefined : Number(repeated)
  return editions.map((numbered) =>
    present({
      scheme: 'iso' as const,
      ...heading,
      stage: heading.stage ?? late,
      ...numbered,
      iteration: numbered.iteration ?? iteration,
      supplements,
      edition,
      delivery,
      language,
    }),
  )
}

function numberForm({ publishers }: Heading): NumberForm {
  if (publishers.includes('IEEE')) return 'ieee'
  return publishers.includes('ISO') ? 'iso' : 'iec'
}

/** Only IEC tells by a plus that a supplement is built in; whatever comes before `CSV` is. */
function joinedIn(one: IsoSupplement, heading: Heading, delivery: string | undefined): IsoSupplement {
  if (delivery === 'CSV') return { ...one, consolidated: true }
  return asIecPrints(present({ ...heading, delivery })) ? one : apart(one)
}

function apart({ consolidated: _, ...one }: IsoSupplement): IsoSupplement {
  return one
}

function drafted(typed: string | undefined): { stage?: string } {
  return present({ stage: wordOf(typed, isoStages) })
}

/** A word of the list in its printed form; `IS`, which nobody prints, is read and forgotten. */
function wordOf(typed: string | undefined, words: readonly string[]): string | undefined {
  return words.find((word) => word.toLowerCase() === typed?.toLowerCase())
}

/**
 * `ISO/IEC DTS 27103`, `ISO/DIS 9001`, `ISO/IEC 18033-7:2022/AWI Amd 1`; ISO alone joins with a slash, and so is a
 * draft of IEC printed in ISO's catalogue: `IEC/CD 81346-2`.
 */
export function printIso(d: IsoDesignation): string {
  const asIec = asIecPrints(d)
  const print = (one: IsoSupplement) => printIsoSupplement(one, asIec)
  const builtIn = d.supplements.filter((one) => one.consolidated).map(print)
  const others = d.supplements.filter((one) => !one.consolidated).map(print)
  const release =
    d.delivery === undefined
      ? `${builtIn.join('')}${others.join('')}${printEdition(d)}`
      : `${builtIn.join('')}${printDelivery(d)}${printEdition(d)}${others.join('')}`
  const language = d.language === undefined ? '' : `(${d.language})`
  return `${printHeading(d)} ${printNumberedEdition(d)}${printAllParts(d)}${release}${language}`
}

function printHeading({ publishers, stage, type }: IsoDesignation): string {
  const words = [stage, type].filter((word) => word !== undefined)
  if (type === 'IWA') return words.join(' ')
  const chain = publishers.join('/')
  const slashed = chain === 'ISO' ? words[0] !== 'Guide' : chain === 'IEC' && stage !== undefined
  return words.length === 0 ? chain : `${chain}${slashed ? '/' : ' '}${words.join(' ')}`
}

/**
 * Number, part and supplements. Publishers, stage and the types TS, TR and PAS are left out: ISO and IEC count in one
 * series, so `ISO 27001` means ISO/IEC 27001, and a TR becomes a TS under its number. A supplement belongs to one edition.
 */
export function isoKey(d: IsoDesignation): string {
  const base = `ISO ${series(d)}${significantDigits(d.number)}${d.part === undefined ? '' : `-${d.part}`}`
  const supplements = d.supplements.filter((one) => !one.consolidated)
  if (supplements.length === 0) return base
  const chain = supplements.map((one, at) => {
    const carries = at < supplements.length - 1
    return `/${one.kind} ${one.number ?? ''}${carries && one.year !== undefined ? `:${one.year}` : ''}`
  })
  return `${base}${d.year === undefined ? '' : printDate({ year: d.year })}${chain.join('')}`
}

function series({ publishers, stage, type }: IsoDesignation): string {
  if (publishers.includes('CISPR')) return 'CISPR '
  const counted = stage?.endsWith('Guide') ? 'Guide' : type
  return counted !== undefined && isoSeriesOfTheirOwn.has(counted) ? `${counted} ` : ''
}

function byLength(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|')
}

import type { Designation } from './designation.ts'
import { designationNumber } from './designation-number.ts'
import { isoStages, supplementStages } from './iso-words.ts'
import { printDesignation } from './print-designation.ts'

const schemes: readonly Designation['scheme'][] = [
  'national',
  'plan',
  'tc260-document',
  'tc260-guide',
  'iso',
  'cen',
  'etsi',
  'ietf-series',
  'internet-draft',
]

/**
 * The order of a printed list: scheme, family, number, part, then the editions of one text from the oldest, drafts of
 * an edition by stage and iteration. A total order: 0 only for designations that print alike.
 */
export function compareDesignations(a: Designation, b: Designation): number {
  const left = position(a)
  const right = position(b)
  for (const [at, one] of left.entries()) {
    const difference = compareNaturally(one, right[at] ?? '')
    if (difference !== 0) return difference
  }
  return (
    compareNaturally(printDesignation(a), printDesignation(b)) ||
    compareText(printDesignation(a), printDesignation(b))
  )
}

function position(d: Designation): string[] {
  const { number = '', part = '', year } = designationNumber(d) ?? {}
  return [
    String(schemes.indexOf(d.scheme)),
    family(d),
    number,
    part,
    supplementOrder(d),
    String(year ?? 9_999),
    String(stageOrder(d)),
    String(('iteration' in d ? d.iteration : undefined) ?? 1),
  ]
}

function family(d: Designation): string {
  switch (d.scheme) {
    case 'national':
      return d.prefix
    case 'tc260-document':
      return d.series ?? ''
    case 'etsi':
      return `${d.type} ${d.group ?? ''}`
    case 'ietf-series':
      return d.series
    case 'internet-draft':
      return d.name
    default:
      return ''
  }
}

/** The text itself stands before its supplements. */
function supplementOrder(d: Designation): string {
  if (d.scheme === 'national') return d.amendment === undefined ? '' : `${d.year ?? ''} ${d.amendment.number}`
  if (d.scheme === 'etsi') return d.supplements?.join(' ') ?? ''
  if ((d.scheme !== 'iso' && d.scheme !== 'cen') || d.supplements.length === 0) return ''
  return `${d.year ?? ''} ${d.supplements.map((one) => `${one.kind} ${one.number ?? 0}`).join(' ')}`
}

function stageOrder(d: Designation): number {
  if (d.scheme === 'cen') return ['pr', 'Fpr', undefined].indexOf(d.draft)
  if (d.scheme === 'etsi') return ['Draft', 'Final draft', undefined].indexOf(d.draft)
  if (d.scheme === 'internet-draft') return d.revision ?? 100
  if (d.scheme !== 'iso') return 0
  const last = d.supplements.at(-1)
  const stage = last === undefined ? d.stage : last.stage
  if (stage === undefined) return 100
  const words = isoStages.indexOf(stage)
  return words >= 0 ? words : supplementStages.length + 40 + stage.length
}

/** Runs of digits compare as numbers, everything else by code unit; `9` stands before `10`. */
function compareNaturally(a: string, b: string): number {
  const left = a.match(runs) ?? []
  const right = b.match(runs) ?? []
  for (const [at, one] of left.entries()) {
    const other = right[at]
    if (other === undefined) return 1
    const difference =
      /^\d/.test(one) && /^\d/.test(other) ? Number(one) - Number(other) : compareText(one, other)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

const runs = /\d+|\D+/g

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

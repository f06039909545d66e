import { compareDesignations, type Designation } from '../designation/rules.ts'
import { byProgress } from '../standard/projects.ts'
import type { RecordName, StandardRecord } from '../standard/record.ts'
import { type Catalogue, calledBy } from './catalogue.ts'
import { editDistance } from './edit-distance.ts'
import { mostGuessed } from './found.ts'
import { top } from './top.ts'

const otherFamily = 0.75
const otherPart = 0.25
const otherYear = 0.1
/** A guess this much further off than the nearest is not worth reading. */
const widest = 1
/** A text has a few names each, and comparing them is dear. */
const mostRanked = 6 * mostGuessed

/**
 * Records whose names may have been meant where this one does not exist: another edition, the number in another
 * family, or a number that a slip of the finger makes of it. The nearest first.
 */
export function nearNames(catalogue: Catalogue, asked: Designation): StandardRecord[] {
  const number = calledBy(asked)
  const near = /^\d+$/.test(number) ? nearNumbers(catalogue, number) : nearWords(catalogue, number)
  const ranked = top(
    near.map(({ name, slips }) => ({ name, distance: slips + difference(name.designation, asked) })),
    mostRanked,
    (a, b) => a.distance - b.distance || byLikelihood(a.name, b.name),
  )
  const nearest = ranked[0]?.distance ?? 0
  return [
    ...new Set(ranked.flatMap(({ name, distance }) => (distance > nearest + widest ? [] : [name.record]))),
  ]
}

type Near = { name: RecordName; slips: number }

/**
 * Where there are few numbers all are compared. Else digits that are few slips away are made up and looked up: what
 * that costs depends on the length of what was typed and not on how many standards there are. Two slips only where
 * one does not bring enough to choose from.
 */
function nearNumbers(catalogue: Catalogue, number: string): Near[] {
  const limit = slipsAllowed(number)
  const found: Near[] = []
  const take = (one: string, slips: number) => {
    for (const name of catalogue.numbered(one))
      if (calledBy(name.designation) === one) found.push({ name, slips })
  }
  const isEnough = () => new Set(found.map(({ name }) => name.key)).size >= mostGuessed
  if (catalogue.numbers().size <= fewNumbers) {
    for (const one of catalogue.numbers().keys()) {
      const slips = editDistance(number, one, limit)
      if (slips <= limit) take(one, slips)
    }
    return found
  }
  const seen = new Set<string>()
  let edge = [number]
  for (let slips = 0; slips <= limit; slips++) {
    for (const one of edge) {
      if (seen.has(one)) continue
      seen.add(one)
      if (catalogue.hasNumber(one)) take(one, slips)
    }
    if (isEnough()) break
    if (slips < limit) edge = edge.flatMap(slipsOf)
  }
  return found
}

/** To compare so many costs less than to make up what may have been meant. */
const fewNumbers = 3_000

/** Two slips in a number of five digits or more; in a short one nearly everything is two slips away. */
function slipsAllowed(number: string): number {
  if (number.length > longestNumber) return 0
  return number.length >= 5 ? 2 : number.length >= 3 ? 1 : 0
}

const longestNumber = 9
const digits = [...'0123456789']

/** All digits that one slip makes of these: one left out, put in, replaced, or two neighbours swapped. */
function slipsOf(number: string): string[] {
  const made = new Set<string>()
  for (let at = 0; at <= number.length; at++) {
    const head = number.slice(0, at)
    const here = number.charAt(at)
    const tail = number.slice(at + 1)
    for (const digit of digits) made.add(`${head}${digit}${here}${tail}`)
    if (here === '') continue
    made.add(`${head}${tail}`)
    for (const digit of digits) made.add(`${head}${digit}${tail}`)
    if (tail !== '') made.add(`${head}${tail.charAt(0)}${here}${tail.slice(1)}`)
  }
  return [...made]
}

function nearWords(catalogue: Catalogue, called: string): Near[] {
  const limit = called.length >= 5 ? 2 : called.length >= 3 ? 1 : 0
  return catalogue.unnumbered().flatMap((name) => {
    const slips = editDistance(called.toLowerCase(), calledBy(name.designation).toLowerCase(), limit)
    return slips <= limit ? [{ name, slips }] : []
  })
}

function difference(name: Designation, asked: Designation): number {
  const family = familyOf(name) === familyOf(asked) ? 0 : otherFamily
  const part = partOf(name) === partOf(asked) ? 0 : otherPart
  const year = yearOf(name) === yearOf(asked) ? 0 : otherYear
  return family + part + year
}

/** Present names before former ones, then whatever is further on its way. */
function byLikelihood(a: RecordName, b: RecordName): number {
  return (
    Number(b.role === 'present') - Number(a.role === 'present') ||
    Number(b.record.state === 'published') - Number(a.record.state === 'published') ||
    (b.year ?? 0) - (a.year ?? 0) ||
    compareDesignations(b.designation, a.designation) ||
    byProgress(a.record, b.record)
  )
}

/** The family that a designation's number belongs to: numbers of one family are near each other. */
function familyOf(d: Designation): string {
  return d.scheme === 'national' ? d.prefix : d.scheme === 'ietf-series' ? d.series : d.scheme
}

function partOf(d: Designation): string | undefined {
  return 'part' in d ? d.part : undefined
}

function yearOf(d: Designation): number | undefined {
  return 'year' in d ? d.year : undefined
}

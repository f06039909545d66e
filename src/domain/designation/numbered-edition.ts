import { readAllParts } from './all-parts.ts'
import type { NumberedEdition } from './designation.ts'
import { present, wholeNumber } from './fields.ts'
import type { Scanner } from './scanner.ts'

/** What numbers and parts may hold beside digits: IEC's old supplements and IEEE's parts have letters. */
export type NumberForm = 'digits' | 'iso' | 'iec' | 'ieee'

const iteration = String.raw`(?:\.(\d{1,2})(?!\d))?`
const digitPart = String.raw` ?- ?\d{1,5}(?!\d)`
/** A letter is believed before a date, a supplement, a language or the end. */
const closed = String.raw`(?=[/+] ?(?:[A-Z]{2,3} )?[DFP]{0,2}(?:AMD?|COR|ISH|FRAG|ADD|SUP|EXT|A) ?\d|\([A-Z]| \(all| ?[:(]? ?(?:19|20)\d{2}(?!\d)| ?(?:CSV|[REC][LXM]V|SER|DB|ED ?\d)|$)`
const letteredPart = String.raw`- ?\d{1,3}[A-Z]${closed}`
const wordPart = String.raw`-(?:[A-Z](?:\d{2})?|HBK|BD|CGMES|SP\d)${closed}`
const ieeePart = String.raw`- ?\d{1,2}[A-Z]{1,2}(?![A-Z\d])`
const bases: Readonly<Record<NumberForm, RegExp>> = {
  digits: base(String.raw`\d{1,6}(?!\d)`, digitPart),
  iso: base(String.raw`\d{1,6}(?!\d)`, letteredPart, wordPart, digitPart),
  iec: base(String.raw`\d{1,6}(?:[A-Z]${closed}|(?!\d))`, letteredPart, wordPart, digitPart),
  ieee: base(String.raw`\d{1,6}(?!\d)`, ieeePart, wordPart, digitPart),
}
const date =
  /(?: ?: ?| )((?:19|20)\d{2})(?!\d)(?:-(0[1-9]|1[0-2])(?!\d))?(?:年?版)?| ?\( ?((?:19|20)\d{2})(?:年?版)? ?\)/y
const yearLike = /^(?:19|20)\d{2}$/
/** Digits in two groups, or something short behind a hyphen that may be a part: then the number is not understood. */
const halfRead = /(?= ?\d|-[a-z]{1,3}\d{0,5}(?![a-z\d]))/iy

/**
 * Reads number, parts, iteration and date at the cursor. Where the only part looks like a year and no date follows,
 * as in `27001-2022`, both readings come out, the year first: ISO 10303 has parts of four digits. Behind another part,
 * as in `15408-1-2022`, it is the year: no part is divided so far.
 */
export function readNumberedEdition(scan: Scanner, form: NumberForm): NumberedEdition[] {
  const found = scan.take(bases[form])
  if (found === undefined) return []
  const [number = '', tail = '', repeated] = found
  const parts = tail.replaceAll(' ', '').toUpperCase().split('-').slice(1)
  const { year, month } = readDate(scan)
  if (year === undefined && scan.take(halfRead) !== undefined) return []
  const allParts = readAllParts(scan)
  const edition = (over: { part: string | undefined; year: number | undefined }) =>
    present({ number: number.toUpperCase(), iteration: wholeNumber(repeated), month, allParts, ...over })
  const asTyped = edition({ part: joined(parts), year })
  const last = parts.at(-1)
  if (year !== undefined || repeated !== undefined || last === undefined || !yearLike.test(last))
    return [asTyped]
  const dated = edition({ part: joined(parts.slice(0, -1)), year: Number(last) })
  return parts.length > 1 ? [dated] : [dated, asTyped]
}

/** Reads `:2022` or `:2022-10`; a space may stand for the colon, parentheses around the year. */
export function readDate(scan: Scanner): { year?: number; month?: number } {
  const [year, month, enclosed] = scan.take(date) ?? []
  return present({ year: wholeNumber(year ?? enclosed), month: wholeNumber(month) })
}

/** `18033-7.2:2022-10`. */
export function printNumberedEdition(d: NumberedEdition): string {
  const part = d.part === undefined ? '' : `-${d.part}`
  return `${d.number}${part}${printIteration(d.iteration)}${printDate(d)}`
}

/** `.2`, or nothing for the first. */
export function printIteration(iteration: number | undefined): string {
  return iteration === undefined ? '' : `.${iteration}`
}

/** `:2022`, `:2022-10`, or nothing. */
export function printDate(d: { year?: number; month?: number }): string {
  if (d.year === undefined) return ''
  return `:${d.year}${d.month === undefined ? '' : `-${String(d.month).padStart(2, '0')}`}`
}

function base(number: string, ...parts: string[]): RegExp {
  return new RegExp(`((?!0+(?!\\d))${number})((?:${parts.join('|')}){0,3})${iteration}`, 'iy')
}

function joined(parts: string[]): string | undefined {
  return parts.length === 0 ? undefined : parts.join('-')
}

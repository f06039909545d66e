import type { NumberedEdition } from './designation.ts'
import { present, wholeNumber } from './fields.ts'
import type { Scanner } from './scanner.ts'

const base = /(\d{1,6})(?!\d)((?: ?- ?\d{1,4}(?!\d)){0,3})(?:\.(\d{1,2})(?!\d))?/y
const date = /(?: ?: ?| )((?:19|20)\d{2})(?!\d)(?:-(0[1-9]|1[0-2])(?!\d))?/y
const yearLike = /^(?:19|20)\d{2}$/

/**
 * Reads number, parts, iteration and date at the cursor. Where the last part looks like a year and no date follows,
 * as in `27001-2022`, both readings come out, the year first: no such part exists as far as the grammar knows.
 */
export function readNumberedEdition(scan: Scanner): NumberedEdition[] {
  const found = scan.take(base)
  if (found === undefined) return []
  const [number = '', tail = '', iteration] = found
  const parts = tail.replaceAll(' ', '').split('-').slice(1)
  const { year, month } = readDate(scan)
  const edition = (over: { part: string | undefined; year: number | undefined }) =>
    present({ number, iteration: wholeNumber(iteration), month, ...over })
  const asTyped = edition({ part: joined(parts), year })
  const last = parts.at(-1)
  if (year !== undefined || iteration !== undefined || last === undefined || !yearLike.test(last))
    return [asTyped]
  return [edition({ part: joined(parts.slice(0, -1)), year: Number(last) }), asTyped]
}

/** Reads `:2022` or `:2022-10`; a space may stand for the colon. */
export function readDate(scan: Scanner): { year?: number; month?: number } {
  const [year, month] = scan.take(date) ?? []
  return present({ year: wholeNumber(year), month: wholeNumber(month) })
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

function joined(parts: string[]): string | undefined {
  return parts.length === 0 ? undefined : parts.join('-')
}

import type { Designation } from './designation.ts'
import { present, significantDigits } from './fields.ts'

/** The digits by which people call a text, without leading zeros; `part` in the form of its scheme. */
export type DesignationNumber = { number: string; part?: string; year?: number }

/** The number, part and year of a designation; undefined for an Internet-Draft and a guide without its number. */
export function designationNumber(d: Designation): DesignationNumber | undefined {
  switch (d.scheme) {
    case 'internet-draft':
      return undefined
    case 'tc260-guide':
      return d.sequence === undefined ? undefined : { number: `${d.year}${d.sequence}` }
    case 'plan':
      return { number: d.number }
    case 'ietf-series':
      return { number: String(d.number) }
    case 'tc260-document':
      return present({ number: String(d.number), year: d.year })
    default:
      return present({ number: significantDigits(d.number), part: d.part, year: d.year })
  }
}

import { printDesignation } from '../../designation/rules.ts'
import { designationOf } from '../names.ts'

/** Slips in a number of which one, or all together, may make it a designation; the plainest first. */
const mends: readonly ((text: string) => string)[] = [
  // Years of two digits: GB/T 47027-25.
  (text) =>
    text.replace(/([-:])(\d{2})$/, (_, mark: string, year: string) => `${mark}${centuryOf(year)}${year}`),
  // A year behind a point: GB/T 22239.2019.
  (text) => text.replace(/\.((?:19|20)\d{2})$/, '-$1'),
  // Letters for digits: GB/T 222O9-2O19.
  (text) => text.replace(/(?<=\d)[Oo]|[Oo](?=\d)/g, '0').replace(/(?<=\d)[Il]|[Il](?=\d)/g, '1'),
  // GBZ 188, GT/B 1.
  (text) => text.replace(/^([A-Z]{2,3})([TZ])(?=\s*\d)/i, '$1/$2 '),
  (text) => text.replace(/^G([TZ])\/B(?=\s*\d)/i, 'GB/$1'),
]

/** The designation that a text which is none was most likely meant to be; undefined where none is near. */
export function nearestDesignation(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[–—−]/g, '-').trim()
  const all = mends.reduce((mended, mend) => mend(mended), plain)
  for (const one of [...mends.map((mend) => mend(plain)), all]) {
    const designation = designationOf(one)
    if (designation !== undefined) return printDesignation(designation)
  }
  return undefined
}

function centuryOf(year: string): string {
  return Number(year) < 70 ? '20' : '19'
}

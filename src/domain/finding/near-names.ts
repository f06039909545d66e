import type { Designation } from '../designation/rules.ts'
import { editDistance } from './edit-distance.ts'
import { byCurrency, calledBy, familyOf, type NamedText } from './named-text.ts'

const otherFamily = 0.75
const otherPart = 0.25
const otherYear = 0.1
/** A guess this much further off than the nearest is not worth reading. */
const widest = 1

/**
 * Names that may have been meant where this one does not exist: another edition, the number in another family, or a
 * number that a slip of the finger makes of it. The nearest first, one name an entry.
 */
export function nearNames(names: readonly NamedText[], asked: Designation): NamedText[] {
  const number = calledBy(asked)
  const limit = slipsAllowed(number)
  const near: { name: NamedText; distance: number }[] = []
  for (const name of names) {
    const slips = editDistance(number, name.called, limit)
    if (slips <= limit) near.push({ name, distance: slips + difference(name.designation, asked) })
  }
  near.sort((a, b) => a.distance - b.distance || byCurrency(a.name, b.name))
  const nearest = near[0]?.distance ?? 0
  const seen = new Set<string>()
  return near.flatMap(({ name, distance }) => {
    if (distance > nearest + widest || seen.has(name.entry.id)) return []
    seen.add(name.entry.id)
    return [name]
  })
}

/** Two slips in a number of five digits or more; in a short one nearly everything is two slips away. */
function slipsAllowed(number: string): number {
  return number.length >= 5 ? 2 : number.length >= 3 ? 1 : 0
}

function difference(name: Designation, asked: Designation): number {
  const family = familyOf(name) === familyOf(asked) ? 0 : otherFamily
  const part = partOf(name) === partOf(asked) ? 0 : otherPart
  const year = yearOf(name) === yearOf(asked) ? 0 : otherYear
  return family + part + year
}

function partOf(d: Designation): string | undefined {
  return 'part' in d ? d.part : undefined
}

function yearOf(d: Designation): number | undefined {
  return 'year' in d ? d.year : undefined
}

import { isSurelyAfter, type PartialDay } from '../../calendar/day.ts'
import type { Designation } from '../../designation/rules.ts'
import { designationOf } from '../names.ts'
import type { Standard } from '../rules.ts'
import type { Doubt } from './import-plan.ts'

/** A text that is approved in December bears that year, and comes out in the next. */
const yearsApart = 1

/**
 * Days and a number of one text that hardly go together; undefined where they do, or where a record had them before.
 * @param asOf when the file says what it says
 */
export function doubtedDays(
  after: Standard,
  before: Standard | undefined,
  asOf: PartialDay,
): Pick<Doubt, 'kind' | 'days'> | undefined {
  const { designation, publishedOn, effectiveOn } = after
  if (
    before?.designation === designation &&
    before.publishedOn === publishedOn &&
    before.effectiveOn === effectiveOn
  )
    return undefined
  const name = designationOf(designation)
  const year = bornIn(name)
  if ((year ?? plannedIn(name) ?? 0) > Number(asOf.slice(0, 4)) + yearsApart)
    return { kind: 'year-ahead', days: { asOf } }
  if (publishedOn === undefined) return undefined
  if (year !== undefined && Math.abs(year - Number(publishedOn.slice(0, 4))) > yearsApart)
    return { kind: 'other-year', days: { publishedOn } }
  return effectiveOn !== undefined && isSurelyAfter(publishedOn, effectiveOn)
    ? { kind: 'early-effect', days: { publishedOn, effectiveOn } }
    : undefined
}

/** The year in which a text came out, as its name bears it; that of the amendment where it is one. */
export function bornIn(designation: Designation | undefined): number | undefined {
  switch (designation?.scheme) {
    case 'national':
      return (designation.amendment ?? designation).year
    case 'iso':
    case 'cen':
      return (designation.supplements.at(-1) ?? designation).year
    case 'tc260-guide':
    case 'tc260-document':
      return designation.year
    default:
      return undefined
  }
}

function plannedIn(designation: Designation | undefined): number | undefined {
  const isPlan = designation?.scheme === 'plan' && designation.number.length === 8
  return isPlan ? Number(designation.number.slice(0, 4)) : undefined
}

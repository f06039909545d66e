import { isDay, isSurelyAfter, type PartialDay } from '../../calendar/day.ts'
import { designationOf, keyOfCanonical } from '../names.ts'
import { bornIn } from './doubted-days.ts'
import type { Given, ImportRow, Problem, RowFault } from './given.ts'

/** What has happened when a list tells of it; the day when a text comes into force and a target may lie ahead. */
const past = ['publishedOn', 'stageSince', 'plannedOn'] as const
const days = [...past, 'effectiveOn', 'targetOn', 'extendedTo', 'asOf'] as const

/** No text that a committee keeps is older; a year before is a slip of the pen. */
const firstYear = '1900'

/**
 * What a row says that can't be, whatever is on record.
 * @param asOf when the file says what it says: nobody knows what happened after
 */
export function impossibleIn({ place, given }: ImportRow, asOf: PartialDay): RowFault[] {
  const latest = toldAsOf(given, asOf)
  const told = [
    ...days.map((field) => ({
      field,
      day: given[field],
      isPast: (past as readonly string[]).includes(field),
    })),
    ...(given.history ?? []).map(({ on }) => ({ field: 'history' as const, day: on, isPast: true })),
  ]
  const faults = told.flatMap(({ field, day, isPast }): RowFault[] => {
    if (day === undefined) return []
    const meant = field === 'publishedOn' ? inOwnYear(given, day, latest) : undefined
    const nearest = meant === undefined ? {} : { nearest: meant }
    const fault = (problem: Problem) => [{ place, field, value: day, problem }]
    if (day.slice(0, 4) < firstYear) return fault({ kind: 'too-early', ...nearest })
    return isPast && isSurelyAfter(day, latest) ? fault({ kind: 'ahead', asOf: latest, ...nearest }) : []
  })
  const { designation, replaces = [] } = given
  const own = designation === undefined ? undefined : keyOfCanonical(designation)
  const itself = replaces.find((name) => keyOfCanonical(name) === own)
  return itself === undefined
    ? faults
    : [...faults, { place, field: 'replaces', value: itself, problem: { kind: 'itself' } }]
}

/** The latest day of which a row can tell: that of its file, or its own where that is later. */
export function toldAsOf({ asOf }: Given, ofFile: PartialDay): PartialDay {
  return asOf !== undefined && isSurelyAfter(asOf, ofFile) ? asOf : ofFile
}

/** The day of publication in the year that the designation bears, which is the likeliest slip. */
function inOwnYear({ designation }: Given, day: PartialDay, latest: PartialDay): PartialDay | undefined {
  const year = designation === undefined ? undefined : bornIn(designationOf(designation))
  const meant = year === undefined ? day : `${year}${day.slice(4)}`
  const isMeant = meant !== day && !isSurelyAfter(meant, latest) && (meant.length < 10 || isDay(meant))
  return isMeant ? meant : undefined
}

import { designationNumber } from '../../designation/rules.ts'
import { compactTitle, foldTitle } from '../../finding/fold-title.ts'
import { designationOf, keyOfCanonical } from '../names.ts'
import type { Standard } from '../rules.ts'
import type { Added, Doubt } from './import-plan.ts'

/** A title of fewer characters is too plain to tell a text: 术语. */
const shortestTelling = 6

/**
 * New standards that have the title of another number of the same scheme, on record or in the file. They are told and
 * taken: a title may be given twice, as to a text that replaces another, but a slip in a number looks the same.
 */
export function sameTitles(added: readonly Added[], records: readonly Standard[]): Doubt[] {
  const told = new Set(added.flatMap(({ standard }) => titleKeys(standard)))
  const bearers = new Map<string, Standard>()
  const note = (standard: Standard) => {
    for (const key of titleKeys(standard)) if (told.has(key) && !bearers.has(key)) bearers.set(key, standard)
  }
  if (told.size > 0) for (const record of records) note(record)
  return added.flatMap(({ places, standard }) => {
    const other = titleKeys(standard)
      .map((key) => bearers.get(key))
      .find((bearer) => bearer !== undefined && isOtherNumber(standard, bearer))
    note(standard)
    if (other === undefined) return []
    const { id, designation } = other
    return [
      {
        kind: 'same-title' as const,
        isHeld: false,
        places,
        designation: standard.designation,
        other: { id, designation },
      },
    ]
  })
}

function titleKeys({ titles }: Standard): string[] {
  return [titles.zh, titles.en].flatMap((title) => {
    const key = title === undefined ? '' : compactTitle(foldTitle(title))
    return key.length < shortestTelling ? [] : [key]
  })
}

/**
 * Editions, drafts and amendments of one number share its title, and so do a text and the one that it replaces, or the
 * one of another body that it adopts.
 */
function isOtherNumber(a: Standard, b: Standard): boolean {
  if (a.project !== undefined && a.project === b.project) return false
  const [one, other] = [designationOf(a.designation), designationOf(b.designation)]
  if (one === undefined || other === undefined)
    return keyOfCanonical(a.designation) !== keyOfCanonical(b.designation)
  if (one.scheme !== other.scheme) return false
  const [left, right] = [designationNumber(one), designationNumber(other)]
  if (left?.number === right?.number && left?.part === right?.part) return false
  return ![...a.replaces, ...b.replaces, ...a.otherNames, ...b.otherNames].some(
    (name) => name === a.designation || name === b.designation,
  )
}

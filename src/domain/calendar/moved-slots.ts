import { type Rule, type Slot, slotsOf } from '../schedule/rules.ts'
import { addDays, type Day } from './day.ts'
import { daysFrom } from './marking.ts'

/** What the schedule names for `nominalOn` was due on `from`; it is due at `slot` now, or never where there is none. */
export type MovedSlot = { nominalOn: Day; from: Day; slot?: Slot }

/** No slot of a day further away is moved by a mark, unless so many days in a row are off. */
const furthestDays = 31

/**
 * Which slots ahead of `now` are moved where the calendar of the first rule becomes that of the second, which differs
 * from it on these days alone; earliest first.
 */
export function movedSlots(was: Rule, is: Rule, days: readonly Day[], now: Date): MovedSlot[] {
  const { first, last } = touched([was, is], days)
  return daysFrom(first, last).flatMap((nominalOn) => {
    const [before] = slotsOf(was, nominalOn)
    const [after] = slotsOf(is, nominalOn)
    if (before?.on === after?.on || before === undefined) return []
    if (before.at <= now && (after === undefined || after.at <= now)) return []
    return [{ nominalOn, from: before.on, ...(after !== undefined && { slot: after }) }]
  })
}

/** What is nominally due beyond the nearest day on either side that is worked by both passes over none of these days. */
function touched(rules: readonly Rule[], days: readonly Day[]): { first: Day; last: Day } {
  const isWorked = (day: Day) => rules.every(({ calendar }) => calendar.isWorkingDay(day))
  let [first = ''] = days
  let last = days.at(-1) ?? first
  for (let i = 0; i < furthestDays && (i === 0 || !isWorked(first)); i++) first = addDays(first, -1)
  for (let i = 0; i < furthestDays && (i === 0 || !isWorked(last)); i++) last = addDays(last, 1)
  return { first, last }
}

import type { Day } from '../calendar/day.ts'
import { nextSlots, type Schedule, type Slot } from './rules.ts'

/** Days and hours before a day begins anywhere, in which a slot of it can't lie. */
const leadMs = 36 * 3_600_000
/** As many slots lie at most between that and the end of the day. */
const slotsBetween = 5

/** The slot of a schedule that is really due on the day. */
export function slotOn(schedule: Schedule, on: Day): Slot | undefined {
  const before = new Date(Date.parse(`${on}T00:00:00Z`) - leadMs)
  const after = before < schedule.activeSince ? schedule.activeSince : before
  return nextSlots(schedule, after, slotsBetween).find((slot) => slot.on === on)
}

import { DateTime } from 'luxon'
import { addDays, type Day, dayIn } from '../calendar/day.ts'
import { longestBreakDays, type WorkingCalendar } from '../calendar/working-calendar.ts'
import { type QuietHours, quietUntil } from '../reminder/quiet-hours.ts'
import type { Schedule, Slot } from '../schedule/rules.ts'
import { slotOn } from '../schedule/slot-on.ts'

/**
 * When something is said to a group that an outage, or a day marked meanwhile, has made late: at once on a working day of the
 * group's outside the quiet hours, else at the first moment that is such; `on` is its day in `zone`, the group's.
 */
export function timeForLate(
  now: Date,
  zone: string,
  calendar: WorkingCalendar,
  quietHours: QuietHours,
): { at: Date; on: Day } {
  const today = dayIn(zone, now)
  for (let ahead = 0; ahead <= longestBreakDays; ahead += 1) {
    const on = addDays(today, ahead)
    if (!calendar.isWorkingDay(on)) continue
    const begin = ahead === 0 ? now : DateTime.fromISO(on, { zone }).toJSDate()
    const at = quietUntil(begin, quietHours, zone) ?? begin
    if (dayIn(zone, at) === on) return { at, on }
  }
  return { at: now, on: today }
}

/**
 * A slot that is late, with when it is said after all; undefined where that is the day of another slot of the schedule, to
 * which it gives way: nobody hears two of a kind on one day.
 */
export function lateSlot(
  slot: Slot,
  schedule: Schedule,
  zone: string,
  quietHours: QuietHours,
  now: Date,
): Slot | undefined {
  const { at, on } = timeForLate(now, zone, schedule.calendar, quietHours)
  return slotOn(schedule, on) === undefined ? { at, on, nominalOn: slot.nominalOn } : undefined
}

import { DateTime } from 'luxon'

/** Whether the wall clock of `zone` (an IANA name) shows `time` (`HH:MM`) or later on the day on which `at` falls there. */
export function isPast(time: string, zone: string, at: Date): boolean {
  return DateTime.fromJSDate(at, { zone }).toFormat('HH:mm') >= time
}

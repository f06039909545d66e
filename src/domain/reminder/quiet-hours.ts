import { DateTime } from 'luxon'

/** From one wall-clock time `HH:MM` until another, over midnight where the second is earlier; none where they are equal. */
export type QuietHours = { from: string; until: string }

/**
 * When the quiet hours end in which `at` falls on the wall clock of `zone` (an IANA name); undefined where it falls in
 * none. A time that DST skips is moved forward by the gap; of one that DST repeats the next to come counts, so that the
 * hours are read on the clock as it is at each moment.
 */
export function quietUntil(at: Date, { from, until }: QuietHours, zone: string): Date | undefined {
  const here = DateTime.fromJSDate(at, { zone })
  const time = here.toFormat('HH:mm')
  const isQuiet = from <= until ? from <= time && time < until : time >= from || time < until
  if (!isQuiet) return undefined
  const [hour = 0, minute = 0] = until.split(':').map(Number)
  const { year, month, day } = time < until ? here : here.plus({ days: 1 })
  const ends = DateTime.fromObject({ year, month, day, hour, minute }, { zone }).getPossibleOffsets()
  const ahead = ends.map((end) => end.toMillis()).filter((end) => end > at.getTime())
  return new Date(Math.min(...ahead))
}

/** Quiet hours are never longer: a day, on which the clocks may go back. */
export const longestQuietMs = 25 * 3_600_000

import { localMinute } from './local-minute.ts'

/** The instant a Slack timestamp names, to the millisecond. */
export function instantOf(ts: string): Date {
  return new Date(Number(ts) * 1000)
}

/** The calendar day in a zone, as `2026-11-23`. */
export function dayIn(instant: Date, zone: string): string {
  return localMinute(instant.getTime() / 1000, zone).slice(0, 10)
}

/** Hours and minutes in a zone, as the locale writes them. */
export function timeIn(instant: Date, zone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, timeStyle: 'short' }).format(instant)
}

/** Weekday and date in a zone, as the locale writes them, the year only where it is not the current one. */
export function longDayIn(instant: Date, now: Date, zone: string, locale: string): string {
  const year = (at: Date) => dayIn(at, zone).slice(0, 4)
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(year(instant) === year(now) ? {} : { year: 'numeric' as const }),
  }).format(instant)
}

/** −1 for yesterday, 0 for today, 1 for tomorrow, in a zone; further days likewise. */
export function daysFrom(now: Date, instant: Date, zone: string): number {
  return Math.round((Date.parse(dayIn(instant, zone)) - Date.parse(dayIn(now, zone))) / 86_400_000)
}

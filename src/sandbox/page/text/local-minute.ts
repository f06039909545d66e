/** A moment by the clock of a zone, as a `datetime-local` field wants it: `2026-11-23T20:19`. */
export function localMinute(seconds: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(seconds * 1000))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/**
 * The reverse, in seconds since 1970, or null for anything else than such a text. A time that the zone's clock
 * skips in spring is read with the offset that holds after it.
 */
export function secondsOfLocal(text: string, zone: string): number | null {
  const wanted = Date.parse(`${text}Z`) / 1000
  if (Number.isNaN(wanted)) return null
  const offset = (seconds: number) => Date.parse(`${localMinute(seconds, zone)}Z`) / 1000 - seconds
  const first = wanted - offset(wanted)
  return wanted - offset(first)
}

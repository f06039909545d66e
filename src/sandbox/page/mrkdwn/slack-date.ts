import { dayIn, daysFrom, timeIn } from '../text/clock.ts'

/**
 * Fills in a format of Slack's `<!date^…>`, such as `{date_short} at {time}`. Where a token is unknown, Slack
 * shows the fallback, and so does this.
 *
 * @param at the instant that is written
 */
export function formatSlackDate(
  at: Date,
  format: string,
  fallback: string,
  speech: { locale: string; zone: string },
  now: Date,
): string {
  const { locale, zone } = speech
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(at)
  const pretty = (plain: string) => {
    const days = daysFrom(now, at, zone)
    return Math.abs(days) > 1
      ? plain
      : new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
  }
  const date = () => written({ year: 'numeric', month: 'long', day: 'numeric' })
  const short = () => written({ year: 'numeric', month: 'short', day: 'numeric' })
  const long = () => written({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' })
  const tokens: Record<string, () => string> = {
    date_num: () => dayIn(at, zone),
    date_slash: () => written({ year: 'numeric', month: '2-digit', day: '2-digit' }),
    date,
    date_short: short,
    date_long: long,
    date_long_full: long,
    date_pretty: () => pretty(date()),
    date_short_pretty: () => pretty(short()),
    date_long_pretty: () => pretty(long()),
    day_divider_pretty: () => pretty(long()),
    time: () => timeIn(at, zone, locale),
    time_secs: () => written({ hour: 'numeric', minute: '2-digit', second: '2-digit' }),
    ago: () => ago(at, now, locale),
  }
  let known = true
  const text = format.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const token = tokens[name]
    if (!token) known = false
    return token?.() ?? ''
  })
  return known ? text : fallback
}

function ago(at: Date, now: Date, locale: string): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const size = Math.abs(seconds)
  if (size < 60) return relative.format(seconds, 'second')
  if (size < 3_600) return relative.format(Math.round(seconds / 60), 'minute')
  if (size < 86_400) return relative.format(Math.round(seconds / 3_600), 'hour')
  return relative.format(Math.round(seconds / 86_400), 'day')
}

import type { Day, PartialDay } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language/rules.ts'

const numeric = 'numeric'
const short = 'short'

const dayStyles = {
  whole: { weekday: short, year: numeric, month: short, day: numeric },
  named: { weekday: short, month: short, day: numeric },
  dated: { year: numeric, month: short, day: numeric },
  short: { month: short, day: numeric },
  month: { year: numeric, month: 'long' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

const timeStyle: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
const momentStyle: Intl.DateTimeFormatOptions = { ...dayStyles.whole, ...timeStyle }

/** A calendar day in words: `Mon, 23 Nov 2026`, `2026年11月23日周一`. No zone is involved. */
export function dayInWords(day: Day, language: Language): string {
  return formatDay(day, language, 'whole')
}

/** A calendar day with its weekday and, outside `today`'s year alone, its year: `Mon 23 Nov`, `11月23日周一`. */
export function namedDay(day: Day, today: Day, language: Language): string {
  if (day.slice(0, 4) !== today.slice(0, 4)) return dayInWords(day, language)
  return formatDay(day, language, 'named')
}

/** A calendar day without weekday and, within `today`'s year, without year: `23 Nov`, `11月23日`. */
export function shortDay(day: Day, today: Day, language: Language): string {
  return formatDay(day, language, day.slice(0, 4) === today.slice(0, 4) ? 'short' : 'dated')
}

/** A day, month or year, no more exactly than it is known. */
export function partialDayInWords(day: PartialDay, language: Language): string {
  if (day.length === 4) return language === 'zh-CN' ? `${day}年` : day
  if (day.length === 7) return formatDay(`${day}-01`, language, 'month')
  return formatDay(day, language, 'dated')
}

/** An instant on the clock of `zone`: `Mon, 23 Nov 2026, 09:00`. */
export function momentInWords(at: Date, zone: string, language: Language): string {
  return format(language, 'moment', zone, momentStyle).format(at)
}

/** The time of an instant on the clock of `zone`: `09:00`. */
export function timeInWords(at: Date, zone: string, language: Language): string {
  return format(language, 'time', zone, timeStyle).format(at)
}

/** A time zone as people call it, the same all year round: `China Standard Time`, `中欧时间`. */
export function zoneInWords(zone: string, language: Language): string {
  if (zone === 'UTC') return zone
  const name = format(language, 'zone', zone, { timeZoneName: 'longGeneric' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')
  return name?.value ?? zone
}

/** An instant that Slack shows on each reader's own clock; others see it on the clock of `zone`. */
export function momentForEachReader(at: Date, zone: string, language: Language): string {
  const seconds = Math.floor(at.getTime() / 1000)
  return `<!date^${seconds}^{date_short_pretty} {time}|${momentInWords(at, zone, language)}>`
}

const days = new Map<string, string>()
/** The days on record are some thousands. */
const mostDays = 20_000

function formatDay(day: Day, language: Language, style: keyof typeof dayStyles): string {
  const key = `${style} ${language} ${day}`
  const known = days.get(key)
  if (known !== undefined) return known
  if (days.size >= mostDays) days.clear()
  const words = format(language, style, 'UTC', dayStyles[style]).format(new Date(`${day}T00:00:00Z`))
  days.set(key, words)
  return words
}

const formats = new Map<string, Intl.DateTimeFormat>()
/** People's zones are a few hundred; beyond that nothing is remembered twice. */
const mostFormats = 1_000

/** Made once of each style and zone: making one takes a hundred times as long as using it. */
function format(
  language: Language,
  style: string,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const name = `${language} ${style} ${zone}`
  const known = formats.get(name)
  if (known !== undefined) return known
  if (formats.size >= mostFormats) formats.clear()
  const made = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: zone })
  formats.set(name, made)
  return made
}

/** Day before month, as ISO and most of the committees' readers write it. */
function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language
}

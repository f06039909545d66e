import type { Day, PartialDay } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language/rules.ts'

/** A calendar day in words: `Mon, 23 Nov 2026`, `2026年11月23日周一`. No zone is involved. */
export function dayInWords(day: Day, language: Language): string {
  return formatDay(day, language, { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' })
}

/** A calendar day with its weekday and, outside `today`'s year alone, its year: `Mon 23 Nov`, `11月23日周一`. */
export function namedDay(day: Day, today: Day, language: Language): string {
  if (day.slice(0, 4) !== today.slice(0, 4)) return dayInWords(day, language)
  return formatDay(day, language, { weekday: 'short', month: 'short', day: 'numeric' })
}

/** A calendar day without weekday and, within `today`'s year, without year: `23 Nov`, `11月23日`. */
export function shortDay(day: Day, today: Day, language: Language): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const }
  return formatDay(day, language, { ...year, month: 'short', day: 'numeric' })
}

/** A day, month or year, no more exactly than it is known. */
export function partialDayInWords(day: PartialDay, language: Language): string {
  if (day.length === 4) return language === 'zh-CN' ? `${day}年` : day
  if (day.length === 7) return formatDay(`${day}-01`, language, { year: 'numeric', month: 'long' })
  return formatDay(day, language, { year: 'numeric', month: 'short', day: 'numeric' })
}

/** An instant on the clock of `zone`: `Mon, 23 Nov 2026, 09:00`. */
export function momentInWords(at: Date, zone: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}

/** A time zone as people call it, the same all year round: `China Standard Time`, `中欧时间`. */
export function zoneInWords(zone: string, language: Language): string {
  if (zone === 'UTC') return zone
  const name = new Intl.DateTimeFormat(localeOf(language), { timeZone: zone, timeZoneName: 'longGeneric' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')
  return name?.value ?? zone
}

/** An instant that Slack shows on each reader's own clock; others see it on the clock of `zone`. */
export function momentForEachReader(at: Date, zone: string, language: Language): string {
  const seconds = Math.floor(at.getTime() / 1000)
  return `<!date^${seconds}^{date_short_pretty} {time}|${momentInWords(at, zone, language)}>`
}

function formatDay(day: Day, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** Day before month, as ISO and most of the committees' readers write it. */
function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language
}

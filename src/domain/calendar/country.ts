import type { Day } from './day.ts'
import { weekdayOf } from './weekday.ts'

/** The days off of one country or region, by its ISO code: `DE`, or `DE-BY` for one of its parts. */
export type CountryDays = {
  isWorkingDay(day: Day): boolean
  /** Whether that weekday is off in an ordinary week. */
  isWeekend(day: Day): boolean
  /** False where nothing is known of that year's holidays. */
  isCovered(day: Day): boolean
}

/**
 * Public holidays of a country and its weekend. The table is large, so it is fetched only where a committee names a
 * country.
 */
export async function countryDays(code: string): Promise<CountryDays> {
  const { default: Holidays } = await import('date-holidays')
  const [country = '', region] = code.split('-')
  const table = region === undefined ? new Holidays(country) : new Holidays(country, region)
  const weekend = weekendOf(country)
  const years = new Map<string, Set<Day>>()

  function holidays(year: string): Set<Day> {
    const known = years.get(year)
    if (known !== undefined) return known
    // A holiday that lasts is told once, with its length in its start and end.
    const days = table.getHolidays(Number(year)).flatMap(({ date, start, end, type }) => {
      if (type !== 'public') return []
      const length = Math.round((end.getTime() - start.getTime()) / dayMs)
      const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
      return Array.from({ length: Math.max(1, length) }, (_, i) =>
        new Date(first + i * dayMs).toISOString().slice(0, 10),
      )
    })
    const found = new Set(days)
    years.set(year, found)
    return found
  }

  const yearOf = (day: Day) => day.slice(0, 4)
  return {
    isWorkingDay: (day) => !weekend.has(weekdayOf(day)) && !holidays(yearOf(day)).has(day),
    isWeekend: (day) => weekend.has(weekdayOf(day)),
    isCovered: (day) => holidays(yearOf(day)).size > 0,
  }
}

const dayMs = 86_400_000

type WeekInfo = { weekend: number[] }

/** Saturday and Sunday, or what the country has instead. Newer engines offer it as a method. */
function weekendOf(country: string): Set<number> {
  const locale: Intl.Locale & { weekInfo?: WeekInfo; getWeekInfo?(): WeekInfo } = new Intl.Locale(
    `und-${country}`,
  )
  return new Set((locale.getWeekInfo?.() ?? locale.weekInfo)?.weekend ?? [6, 7])
}

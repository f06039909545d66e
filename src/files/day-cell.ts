import type { PartialDay } from '../domain/calendar/day.ts'

/** A day as exactly as a cell tells it; or the day that was probably meant, or two where either may have been. */
export type DayReading = { ok: true; day: PartialDay } | ({ ok: false } & MeantDay)

type MeantDay = { nearest?: PartialDay; orElse?: PartialDay }

const yearFirst =
  /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?|\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号]?)?)?)?$/
const time = /[T\s]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/

/**
 * Reads `2024`, `2024-03`, `2024-3-5`, `2024/3/5`, `2024.03.05`, `20240305`, `2024年3月5日` and `2024年3月`, with or
 * without a time of day behind. What can mean several days, or none, is not read: years of two digits, days that no
 * calendar has, days before months, and the numbers that spreadsheets keep dates as.
 */
export function readDay(text: string): DayReading {
  const plain = text.normalize('NFKC').trim().replace(time, '').trim()
  const run = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(plain)
  const found = yearFirst.exec(run === null ? plain : run.slice(1).join('-'))
  if (found !== null) {
    const [, year = '', , month = found[5], day = found[6]] = found
    return inCalendar(year, month, day)
  }
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(plain)
  if (yearLast !== null) return { ok: false, ...dayOfYearLast(yearLast) }
  const nearest = otherwise(plain)
  return { ok: false, ...(nearest !== undefined && { nearest }) }
}

function inCalendar(year: string, month: string | undefined, day: string | undefined): DayReading {
  if (month === undefined) return { ok: true, day: year }
  const [y, m, d] = [Number(year), Number(month), day === undefined ? 1 : Number(day)]
  if (m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m))
    return { ok: true, day: written(y, m, day === undefined ? undefined : d) }
  if (m > 12 && m <= 31 && d >= 1 && d <= 12) return { ok: false, nearest: written(y, d, m) }
  if (m < 1 || m > 12) return { ok: false, nearest: year }
  return { ok: false, nearest: d < 1 ? written(y, m) : written(y, m, daysIn(y, m)) }
}

function otherwise(plain: string): PartialDay | undefined {
  const serial = /^\d{5}(?:\.\d+)?$/.test(plain) ? Number(plain) : 0
  // From 1954 to 2064.
  if (serial >= 20_000 && serial < 60_000)
    return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)
  const short = /^(\d{2})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?$/.exec(plain)
  if (short === null) return undefined
  const [, year = 0, month, day] = short.map(Number)
  return checked(year < 70 ? 2000 + year : 1900 + year, month, short[3] === undefined ? undefined : day)
}

/** With points people write the day first; with slashes and dashes some do, and some the month. */
function dayOfYearLast([, first, mark, second, year]: RegExpExecArray): MeantDay {
  const dayFirst = checked(Number(year), Number(second), Number(first))
  const monthFirst = checked(Number(year), Number(first), Number(second))
  const nearest = dayFirst ?? monthFirst
  const isEither = mark !== '.' && monthFirst !== undefined && monthFirst !== nearest
  return { ...(nearest !== undefined && { nearest }), ...(isEither && { orElse: monthFirst }) }
}

function checked(year = 0, month = 0, day?: number): PartialDay | undefined {
  const isDay = month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= daysIn(year, month)))
  return isDay ? written(year, month, day) : undefined
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function written(year: number, month: number, day?: number): PartialDay {
  const two = (number: number) => String(number).padStart(2, '0')
  return [String(year), two(month), ...(day === undefined ? [] : [two(day)])].join('-')
}

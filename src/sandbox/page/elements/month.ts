const DAY_MS = 86_400_000

/** The calendar day `days` later, as `2026-11-23`; negative counts go back. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The same day `months` later, or the month's last day where it has no such day. */
export function shiftMonth(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** The weeks of the month that a day lies in, Monday first (ISO 8601), filled up with its neighbours' days. */
export function weeksOf(day: string): string[][] {
  const first = `${day.slice(0, 7)}-01`
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const start = shiftDay(first, -weekday)
  const weeks: string[][] = []
  for (let week = 0; week < 6; week++) {
    const days = Array.from({ length: 7 }, (_, index) => shiftDay(start, week * 7 + index))
    if (days.some((one) => one.startsWith(day.slice(0, 7)))) weeks.push(days)
  }
  return weeks
}

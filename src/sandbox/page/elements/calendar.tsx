import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Icon } from '../parts/icon.tsx'
import { useSpeech } from '../text/speech.tsx'
import { shiftDay, shiftMonth, weeksOf } from './month.ts'

const KEYS: Record<string, (day: string) => string> = {
  ArrowLeft: (day) => shiftDay(day, -1),
  ArrowRight: (day) => shiftDay(day, 1),
  ArrowUp: (day) => shiftDay(day, -7),
  ArrowDown: (day) => shiftDay(day, 7),
  PageUp: (day) => shiftMonth(day, -1),
  PageDown: (day) => shiftMonth(day, 1),
}

/** A month to choose a day from; arrows move by day and week, Page Up and Page Down by month. */
export function Calendar(props: { chosen: string | null; today: string; onChoose: (day: string) => void }) {
  const { words, locale } = useSpeech()
  const [at, setAt] = useState(props.chosen ?? props.today)
  const grid = useRef<HTMLTableElement>(null)
  useEffect(() => {
    grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus()
  }, [at])

  const written = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(`${day}T00:00:00Z`))
  const move = (event: KeyboardEvent) => {
    const next = KEYS[event.key]?.(at)
    if (!next) return
    event.preventDefault()
    setAt(next)
  }
  const weeks = weeksOf(at)
  return (
    <div className="calendar">
      <div className="calendar-head">
        <button
          type="button"
          className="button-bare"
          aria-label={words('picker.previousMonth')}
          onClick={() => setAt(shiftMonth(at, -1))}
        >
          <Icon name="back" />
        </button>
        <span aria-live="polite">{written(at, { year: 'numeric', month: 'long' })}</span>
        <button
          type="button"
          className="button-bare"
          aria-label={words('picker.nextMonth')}
          onClick={() => setAt(shiftMonth(at, 1))}
        >
          <Icon name="forward" />
        </button>
      </div>
      <table ref={grid} onKeyDown={move}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col" abbr={written(day, { weekday: 'long' })}>
                {written(day, { weekday: 'narrow' })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <button
                    type="button"
                    data-day={day}
                    data-outside={day.slice(0, 7) !== at.slice(0, 7) || undefined}
                    tabIndex={day === at ? 0 : -1}
                    aria-label={written(day, { dateStyle: 'full' })}
                    aria-pressed={day === props.chosen}
                    aria-current={day === props.today ? 'date' : undefined}
                    onClick={() => props.onChoose(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

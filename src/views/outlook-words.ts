import type { Forecast, Outlook } from '../domain/clock/forecast.ts'
import type { Language } from '../domain/language/rules.ts'
import type { StageSystemName } from '../domain/stage/stage-table.ts'
import { texts } from '../texts/texts.ts'
import { partialDayInWords } from './dates.ts'
import { phaseInWords } from './stage-words.ts'

/** When it may come to its next stage, from past cases, in one line; undefined where they are too few. */
export function nextInOutlook(
  { phase, next }: Outlook,
  stages: StageSystemName,
  language: Language,
): string | undefined {
  if (next === undefined) return undefined
  const values = forecastValues(next, language)
  const named = { ...values, phase: phaseInWords(stages, phase, language) }
  return texts(language)(next.kind === 'range' ? 'forecast.next' : 'forecast.beyond', named)
}

/** When it may be out, and how fast it has been so far. */
export function restOfOutlook({ publication, pace }: Outlook, language: Language): string[] {
  const say = texts(language)
  return [
    ...(publication?.kind === 'range'
      ? [say('forecast.publication', forecastValues(publication, language))]
      : []),
    ...(pace === undefined ? [] : [say('forecast.pace', { pace: pace.toFixed(1) })]),
  ]
}

function forecastValues(forecast: Forecast, language: Language) {
  if (forecast.kind === 'beyond') {
    const { cases, longer, elapsed } = forecast
    return { cases, gone: cases - longer, elapsed: spanInWords(elapsed, elapsed, language) }
  }
  const { cases, low, high, earliest, likely, latest } = forecast
  const month = (day: string) => partialDayInWords(day.slice(0, 7), language)
  return {
    cases,
    span: spanInWords(low, high, language),
    from: month(earliest),
    likely: month(likely),
    to: month(latest),
    isOneMonth: earliest.slice(0, 7) === latest.slice(0, 7) ? 'yes' : 'no',
  }
}

const daysOfMonth = 365.25 / 12

/** In months from two on, in weeks below: no more exactly than past cases tell. */
function spanInWords(low: number, high: number, language: Language): string {
  const say = texts(language)
  const isShort = high < 2 * daysOfMonth
  const [from, to] = [low, high].map((days) => Math.max(1, Math.round(days / (isShort ? 7 : daysOfMonth))))
  const span = from === to ? `${to}` : `${from}–${to}`
  return say(isShort ? 'forecast.weeks' : 'forecast.months', { span, count: to ?? 0 })
}

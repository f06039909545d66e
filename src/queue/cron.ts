import { validateDetailed } from 'node-cron'
import type { AppParts } from '../app.ts'

type CronReading = ReturnType<AppParts['readCron']>
type FieldKey = keyof Extract<CronReading, { ok: true }>['fields']
type FieldName = Extract<CronReading, { ok: false }>['field']

const fields: { key: FieldKey; name: FieldName; word?: string }[] = [
  { key: 'minute', name: 'minute' },
  { key: 'hour', name: 'hour' },
  { key: 'dayOfMonth', name: 'day of month' },
  {
    key: 'month',
    name: 'month',
    word: 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  },
  {
    key: 'dayOfWeek',
    name: 'day of week',
    word: 'sun(?:day)?|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?',
  },
]

/**
 * Reads a person's cron expression: minute, hour, day of month, month, day of week; lists, ranges, steps, and the
 * English names of months and weekdays. No seconds, no `@daily`, and none of Quartz's `L`, `W`, `#` and `?`.
 * Names the first field that does not hold; `form` where the text has no five fields.
 *
 * node-cron decides what the fields mean. It also lets through what nobody means (`1*` is 10-59 to it, `JANFEB`
 * December) and writes out a range before it looks at its bounds, so each field is held to crontab(5) first.
 */
export function readCron(text: string): CronReading {
  const parts = text.trim().split(/\s+/)
  if (parts.length !== fields.length) return { ok: false, field: 'form', value: text.trim() }
  for (const [index, { name, word }] of fields.entries()) {
    const value = parts[index] ?? ''
    if (!fieldGrammar(word).test(value)) return { ok: false, field: name, value }
  }
  const reading = validateDetailed(parts.join(' '))
  if (reading.valid && reading.fields !== undefined)
    return {
      ok: true,
      fields: {
        minute: numbers(reading.fields.minute),
        hour: numbers(reading.fields.hour),
        dayOfMonth: numbers(reading.fields.dayOfMonth),
        month: numbers(reading.fields.month),
        dayOfWeek: numbers(reading.fields.dayOfWeek),
      },
    }
  const fault = reading.errors[0]
  const field = fields.find(({ key }) => key === fault?.field)
  return { ok: false, field: field?.name ?? 'form', value: fault?.value ?? text.trim() }
}

/** crontab(5): a list of numbers, names, ranges and stars, where ranges and stars may have a step. */
function fieldGrammar(word: string | undefined): RegExp {
  const value = word === undefined ? '\\d{1,2}' : `(?:\\d{1,2}|${word})`
  const item = `(?:${value}|(?:\\*|${value}-${value})(?:/\\d{1,2})?)`
  return new RegExp(`^${item}(?:,${item})*$`, 'i')
}

/** Each once, in order: `9,9` is one hour. */
function numbers(values: (number | string)[]): number[] {
  return [...new Set(values.map(Number))].sort((a, b) => a - b)
}

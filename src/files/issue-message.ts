import type { z } from 'zod'
import { nearestName } from '../../config/nearest-name.ts'

type Issue = z.core.$ZodIssue

/** The end of a fault's sentence: what stands there, and what should. `written` is a number's own spelling. */
export function issueMessage(issue: Issue, value: unknown, written: string | undefined): string {
  if (issue.code === 'custom') return customMessage(issue.message, value)
  if (issue.code === 'too_small' || issue.code === 'too_big') return sizeMessage(issue, value)
  const wanted = wantedBy(issue)
  if (value === undefined) return `is missing; it should be ${wanted}`
  return `${holds(value, written)}; it should be ${wanted}${hint(issue, value, written)}`
}

/** `(did you mean …?)` with a space before it, or nothing. */
export function didYouMean(word: unknown, candidates: readonly string[]): string {
  const nearest = typeof word === 'string' ? nearestName(word, candidates) : undefined
  return nearest === undefined ? '' : ` (did you mean ${nearest}?)`
}

/** What stands in a file, so short that a line of a terminal holds it. */
export function holds(value: unknown, written?: string): string {
  if (value === undefined || value === null || value === '') return 'holds nothing'
  if (typeof value === 'string')
    return `holds ${JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value)}`
  if (typeof value === 'number') return `holds the number ${written ?? value}`
  if (typeof value === 'boolean') return `holds ${value}`
  return Array.isArray(value) ? 'holds a list' : 'holds a map'
}

/** The schema's own sentences: `is not a …`, `"x" is already used by …`, `needs …`. */
function customMessage(message: string, value: unknown): string {
  if (value === undefined) return message.startsWith('a ') ? `is missing: ${message}` : message
  if (message.startsWith('is not ')) {
    const wanted = message.slice('is not '.length)
    return `${holds(value)}; it should be ${wanted}${wanted.includes('time zone') ? zoneHint(value) : ''}`
  }
  const quoted = /^("(?:[^"]*)") is (.*)$/s.exec(message)
  return quoted === null ? message : `holds ${quoted[1]}, which is ${quoted[2]}`
}

function zoneHint(value: unknown): string {
  // China has one zone and its name is not that of its capital, which is what people write first.
  if (typeof value === 'string' && /beijing|^prc$/i.test(value)) return ' (did you mean Asia/Shanghai?)'
  return didYouMean(value, Intl.supportedValuesOf('timeZone'))
}

function wantedBy(issue: Issue): string {
  const own = /^is not (.*)$/s.exec(issue.message)?.[1]
  if (own !== undefined) return own
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? issue.expected
    case 'invalid_value':
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(', ')}`
    case 'invalid_format':
      return formats[issue.format] ?? stageFormat(issue)
    case 'invalid_union':
      return 'YYYY, YYYY-MM or YYYY-MM-DD'
    default:
      return `something else (${issue.message})`
  }
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys and values',
}

const formats: Record<string, string> = {
  email: 'an e-mail address such as name@example.org',
  url: 'a web address such as https://example.org/page',
}

function stageFormat(issue: Issue): string {
  return issue.path.at(-1) === 'stage' ? 'a stage code such as 30 or 40.20' : issue.message
}

function sizeMessage(issue: Issue & { code: 'too_small' | 'too_big' }, value: unknown): string {
  const atLeast = issue.code === 'too_small'
  const limit = `${atLeast ? 'at least' : 'at most'} ${issue.code === 'too_small' ? issue.minimum : issue.maximum}`
  if (Array.isArray(value)) return `holds a list of ${value.length}; it should have ${limit}`
  if (typeof value === 'string')
    return value.trim() === ''
      ? 'holds nothing; it should be text, or be left out'
      : `holds ${value.length} characters; it should have ${limit}`
  return `${holds(value)}; it should be ${limit}`
}

function hint(issue: Issue, value: unknown, written: string | undefined): string {
  if (issue.code === 'invalid_value') return didYouMean(value, issue.values.map(String))
  if (issue.code !== 'invalid_type') return ''
  if (issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return `: put it in quotes, "${written ?? value}"`
  if (kinds[issue.expected]?.endsWith('number') && typeof value === 'string' && /^\d+$/.test(value))
    return ': write it without quotes'
  if (value === null)
    return issue.expected === 'array' ? ', [] where it is empty' : ', or its key be left out'
  return ''
}

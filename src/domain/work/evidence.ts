import { type Day, isDay } from '../calendar/day.ts'
import type { EvidenceField, WorkKind } from './kind.ts'

/** Why what was given is no evidence of its field. */
export type EvidenceFault =
  | 'missing'
  | 'no-day'
  | 'day-ahead'
  | 'too-early'
  | 'after-end'
  | 'no-number'
  | 'no-link'
  | 'too-long'

/** Longer evidence is a document, and a link to it is evidence enough. */
export const longestEvidence = 500

/** The days that evidence may be of: `since` the work began, up to the day on which it was `done`, and not still to come. */
export type EvidenceDays = { since?: Day; done?: Day; today: Day }

/** What is wrong with what was given for a kind of work, by field; nothing where all of it holds. */
export function evidenceFaults(
  kind: Pick<WorkKind, 'evidence'>,
  given: Readonly<Record<string, string>>,
  days: EvidenceDays,
): Map<string, EvidenceFault> {
  return new Map(
    kind.evidence.flatMap((field) => {
      const fault = faultOf(field, given[field.id]?.trim() ?? '', days)
      return fault === undefined ? [] : [[field.id, fault] as const]
    }),
  )
}

/** Required evidence of the kind that is not there. */
export function evidenceMissing(
  kind: Pick<WorkKind, 'evidence'>,
  evidence: Readonly<Record<string, string>>,
): EvidenceField[] {
  return kind.evidence.filter(({ id, isRequired }) => isRequired && (evidence[id] ?? '').trim() === '')
}

function faultOf(
  { type, isRequired }: EvidenceField,
  text: string,
  days: EvidenceDays,
): EvidenceFault | undefined {
  if (text === '') return isRequired ? 'missing' : undefined
  if (text.length > longestEvidence) return 'too-long'
  switch (type) {
    case 'day':
      if (!isDay(text)) return 'no-day'
      return dayFault(text, days)
    case 'number':
      // Nobody who came is no event.
      return /^0*[1-9]\d{0,8}$/.test(text) ? undefined : 'no-number'
    case 'link':
      return isLink(text) ? undefined : 'no-link'
    case 'text':
      return undefined
  }
}

function dayFault(day: Day, { since, done, today }: EvidenceDays): EvidenceFault | undefined {
  if (day > today) return 'day-ahead'
  if (since !== undefined && day < since) return 'too-early'
  return done !== undefined && day > done ? 'after-end' : undefined
}

function isLink(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:')
}

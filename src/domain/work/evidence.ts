import { type Day, isDay } from '../calendar/day.ts'
import type { EvidenceField, WorkKind } from './kind.ts'

/** Why what was given is no evidence of its field. */
export type EvidenceFault = 'missing' | 'no-day' | 'day-ahead' | 'no-number' | 'no-link' | 'too-long'

/** Longer evidence is a document, and a link to it is evidence enough. */
export const longestEvidence = 500

/**
 * What is wrong with what was given for a kind of work, by field; nothing where all of it holds. What is still to come
 * on `today` is evidence of nothing.
 */
export function evidenceFaults(
  kind: Pick<WorkKind, 'evidence'>,
  given: Readonly<Record<string, string>>,
  today: Day,
): Map<string, EvidenceFault> {
  return new Map(
    kind.evidence.flatMap((field) => {
      const fault = faultOf(field, given[field.id]?.trim() ?? '', today)
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

function faultOf({ type, isRequired }: EvidenceField, text: string, today: Day): EvidenceFault | undefined {
  if (text === '') return isRequired ? 'missing' : undefined
  if (text.length > longestEvidence) return 'too-long'
  switch (type) {
    case 'day':
      if (!isDay(text)) return 'no-day'
      return text > today ? 'day-ahead' : undefined
    case 'number':
      // Nobody who came is no event.
      return /^0*[1-9]\d{0,8}$/.test(text) ? undefined : 'no-number'
    case 'link':
      return isLink(text) ? undefined : 'no-link'
    case 'text':
      return undefined
  }
}

function isLink(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:')
}

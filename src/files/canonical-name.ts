import { parseDesignation, printDesignation } from '../domain/designation/rules.ts'

/** The name as the issuing body prints it, where it is a designation and nothing else; trimmed otherwise. */
export function canonicalName(text: string): string {
  const parsed = parseDesignation(text)
  return parsed.kind === 'designation' && parsed.rest === ''
    ? printDesignation(parsed.designation)
    : text.trim()
}

/** Equal for spellings of one name, whatever their letter case. */
export function nameKey(text: string): string {
  return canonicalName(text).normalize('NFKC').replace(/\s+/g, ' ').toUpperCase()
}

import { parseDesignation, printDesignation } from '../domain/designation/rules.ts'

/** How a name is read; null where it is no designation, or where it may be several. */
export type ReadName = { input: string; scheme: string | null; canonical: string | null }

/**
 * Reads a standard's name in any spelling. Where it is ambiguous the scheme is told if all its readings share it.
 * Words behind the designation, such as a title, don't count.
 */
export function readName(input: string): ReadName {
  const parsed = parseDesignation(input)
  switch (parsed.kind) {
    case 'designation':
      return { input, scheme: parsed.designation.scheme, canonical: printDesignation(parsed.designation) }
    case 'ambiguous': {
      const [scheme, ...others] = new Set(parsed.readings.map((reading) => reading.scheme))
      return { input, scheme: others.length > 0 ? null : (scheme ?? null), canonical: null }
    }
    case 'words':
      return { input, scheme: null, canonical: null }
  }
}

/** A name as an operator reads it: as it was given, what it is, and its scheme. */
export function readNameText({ input, scheme, canonical }: ReadName): string {
  if (canonical !== null) return `${input} → ${canonical} (${scheme})`
  return `${input} → ${scheme === null && parseDesignation(input).kind === 'words' ? 'no designation' : 'ambiguous'}`
}

/** The names in a text, one a line; blank lines don't count. */
export function namesIn(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
}

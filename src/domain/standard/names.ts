import { type Designation, parseDesignation, printDesignation } from '../designation/rules.ts'

/** The name read as a designation and nothing else; of `ISO/IEC 27001-2022` the reading that takes 2022 for a year. */
export function designationOf(text: string): Designation | undefined {
  if (lately.has(text)) return lately.get(text)
  if (lately.size >= mostLately) lately.clear()
  const designation = readWhole(text)
  lately.set(text, designation)
  return designation
}

/** One name is asked for several times in a row where a hundred thousand are compared. */
const lately = new Map<string, Designation | undefined>()
const mostLately = 1_000

function readWhole(text: string): Designation | undefined {
  const parsed = parseDesignation(text)
  if (parsed.kind === 'words' || parsed.rest !== '') return undefined
  if (parsed.kind === 'designation') return parsed.designation
  if (parsed.anyScheme) return undefined
  return parsed.readings.find((reading) => 'year' in reading) ?? parsed.readings[0]
}

/** The name as the issuing body prints it, where it is a designation and nothing else; trimmed otherwise. */
export function canonicalName(text: string): string {
  const designation = designationOf(text)
  return designation === undefined ? text.trim() : printDesignation(designation)
}

/** Equal for spellings of one name, whatever their letter case. */
export function nameKey(text: string): string {
  return keyOfCanonical(canonicalName(text))
}

/** The same of a name that is canonical already. */
export function keyOfCanonical(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').toUpperCase()
}

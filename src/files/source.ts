import type { FileFault } from './file-fault.ts'

export type Path = readonly PropertyKey[]
export type Place = { line: number; column: number }

/** A file's text, taken apart: the plain value that it stands for, and where each part of it was written. */
export type Source = {
  value: unknown
  /** Where the value stands; where it is missing, the map or row that lacks it. */
  placeOf(path: Path): Place
  /** Where the key itself stands. */
  placeOfKey(path: Path): Place
  /** What a person calls this part of the file. */
  nameOf(path: Path): string
  /** A number as it was written, `40.20`; undefined for anything else. */
  writtenNumber(path: Path): string | undefined
  /** Whether the fault of this missing value is already told elsewhere. */
  isToldElsewhere(path: Path): boolean
}

/** What came of taking a text apart; without a source there is nothing further to check. */
export type SourceResult = { source?: Source; faults: FileFault[] }

/** A committee of twenty thousand members is under three million; a file above this is something else. */
export const mostCharacters = 8 * 1024 * 1024

/** Why a text is not even taken apart, or undefined. */
export function sizeFault(text: string): FileFault | undefined {
  const whole = { line: 1, column: 1, path: '' }
  if (text.trim() === '') return { ...whole, message: 'is empty' }
  if (text.length > mostCharacters)
    return { ...whole, message: `has ${text.length} characters; it should have at most ${mostCharacters}` }
  return undefined
}

/** The fault at a path of the source. */
export function faultAt(source: Source, path: Path, message: string): FileFault {
  return { ...source.placeOf(path), path: source.nameOf(path), message }
}

/** The value at a path, or undefined. */
export function valueAt(value: unknown, path: Path): unknown {
  let found = value
  for (const step of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined
    found = (found as Record<PropertyKey, unknown>)[step]
  }
  return found
}

/** `groups[3].zone` */
export function dottedPath(path: Path): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${String(step)}`))
    .join('')
}

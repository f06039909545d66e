import { designationsListed, parseDesignation, printDesignation } from '../domain/designation/rules.ts'
import { mostCharacters } from '../files/source.ts'
import { OperatorError } from './operator-error.ts'

/** How a name is read; null where it is no designation, or where it may be several. */
export type ReadName = { input: string; scheme: string | null; canonical: string | null }

/**
 * Reads a standard's name in any spelling. Where it is ambiguous, or several are listed, the scheme is told if all
 * readings share it. Words behind the designation, such as a title, don't count.
 */
export function readName(input: string): ReadName {
  const parsed = parseDesignation(input)
  if (parsed.kind === 'words') return { input, scheme: null, canonical: null }
  const listed = designationsListed(input).map((one) => one.parsed)
  const readings = (listed.length > 1 ? listed : [parsed]).flatMap((one) =>
    one.kind === 'designation' ? [one.designation] : one.readings,
  )
  const [scheme = null, ...others] = new Set(readings.map((reading) => reading.scheme))
  const isOne = listed.length < 2 && parsed.kind === 'designation'
  return {
    input,
    scheme: others.length > 0 ? null : scheme,
    canonical: isOne ? printDesignation(parsed.designation) : null,
  }
}

/** A name as an operator reads it: as it was given, what it is, and its scheme. */
export function readNameText({ input, scheme, canonical }: ReadName): string {
  if (canonical !== null) return `${input} → ${canonical} (${scheme})`
  return `${input} → ${scheme === null && parseDesignation(input).kind === 'words' ? 'no designation' : 'ambiguous'}`
}

/** A name with its title behind it is far shorter. */
const longestName = 2_000
const mostNames = 100_000

/**
 * The names in a text that comes piece by piece, one a line; blank lines don't count.
 * @throws OperatorError where there are too many, one is too long, or the text does not end in reasonable time
 */
export async function namesFrom(pieces: AsyncIterable<string>): Promise<string[]> {
  let text = ''
  for await (const piece of pieces) {
    text += piece
    if (text.length > mostCharacters)
      throw new OperatorError(
        `there are more than ${mostCharacters} characters; give the names in several parts`,
      )
  }
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/)
  for (const [i, line] of lines.entries()) needShort(line, `line ${i + 1}`)
  const names = lines.filter((line) => line.trim() !== '')
  if (names.length > mostNames)
    throw new OperatorError(
      `there are ${names.length} names, and ${mostNames} are read at most; give them in several parts`,
    )
  return names
}

/** The name as it is. @throws OperatorError where it is too long to be one; `what` says which it is */
export function needShort(name: string, what: string): string {
  if (name.length > longestName)
    throw new OperatorError(`${what} has ${name.length} characters, and a name has ${longestName} at most`)
  return name
}

import { readBareNumber } from './bare-number.ts'
import { readCen } from './cen.ts'
import { cleanDesignation, longestInput } from './clean-designation.ts'
import type { Designation } from './designation.ts'
import { designationNumber } from './designation-number.ts'
import { readEtsi } from './etsi.ts'
import { readIetf } from './ietf.ts'
import { readIso } from './iso.ts'
import { readNational } from './national.ts'
import { readPlan } from './plan.ts'
import { type Scanner, scanner } from './scanner.ts'
import { readTc260 } from './tc260.ts'
import { readWordsBehind } from './words-behind.ts'

/** What a person may have meant. */
export type Parsed =
  /** A designation, and the cleaned text behind it. */
  | { kind: 'designation'; designation: Designation; rest: string }
  /**
   * Several designations, the likeliest first. `anyScheme` says that digits alone were typed: then the readings are
   * the usual schemes and not all of them, and none for a plan number without its ending.
   */
  | {
      kind: 'ambiguous'
      readings: Designation[]
      number: string
      part?: string
      year?: number
      anyScheme: boolean
      rest: string
    }
  | { kind: 'words'; words: string }

const readers: readonly ((scan: Scanner) => Designation[])[] = [
  readTc260,
  readPlan,
  readIetf,
  readEtsi,
  readCen,
  readIso,
  readNational,
]

/** The number of an item in a list, an opening bracket, and what labels a designation: `[1]`, `标准号：`, `国标`. */
const listNumber = /(?:[[(]\d{1,3}[\])]|\d{1,3}[.、)]|[[(]) ?(?=[a-z国标]|\d{8} ?- ?[TQZ])/iy
const introduction =
  /(?:(?:中国|中华人民共和国)?(?:推荐性|强制性)?(?:国家标准|国标|行业标准|行标|地方标准|地标|团体标准|团标|标准)(?:编?号)?|计划(?:项目)?编?号|standard(?: no\.?| number)?)[ :-]{0,2}(?=[a-z]|\d{8} ?- ?[TQZ])/iy
/**
 * Behind a designation no letter, digit or further part may follow, nor a range, nor a supplement that is not known:
 * `27001x`, `22239-20191`, `3100~3102` and `EN 50131-1:2006/XY1` are none.
 */
const ending =
  /(?![a-z0-9]|[-.:+~/]{1,3}\d| ?~| ?[/+] ?(?!ISO|IEC|RFC|BCP|STD|FYI|GB|EN|TS|TR)[a-z]{1,6}\.? ?\d{1,3}(?!\d)|\/[a-z]{1,4}:\d|\/[a-z](?![a-z]))/iy
const joinersBeforeRest = /^[\])]?[ ,;:./_-]*/

/**
 * Reads the designation that the text starts with, in any spelling. What is typed stays what it is: `ISO 27001` is not
 * made ISO/IEC 27001 here, though both have one key. Text that is no designation comes back as words; nothing throws.
 * A part that looks like a year (`ISO/IEC 27001-2022`) and digits alone (`22239`) are ambiguous.
 */
export function parseDesignation(text: string): Parsed {
  const words = cleanDesignation(text)
  return parseCleaned(words) ?? parseTitled(text) ?? { kind: 'words', words }
}

/** The first designation anywhere in the text, at the start of a word; digits alone do not count. */
export function designationInText(text: string): Parsed | undefined {
  return mentionedIn(cleanDesignation(text))?.parsed
}

/** A designation in a text, with all that stands before and behind it. */
export type Mentioned = { parsed: Exclude<Parsed, { kind: 'words' }>; before: string; behind: string }

/** The first designation anywhere in cleaned text, and what it stands between. */
export function mentionedIn(cleaned: string): Mentioned | undefined {
  let words = 0
  for (const { index } of cleaned.matchAll(wordStart)) {
    if (words++ === mostWords) break
    const found = readWith(readers, scanner(cleaned.slice(index)))
    if (found !== undefined) return { ...found, before: cleaned.slice(0, index) }
  }
  return undefined
}

const wordStart = /(?<![a-z0-9])[a-z0-9]/gi
const mostWords = 60

/** A title in its marks before its designation, as Chinese texts cite: 《…》（GB/T 22239-2019）; the title is the rest. */
function parseTitled(text: string): Parsed | undefined {
  const [, title = '', behind = ''] = titled.exec(text.slice(0, longestInput)) ?? []
  const parsed = parseCleaned(cleanDesignation(behind))
  return parsed?.kind === 'designation' && parsed.rest === ''
    ? { ...parsed, rest: cleanDesignation(title) }
    : undefined
}

const titled = /^[^《]{0,20}《([^《》]+)》(.*)$/su

function parseCleaned(cleaned: string): Parsed | undefined {
  const scan = scanner(withoutUnderscores(cleaned))
  scan.take(listNumber)
  scan.take(introduction)
  return readWith(readers, scan)?.parsed ?? digitsAlone(scan)
}

/** The name of a file has underscores for blanks and slashes; only an Internet-Draft has them in its own. */
function withoutUnderscores(cleaned: string): string {
  const draft = cleaned.search(/draft-|I-D[. :]/i)
  if (draft < 0) return cleaned.replaceAll('_', ' ')
  return `${cleaned.slice(0, draft).replaceAll('_', ' ')}${cleaned.slice(draft)}`
}

function readWith(all: typeof readers, scan: Scanner): Omit<Mentioned, 'before'> | undefined {
  const start = scan.position()
  for (const read of all) {
    const readings = read(scan)
    const [first] = readings
    if (first !== undefined && scan.take(ending) !== undefined) {
      if (readings.length === 1) {
        const { designation, title } = readWordsBehind(scan, first, isNamed)
        const rest = `${title}${scan.rest()}`.replace(joinersBeforeRest, '').trimEnd()
        return { parsed: { kind: 'designation', designation, rest }, behind: scan.rest() }
      }
      const behind = scan.rest()
      const rest = behind.replace(joinersBeforeRest, '')
      const number = designationNumber(first)?.number ?? ''
      return { parsed: { kind: 'ambiguous', readings, number, anyScheme: false, rest }, behind }
    }
    scan.moveTo(start)
  }
  return undefined
}

function isNamed(text: string): boolean {
  return designationInText(text) !== undefined
}

/** Digits count as a number only where nothing else was typed, so that `2024 年度` stays words. */
function digitsAlone(scan: Scanner): Parsed | undefined {
  const bare = readBareNumber(scan)
  if (bare === undefined) return undefined
  const { national, ...number } = bare
  const rest = scan.rest()
  return rest === '' ? { kind: 'ambiguous', ...number, anyScheme: !national, rest } : undefined
}

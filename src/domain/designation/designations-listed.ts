import { cleanDesignation } from './clean-designation.ts'
import type { Designation } from './designation.ts'
import { type Mentioned, mentionedIn } from './parse-designation.ts'
import { printDesignation } from './print-designation.ts'

/** One of the designations that a text lists, printed and as it is read; of two readings the likelier is printed. */
export type Listed = { name: string; parsed: Mentioned['parsed'] }

/** Whoever lists more wants a list. */
const mostListed = 50

/** Behind a title in brackets a comma joins, too: `《…》（GB/T 22239-2019），《…》（GB/T 28448-2019）`. */
const joined = /^[\])]? ?(?:[、和与或及]|以及|(?:and|or)(?![a-z]))|^\) ?[,;]/i
const joining =
  /(?:[,、;&+和与或及]|(?<![a-z])(?:and|or)) ?(?:(?:国家标准|国标|标准)[ :]?|(?:the |standards? ){1,2})?$/i
/** `GB/T 22080-2016, ISO/IEC 27001:2013, IDT`: what the first adopts. */
const adoption = /^[ ,(]*(?:IDT|MOD|NEQ|EQV)(?![a-z])/i

/**
 * The designations that a text lists, each once: the first in it, and those joined to it by `、`, `和`, `and` … or by
 * nothing at all, with or without their titles. One that a title names, or that stands in brackets or behind a slash,
 * as in `GB/T 22080-2016 (ISO/IEC 27001:2013, IDT)`, is not listed.
 */
export function designationsListed(text: string): Listed[] {
  const listed = new Map<string, Listed>()
  let rest = cleanDesignation(text)
  let last: Mentioned | undefined
  for (let read = 0; read < mostListed; read++) {
    const next = mentionedIn(rest)
    if (next === undefined || (last !== undefined && !areJoined(last, next))) break
    const likelier = likelierOf(next)
    if (likelier === undefined) break
    const name = printDesignation(likelier)
    if (!listed.has(name)) listed.set(name, { name, parsed: next.parsed })
    rest = withPrefix(next.behind, likelier)
    last = next
  }
  return [...listed.values()]
}

/** `GB/T 22239、28448`: a number that is joined to a name has its prefix. A year is none, nor is what is counted. */
const bareNumber =
  /^( ?(?:[、和与或及]|&|(?:and|or)(?= )) ?)(?!(?:19|20)\d\d(?!\d))(?=\d{4,6}(?![\d年月日]))/i

function withPrefix(behind: string, d: Designation): string {
  if (d.scheme === 'national') return behind.replace(bareNumber, `$1${d.prefix} `)
  return d.scheme === 'iso' ? behind.replace(bareNumber, `$1${d.publishers.join('/')} `) : behind
}

function areJoined(one: Mentioned, { before, behind, ...other }: Mentioned): boolean {
  if (adoption.test(behind)) return false
  if (joined.test(before) || joining.test(before)) return true
  return before.trim() === '' && likelierOf(one)?.scheme === likelierOf(other)?.scheme
}

function likelierOf({ parsed }: Pick<Mentioned, 'parsed'>): Designation | undefined {
  return parsed.kind === 'designation' ? parsed.designation : parsed.readings[0]
}

import type { DocumentLine } from './document-line.ts'
import { closesText } from './furniture.ts'
import { looksLikeTitle } from './looks-like-title.ts'
import { namesPlan, planNamed } from './plan-name.ts'

const longestFallback = 200
const documentNumber = /[〔[［(（]\s*20\d{2}\s*[〕\]］)）]\s*第?\s*\d+\s*号$/

/** Where the lines of the title stand, from the first to the last; undefined where there is none. */
export type TitleLines = { first: number; last: number }

/**
 * The lines of the title among those above the first area: such as name a plan, with the short lines beside them into
 * which a long title is parted.
 */
export function titleLines(lines: readonly DocumentLine[]): TitleLines | undefined {
  const may = lines.map(({ text, label }) => label === undefined && mayBeTitle(text))
  const named = lines.flatMap(({ text }, at) => (may[at] && namesPlan(text) ? [at] : []))
  const own = named.find((at) => !/(?:通知|公告|函|notice)$/i.test(lines[at]?.text ?? '')) ?? named[0]
  if (own === undefined) return may[0] && isDated(lines[0]) ? { first: 0, last: 0 } : undefined
  let first = own
  while (first > 0 && own - first < 2 && may[first - 1] && !isWhole(lines[first - 1], lines[own])) first -= 1
  const isYearBelow = /^[（(]?20\d{2}\s*年?度?[)）]?$/.test(lines[own + 1]?.text ?? '')
  return { first, last: isYearBelow ? own + 1 : own }
}

/** The title of a plan: its lines, or what its file or a text about it calls it; undefined where nothing does. */
export function planTitle(
  above: readonly DocumentLine[],
  found: TitleLines | undefined,
  fileTitle: string | undefined,
): string | undefined {
  if (found !== undefined)
    return joinedTitle(above.slice(found.first, found.last + 1).map(({ text }) => text))
  const ofFile = fileTitle?.trim() ?? ''
  if (ofFile !== '') return ofFile
  const phrase = above.map(({ text }) => planNamed(text)).find((name) => name !== undefined)
  return phrase ?? above.find((line) => line.heading !== undefined && mayBeTitle(line.text))?.text
}

/** What stands for the title of a plan that has none: how its document begins. */
export function firstWords([first]: readonly DocumentLine[]): string {
  return first?.text.slice(0, longestFallback) ?? ''
}

function mayBeTitle(text: string): boolean {
  return (
    text.length <= longestFallback &&
    looksLikeTitle(text.replace(/\s*[（(][^（()）]*[)）]$/, '')) &&
    !documentNumber.test(text) &&
    !closesText(text) &&
    !/^(?:目\s*[录次]|(?:table of )?contents)$/i.test(text)
  )
}

function isDated(line: DocumentLine | undefined): boolean {
  return line !== undefined && /20\d{2}|二[〇○零]/.test(line.text)
}

/** Whether the line above is a title of its own: a heading above another, or one that names a plan too. */
function isWhole(above: DocumentLine | undefined, own: DocumentLine | undefined): boolean {
  return above === undefined || above.heading !== own?.heading || namesPlan(above.text)
}

function joinedTitle(texts: readonly string[]): string {
  return texts.reduce((whole, text) => {
    const isHan = /[\p{Script=Han}\d]$/u.test(whole) && /^[\p{Script=Han}\d（]/u.test(text)
    return isHan ? whole + text : `${whole} ${text}`
  })
}

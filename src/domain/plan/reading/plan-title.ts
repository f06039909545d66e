import type { DocumentLine } from './document-line.ts'
import { closesText } from './furniture.ts'
import { looksLikeTitle } from './looks-like-title.ts'
import { isCalledAfterMeeting, otherDocument } from './other-document.ts'
import { namesPlan, planNamed, surelyNamesPlan } from './plan-name.ts'
import { yearsIn } from './plan-year.ts'
import { englishDay, hanDay, numberedDay } from './printed-days.ts'

const longestFallback = 200
const endsSentence = /[。.；;，,、！!？?]$/
/** A line that begins so is the first of a sentence that was broken, or tells where the plan was approved. */
const opensSentence =
  /^[（(]|^(?:为|按照?|根据|依据|遵照|围绕|结合|贯彻|落实|经|由|在|以|现将|本|通过)|[，。；]|(?:审议|表决)?通过$|^(?:adopted|approved|agreed|endorsed|confirmed|as|in|at|by|for|following|based|according|pursuant|this|these|the following|see|we|it|to)\b/i
const wholeDay = new RegExp(`${numberedDay}|${hanDay}|(?<![a-z])${englishDay}`, 'gi')
const documentNumber = /[〔[［(（]\s*20\d{2}\s*[〕\]］)）]\s*第?\s*\d+\s*号$/

/** Where the lines of the title stand, from the first to the last; undefined where there is none. */
export type TitleLines = { first: number; last: number }

/**
 * The lines of the title among those above the first area: such as name a plan, or what else the document is, with the
 * short lines beside them into which a long title is parted. The letterhead above is no title.
 */
export function titleLines(lines: readonly DocumentLine[]): TitleLines | undefined {
  const may = lines.map(({ text, label }) => label === undefined && mayBeTitle(text))
  const own = namingLine(lines, may) ?? datedLine(lines, may)
  if (own === undefined) return undefined
  let first = own
  while (first > 0 && own - first < 2 && may[first - 1] && !isWhole(lines[first - 1], lines[own])) first -= 1
  const isYearBelow = /^[（(]?20\d{2}\s*年?度?[)）]?$/.test(lines[own + 1]?.text ?? '')
  return { first, last: isYearBelow ? own + 1 : own }
}

/** The line that says what the document is: a plan for sure, something else, or what may be a plan. */
function namingLine(lines: readonly DocumentLine[], may: readonly boolean[]): number | undefined {
  const textAt = (at: number) => lines[at]?.text ?? ''
  const named = lines.flatMap(({ text }, at) => (may[at] && namesPlan(text) ? [at] : []))
  const plans = named.filter((at) => !/(?:通知|公告|函|notice)$/i.test(textAt(at)))
  const others = headLines(lines, may).filter((at) => otherDocument(textAt(at)) !== undefined)
  return (
    plans.find((at) => surelyNamesPlan(textAt(at))) ??
    others.find((at) => !isCalledAfterMeeting(textAt(at))) ??
    plans[0] ??
    named[0] ??
    others[0]
  )
}

/** The first line with a year, in the head of a document; one with a whole day tells when, and not what. */
function datedLine(lines: readonly DocumentLine[], may: readonly boolean[]): number | undefined {
  if (may[0] && isDated(lines[0])) return 0
  return headLines(lines, may).find((at) => tellsYearAlone(lines[at]))
}

/**
 * The short lines with which a document begins, up to its first sentence: what a preamble goes by, or was decided by,
 * stands in a sentence.
 */
function headLines(lines: readonly DocumentLine[], may: readonly boolean[]): number[] {
  const end = lines.findIndex(({ text, label }) => label !== undefined || endsSentence.test(text))
  const head = lines.slice(0, end < 0 ? lines.length : end)
  return head.flatMap(({ text }, at) => {
    const next = lines[at + 1]?.text ?? ''
    return may[at] && !opensSentence.test(text) && !/^[\p{Ll}，,、]/u.test(next) ? [at] : []
  })
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

function tellsYearAlone(line: DocumentLine | undefined): boolean {
  return line !== undefined && isDated(line) && yearsIn(line.text.replace(wholeDay, ' ')).length > 0
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

import { UserError } from '../../src/contract/errors.ts'
import type { Day } from '../../src/domain/calendar/day.ts'
import { daysFrom, mostMarked } from '../../src/domain/calendar/marking.ts'
import { dayBehind } from './day-words.ts'

/** Days to be marked, whose they are, and why. */
export type MarkingWords = { days: Day[]; code: string; why?: string }

const reason = /(?:^|\s|(?<=[\d日]))(?:because|why|因为|因|理由|原因)\s*:?\s*(?<why>\S.*)$/iu
/** Between the first day and the last. */
const between = /\s*(?:(?<=\s)(?:to|until|till|through)(?=\s)|[–—~]|至|到)\s*/iu
/** A group's name and a day have fewer words; without a bound the time would grow with the square of what was pasted. */
const mostWords = 24
const leading = /^(?:from|on|从|自|于)(?:\s+|(?=\d))/iu

/**
 * `2026-12-28 to 2026-12-31 WG8 because of the inventory`, in either language, the group before or behind the days.
 * @throws UserError where a day can't be read, or they are none, too many or the wrong way round
 */
export function readMarking(text: string): MarkingWords {
  const plain = text.normalize('NFKC').trim()
  const found = reason.exec(plain)
  const why = found?.groups?.why?.trim()
  const before = (found === null ? plain : plain.slice(0, found.index)).replace(/[\s,;、]+$/u, '')
  const [start = '', end, ...others] = before.split(between)
  if (others.length > 0) throw new UserError('marked.ask')
  const first = dayAmong(start)
  const last = end === undefined ? undefined : dayAmong(end)
  if (first === undefined || (end !== undefined && last === undefined)) throw new UserError('marked.ask')
  const days = daysFrom(first.on, last?.on ?? first.on)
  if (days.length === 0) throw new UserError('marked.backwards', { first: first.on, last: last?.on ?? '' })
  if (days.length > mostMarked)
    throw new UserError('marked.too-many', { count: days.length, most: mostMarked })
  const code = [first.rest, last?.rest ?? ''].join(' ').trim()
  return { days, code, ...(why !== undefined && { why }) }
}

/** The same with a reason. @throws UserError as above, and where none is given */
export function readReasoned(text: string): MarkingWords & { why: string } {
  const words = readMarking(text)
  if (words.why === undefined) throw new UserError('marked.why')
  return { ...words, why: words.why }
}

/** Whose calendar is asked for, and of which year: `WG8 2027`, `2027年`. */
export function readCalendarAsked(text: string): { code: string; year?: string } {
  const words = text.normalize('NFKC').trim().split(/\s+/u)
  const year = words.map((word) => /^(2\d{3})年?$/u.exec(word)?.[1]).find((found) => found !== undefined)
  const code = words.filter((word) => !/^2\d{3}年?$/u.test(word)).join(' ')
  return { code, ...(year !== undefined && { year }) }
}

/** A day among words, and what is left of them. @throws UserError where it is a month or a year, or no day at all */
function dayAmong(text: string): { on: Day; rest: string } | undefined {
  const words = text.trim().replace(leading, '').split(/\s+/u)
  for (let count = Math.min(words.length, mostWords); count > 0; count--) {
    const read = words.slice(0, count).join(' ')
    const found = dayBehind(read)
    if (found === undefined) continue
    if (found.on.length < 10) throw new UserError('marked.whole-day', { text: found.on })
    return { on: found.on, rest: [read.slice(0, found.index), ...words.slice(count)].join(' ').trim() }
  }
  return undefined
}

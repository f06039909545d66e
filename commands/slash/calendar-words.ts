import { UserError } from '../../src/contract/errors.ts'
import type { Marking } from '../../src/domain/calendar/marking.ts'
import { dayRangeIn, type SaidRange } from './day-range-words.ts'

/** Days to be marked, whose they are, and why. */
export type MarkingWords = { days: Pick<SaidRange, 'from' | 'until'>; code: string; why?: string }

const reason = /(?:^|\s|(?<=[\d日号一二三四五六天)]))(?:because|why|因为|因|理由|原因)\s*:?\s*(?<why>\S.*)$/iu
/** A month, or a year behind its word: too much to be marked at once. */
const noDay =
  /(?<![\d-])(?:2\d{3}\s*[-/.年]\s*\d{1,2}月?|2\d{3}年|\d{1,2}月|[一二三四五六七八九十]{1,2}月)(?![\d])/u

/**
 * `2026-12-28 to 2026-12-31 WG8 because of the inventory`, in either language, the group before or behind the days.
 * @throws UserError where no day can be read, in the words of the command that marks them `as` that
 */
export function readMarking(text: string, as: Marking['as']): MarkingWords {
  const plain = text.normalize('NFKC').trim()
  const found = reason.exec(plain)
  const why = found?.groups?.why?.trim()
  const said = (found === null ? plain : plain.slice(0, found.index)).replace(/[\s,;、]+$/u, '')
  const range = dayRangeIn(said)
  if (range === undefined) {
    const month = noDay.exec(said)?.[0]
    throw month === undefined
      ? new UserError(`marked.ask-${as}`)
      : new UserError('marked.whole-day', { text: month })
  }
  const { from, until, before, behind } = range
  const code = [before, behind].join(' ').replace(/^[\s,;、]+|[\s,;、]+$/gu, '')
  return { days: { from, ...(until !== undefined && { until }) }, code, ...(why !== undefined && { why }) }
}

/** The same with a reason. @throws UserError as above, and where none is given */
export function readReasoned(text: string, as: 'off' | 'work'): MarkingWords & { why: string } {
  const words = readMarking(text, as)
  if (words.why === undefined) throw new UserError(`marked.why-${as}`)
  return { ...words, why: words.why }
}

/** Whose calendar is asked for, and of which year: `WG8 2027`, `2027年`. */
export function readCalendarAsked(text: string): { code: string; year?: string } {
  const words = text.normalize('NFKC').trim().split(/\s+/u)
  const year = words.map((word) => /^(2\d{3})年?$/u.exec(word)?.[1]).find((found) => found !== undefined)
  const code = words.filter((word) => !/^2\d{3}年?$/u.test(word)).join(' ')
  return { code, ...(year !== undefined && { year }) }
}

import { UserError } from '../../src/contract/errors.ts'
import { type Day, isDay, type PartialDay } from '../../src/domain/calendar/day.ts'

/** What is typed behind a verb that records something: the standard (and its stage), a day, a reason. */
export type RecordingWords = { words: string; on?: PartialDay; why?: string }

const reason = /(?:^|\s)(?:because|why|因为|因|理由|原因)[:：]?\s+(.+)$/iu
const dated =
  /(?:^|\s)(?:(on|since|until|于|自|至|到)\s*)?(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/iu

/**
 * `GB/T 43697 40 on 2026-11-20 because …`, in either language: the day and the reason are read from the end, what is
 * left names the standard. A bare year is a day only behind its word, for a designation may end in one.
 * @throws UserError where a day is written that the calendar does not have
 */
export function readRecording(text: string): RecordingWords {
  const plain = text.normalize('NFKC').trim()
  const why = reason.exec(plain)
  const before = why === null ? plain : plain.slice(0, why.index).trim()
  const day = dated.exec(before)
  const [, word, year = '', month, date] = day ?? []
  const isBareYear = word === undefined && month === undefined && !before.endsWith('年')
  const on = day === null || isBareYear ? undefined : partialDay(day[0], year, month, date)
  const words = on === undefined || day === null ? before : before.slice(0, day.index).trim()
  const told = why?.[1]?.trim()
  return { words, ...(on !== undefined && { on }), ...(told !== undefined && { why: told }) }
}

/** A whole day. @throws UserError where it is a month, a year, or none */
export function wholeDay(on: PartialDay | undefined, asked: UserError): Day {
  if (on === undefined) throw asked
  if (on.length < 10) throw new UserError('record.no-day', { text: on })
  return on
}

function partialDay(text: string, year: string, month?: string, date?: string): PartialDay {
  const parts = [year, month?.padStart(2, '0'), date?.padStart(2, '0')].filter((part) => part !== undefined)
  const day = parts.join('-')
  if (!isDay(`${day}${'-01'.repeat(3 - parts.length)}`))
    throw new UserError('record.no-day', { text: text.trim() })
  return day
}
